//! The author's bench: what a proven scenario still has wrong when it is played in every way, and the rules by which all
//! faults of content are judged and explained, each in its own file.
//!
//! What cannot even be proven (names, texts, types) is found earlier, by `scenario`; its rules are explained here too.

mod inspection;
pub mod rules;
mod sample;
mod sight;

pub use inspection::{Inspection, Solved};
pub use rules::{RULES, Rule};
pub use sample::{Changed, Sample};

use crate::finding::Finding;
use crate::scenario::Scenario;
use crate::standard::Standard;
use std::sync::Arc;

/// A small scenario that passes every rule: what a new scenario begins as, and what every rule's sample changes. It is
/// written against the standard that the program carries.
pub const TEMPLATE: &str = include_str!("template.ron");

/// The id of [`TEMPLATE`].
pub const TEMPLATE_ID: &str = "wet_umbrella";

/// Plays a scenario in every way and tells everything that is unfair or broken.
pub fn check(scenario: &Arc<Scenario>, standard: &Standard) -> Vec<Finding> {
    check_within(scenario, standard, inspection::BOUND)
}

/// The same with another bound on the number of states that are walked.
pub fn check_within(scenario: &Arc<Scenario>, standard: &Standard, bound: usize) -> Vec<Finding> {
    let inspection = Inspection::new(scenario, standard, bound);
    RULES.iter().filter_map(|rule| rule.check).flat_map(|check| check(&inspection)).collect()
}
