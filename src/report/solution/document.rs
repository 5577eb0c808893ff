//! What there is to say of a best play.

use crate::base::chance::Seed;
use crate::content::scenario::Scenario;
use crate::play::solver::Solution;
use std::time::Duration;

/// The best play of a scenario under one seed.
pub struct SolutionDocument<'s> {
    /// The scenario that was solved.
    pub scenario: &'s Scenario,
    /// What all its chance came from.
    pub seed: Seed,
    /// The best play.
    pub solution: &'s Solution,
    /// How long the search took.
    pub took: Duration,
}

impl SolutionDocument<'_> {
    /// The ids of the best play's choices.
    pub fn line(&self) -> Vec<&str> {
        let scene = |taken: &crate::play::engine::Move| self.scenario.scene(taken.scene);
        self.solution.line.iter().map(|taken| &*scene(taken).choices[taken.choice.index()].id).collect()
    }

    /// How long the search took, in milliseconds.
    pub fn millis(&self) -> f64 {
        self.took.as_secs_f64() * 1000.0
    }
}
