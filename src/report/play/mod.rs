//! A play given by its choices, or stored and played again: where it stands, or how it is judged.

mod document;
pub mod json;
pub mod text;
pub mod walk;

pub use document::{
    ClosedOption, FinishedPlay, LedgerRow, OpenOption, OpenPlay, PlayDocument, PlayProgress, StoredPlay,
};
