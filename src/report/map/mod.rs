//! The map of a scenario: its scenes and endings, the choices between them, and one play marked.

mod document;
mod geometry;
mod node_box;
mod signs;
pub mod dot;
pub mod mermaid;
mod layout;
pub mod svg;

pub use document::{
    ChoiceNaming, CountedPlays, MapDocument, MarkedPlay, PlaceKind, PlaceRow, StepRow, Terms, TrafficShare, WayRow,
};
pub use layout::Unplaced;
