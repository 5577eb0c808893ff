//! What the scenarios touch of the standard when they are played in every way, and which of their choices and endings
//! given plays reach. It says nothing in words; [`crate::report`] does.

mod exposure;
mod reached;
mod explored;

pub use explored::ScenarioCoverage;
pub use exposure::{CoverageLevel, Exposure};
pub use reached::Reached;
