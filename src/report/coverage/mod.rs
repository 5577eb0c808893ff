//! What the scenarios cover of the standard, and what plays reach of the scenarios.

mod document;
pub mod html;
pub mod json;
mod signs;
pub mod text;
mod wording;

pub use document::{CoverageDocument, PlayedBy, ScenarioColumn, Tried};
pub use signs::Signs;
pub use text::{Depth, Paint};
