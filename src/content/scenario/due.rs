//! What a scenario asks for: requirements that are due, rules that give way, and diagnostics that are left out.

use super::condition::Condition;
use super::origin::Origin;
use crate::base::text::Text;
use crate::content::standard::RequirementId;
use serde::{Deserialize, Serialize};

/// A requirement that this scenario expects to be met.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Due {
    /// The requirement.
    pub requirement: RequirementId,
    /// When it is expected.
    pub when: Condition,
    /// Whether it arises from the player's own misconduct: it pays nothing, and costs its weight when missed.
    pub remedy: bool,
    /// The line of `due` or `remedy`.
    pub origin: Origin,
}

/// One rule giving way to another.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Yield {
    /// What gives way: breaking it costs nothing.
    pub requirement: RequirementId,
    /// What it gives way to.
    pub to: RequirementId,
    /// In which situation.
    pub when: Condition,
    /// Why, for the learner.
    pub because: Text,
    /// The entry of `yields`.
    pub origin: Origin,
}

/// Warnings and notes that the author wants left out for one file, or for a part of it. The code is as typed: only `check` knows them all.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Allow {
    /// The code as typed, such as `DS032`.
    pub code: Box<str>,
    /// Why that is right here.
    pub because: Box<str>,
    /// The scene of the file that alone is meant, as typed.
    pub scene: Option<Box<str>>,
    /// The choice of that scene that alone is meant, as typed.
    pub choice: Option<Box<str>>,
    /// The entry of `allow`.
    pub origin: Origin,
}
