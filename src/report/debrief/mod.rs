//! A finished play, reviewed move by move.

mod document;
pub mod html;
pub mod json;
pub mod markdown;
mod wording;
mod copy;

pub use copy::{Export, Paper, copy};
pub use document::DebriefDocument;
