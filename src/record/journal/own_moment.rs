//! A moment of one's own: the position before a mistake, kept so that it can be played again.

use crate::base::chance::Seed;

/// The position before a mistake. Choices go by their ids, so that wording and order may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMoment {
    /// The id of the scenario.
    pub scenario: Box<str>,
    /// Its hash when the mistake was made.
    pub scenario_hash: Box<str>,
    /// What all chance of it comes from.
    pub seed: Seed,
    /// The choices taken before it, in order.
    pub before: Vec<Box<str>>,
    /// The choice that was the mistake.
    pub wrong: Box<str>,
    /// The dotted ids of what it gave up, spoiled or broke, the dearest first.
    pub requirements: Vec<Box<str>>,
}

impl OwnMoment {
    /// Whether both are the same mistake at the same position.
    pub fn is_same(&self, other: &OwnMoment) -> bool {
        let place = |own: &OwnMoment| (own.scenario.clone(), own.seed, own.wrong.clone());
        place(self) == place(other) && self.before == other.before
    }
}
