//! A reviewed play on paper.

pub mod html;
pub mod markdown;
mod wording;

pub use wording::DebriefWording;
