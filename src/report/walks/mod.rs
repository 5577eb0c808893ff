//! Plays that an author wrote down, played again.

mod document;
pub mod json;
pub mod text;

pub use document::{PlayedWalk, WalksDocument};
