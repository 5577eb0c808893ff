//! What a change of a scenario means to a learner.

mod document;
pub mod json;
pub mod text;

pub use document::{ComparedVersion, DiffDocument, PlayedIn, StoredPlayDiff};
