//! The list of the scenarios that can be played.

mod document;
pub mod json;
pub mod text;

pub use document::{ListedScenario, PlayLengths, ScenarioList};
