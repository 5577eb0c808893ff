//! A finished play, reviewed move by move.

mod document;
pub mod html;
pub mod json;
pub mod markdown;
mod wording;

pub use document::DebriefDocument;
