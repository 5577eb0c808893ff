//! Blueprints of papers, as typed and valid: what an exam consists of and what it takes to pass it.
//!
//! A file of `exams/` holds one. It says how many questions come from which sections, which scenarios are played, how long
//! all of it takes, and where the cuts are. Which questions and which scenarios a candidate meets is drawn.

mod whole;
mod spec;
mod blueprint_reader;
mod validate;

pub use blueprint_reader::BlueprintContext;
pub use validate::validate;
pub use whole::{Blueprint, Blueprints, Cuts, PaperBlock, RetakeRules, ScenarioPool, SectionCut};
