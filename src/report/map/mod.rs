//! The map of a scenario: its scenes and endings, the choices between them, and one play marked.

mod document;
mod signs;
pub mod dot;
pub mod mermaid;
mod node_box;
mod geometry;
mod layout;
pub mod svg;

pub use document::{ChoiceNaming, MapDocument, MarkedPlay, PlaceKind, PlaceRow, StepRow, Terms, WayRow};
pub use layout::Unplaced;
