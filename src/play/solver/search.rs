//! The best play with the dice as they fall: from the end backwards the most that each state is worth.
//!
//! First the clock is forgotten wherever no condition reads it, which merges most states, and a play may stop at any
//! moment as if the scenario had closed. That only adds plays; so when the best of them never stops early and is over
//! before the scenario closes, it is the best of the real ones too. Otherwise the search is made again with the clock.
//!
//! Where many outcomes of the dice are asked for, one graph holds all of them: most states are common to most outcomes.
//! The way back from the end is walked once an outcome.

use super::best_lines::BestLines;
use super::best_points::best_points;
use super::branches::{Branches, SingleOutcome};
use super::graph::StateGraph;
use super::prepared::{Root, Solver};
use super::reads::ClockMode;
use super::unsolved::Unsolved;
use crate::base::chance::{Dice, Rolls};
use crate::base::parallel;
use crate::play::engine::{Move, Turn};
use std::sync::OnceLock;

/// From how many outcomes on a second thread is worth its start.
const WORTH_A_THREAD: usize = 8;

/// The best that can be done under given dice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The most points of any play without a critical break.
    pub best: i32,
    /// Such a play: among equals one that the clock does not end, then one with fewer moves that break, spoil or call for
    /// a remedy, then one that leaves the customer in a better mood, then one with fewer moves that displease, then the
    /// shortest, then the first by choice ids.
    pub line: Vec<Move>,
    /// How many different states were met.
    pub states: usize,
}

impl Solver<'_> {
    /// The best play under these dice.
    ///
    /// # Errors
    /// When there are more states than the bound, or no play ends without a critical break.
    pub fn best(&self, dice: &mut impl Dice) -> Result<Solution, Unsolved> {
        self.best_from(&self.opening(), dice)
    }

    /// The best way on from a moment of a play that was made under these dice: the most points that the whole play can
    /// still come to, and the moves that are still to make.
    ///
    /// # Errors
    /// When there are more states than the bound, or no way on ends without a critical break.
    pub fn best_after(&self, turns: &[Turn], rolls: &Rolls) -> Result<Solution, Unsolved> {
        self.best_from(&self.root_after(turns), &mut rolls.clone())
    }

    fn best_from(&self, root: &Root, dice: &mut impl Dice) -> Result<Solution, Unsolved> {
        if root.at.state.scene(self.scenario).is_none() {
            return Ok(Solution { best: root.points, line: Vec::new(), states: 0 });
        }
        for clock in [ClockMode::Forgotten, ClockMode::Kept] {
            let graph = StateGraph::grow(self, self.liveness(clock), root, &mut SingleOutcome(dice))?;
            if let Some(solution) = self.solution(&graph, &[true])? {
                return Ok(solution);
            }
        }
        Err(Unsolved::NoEnding)
    }

    /// The best play under each of these outcomes, as [`Solver::best`] finds it.
    pub fn best_of_each(&self, outcomes: &[Rolls]) -> Vec<Result<Solution, Unsolved>> {
        match self.all(ClockMode::Forgotten) {
            Ok(timeless) => self.best_in_each(&timeless, outcomes),
            Err(_) => self.best_one_by_one(outcomes),
        }
    }

    /// The same, one after the other, where together they are too many to be held. They may meet twice as many states as the
    /// search for one may.
    pub fn best_one_by_one(&self, outcomes: &[Rolls]) -> Vec<Result<Solution, Unsolved>> {
        let mut left = self.bound.saturating_mul(2);
        let mut best = |rolls: &Rolls| {
            if left == 0 {
                return Err(Unsolved::TooLarge { bound: self.bound });
            }
            let found = self.best(&mut rolls.clone());
            left = left.saturating_sub(found.as_ref().map_or(self.bound, |solution| solution.states));
            found
        };
        outcomes.iter().map(&mut best).collect()
    }

    /// The best play under each of these outcomes, given the graph of all without the clock.
    pub(super) fn best_in_each(&self, timeless: &StateGraph, outcomes: &[Rolls]) -> Vec<Result<Solution, Unsolved>> {
        let clocked = OnceLock::new();
        let best = |rolls: &Rolls| {
            if let Some(solution) = self.solution(timeless, &timeless.drawn_under(rolls))? {
                return Ok(solution);
            }
            match clocked.get_or_init(|| self.all(ClockMode::Kept)) {
                Ok(clocked) => self.solution(clocked, &clocked.drawn_under(rolls))?.ok_or(Unsolved::NoEnding),
                Err(unsolved) => Err(*unsolved),
            }
        };
        // Each outcome is searched by itself, so two threads halve the time and change nothing.
        parallel::map(outcomes, WORTH_A_THREAD, best)
    }

    /// Every play under every outcome of the dice.
    pub(super) fn all(&self, clock: ClockMode) -> Result<StateGraph<'_>, Unsolved> {
        StateGraph::grow(self, self.liveness(clock), &self.opening(), &mut Branches::default())
    }

    /// The best play of a graph, along the outcomes whose draws are `drawn`; none when it would have to stop early.
    fn solution(&self, graph: &StateGraph, drawn: &[bool]) -> Result<Option<Solution>, Unsolved> {
        let (worth, states) = best_points(graph, drawn);
        if worth[0].is_hopeless() {
            return Err(Unsolved::NoEnding);
        }
        // A play that stops must be looked at with the clock: it may be no play at all.
        let real = worth[0].plays_on || graph.liveness.clock == ClockMode::Kept;
        let line = real.then(|| BestLines::of(self.scenario, graph, drawn, &worth).first()).flatten();
        let best = graph.points + worth[0].points;
        Ok(line.map(|line| Solution { best, line, states }))
    }
}
