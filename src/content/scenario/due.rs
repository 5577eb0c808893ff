//! What a scenario asks for: requirements that are due, rules that give way, and diagnostics that are left out.

use super::condition::Condition;
use super::origin::Origin;
use crate::base::text::Text;
use crate::content::standard::RequirementId;

/// A requirement that this scenario expects to be met.
#[derive(Clone, Debug)]
pub struct Due {
    pub requirement: RequirementId,
    pub when: Condition,
    /// Whether it arises from the player's own misconduct: it pays nothing, and costs its weight when missed.
    pub remedy: bool,
    pub origin: Origin,
}

/// One rule giving way to another.
#[derive(Clone, Debug)]
pub struct Yield {
    pub requirement: RequirementId,
    pub to: RequirementId,
    pub when: Condition,
    pub because: Text,
    pub origin: Origin,
}

/// Warnings and notes that the author wants left out for one file. The code is as typed: only `check` knows them all.
#[derive(Clone, Debug)]
pub struct Allow {
    pub code: Box<str>,
    pub because: Box<str>,
    pub origin: Origin,
}
