//! How far a learner has come: sections, scenarios, first runs and days.

mod document;
pub mod html;
pub mod json;
pub mod text;
mod wording;

pub use document::ProgressDocument;
