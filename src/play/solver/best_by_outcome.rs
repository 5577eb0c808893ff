//! What the best play is worth under each seed. Seeds under which the dice fall alike are worth the same, so each outcome of the
//! dice is solved once, however many plays are to be marked.

use super::outcomes::Classes;
use super::prepared::Solver;
use super::unsolved::Unsolved;
use crate::base::chance::Rolls;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use std::collections::BTreeMap;

/// The best points of a scenario, as far as they were asked for.
pub struct BestByOutcome<'s> {
    solver: Solver<'s>,
    classes: Classes,
    known: BTreeMap<Box<[usize]>, i32>,
}

impl<'s> BestByOutcome<'s> {
    /// Nothing is solved yet.
    pub fn new(scenario: &'s Scenario, standard: &Standard) -> BestByOutcome<'s> {
        let (solver, classes) = (Solver::for_learner(scenario, standard), Classes::new(scenario));
        BestByOutcome { solver, classes, known: BTreeMap::new() }
    }

    /// The most points under these rolls.
    ///
    /// # Errors
    /// As [`Solver::best`].
    pub fn under(&mut self, rolls: &Rolls) -> Result<i32, Unsolved> {
        let class = self.classes.of(rolls);
        if let Some(points) = self.known.get(&class) {
            return Ok(*points);
        }
        let points = self.solver.best(&mut rolls.clone())?.best;
        self.known.insert(class, points);
        Ok(points)
    }
}
