//! The best play with the dice as they fall: from the end backwards the most that each state is worth.
//!
//! First the clock is forgotten wherever no condition reads it, which merges most states, and a play may stop at any
//! moment as if the scenario had closed. That only adds plays; so when the best of them never stops early and is over
//! before the scenario closes, it is the best of the real ones too. Otherwise the search is made again with the clock.
//!
//! Where many outcomes of the dice are asked for, one graph holds all of them: most states are common to most outcomes.
//! The way back from the end is walked once an outcome.

use super::best_lines::BestLines;
use super::best_points::{BestTable, LANES};
use super::branches::{Branches, SingleOutcome};
use super::graph::StateGraph;
use super::prepared::{Root, Solver};
use super::reads::ClockMode;
use super::unsolved::Unsolved;
use crate::base::chance::{Dice, Rolls};
use crate::base::parallel;
use crate::play::engine::{Move, Turn};
use std::sync::OnceLock;

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
            if let Some(found) = self.solutions(&graph, &[vec![true]]).pop().and_then(Result::transpose) {
                return found;
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
        let best = |some: &&[Rolls]| {
            let drawn: Vec<Vec<bool>> = some.iter().map(|rolls| timeless.drawn_under(rolls)).collect();
            let found = self.solutions(timeless, &drawn);
            let early = found.iter().zip(*some).filter(|(found, _)| matches!(found, Ok(None))).map(|(_, rolls)| rolls);
            let mut in_time = self.best_in_time(early, &clocked).into_iter();
            let best = |found: Result<Option<Solution>, Unsolved>| match found? {
                Some(solution) => Ok(solution),
                None => in_time.next().unwrap_or(Err(Unsolved::NoEnding)),
            };
            found.into_iter().map(best).collect::<Vec<_>>()
        };
        // Some outcomes are searched without a look at the others, so two threads halve the time and change nothing.
        let some: Vec<&[Rolls]> = outcomes.chunks(LANES).collect();
        parallel::map(&some, 2, best).into_iter().flatten().collect()
    }

    /// The same where the best play without the clock stops early; `clocked` holds every play with the clock, once somebody
    /// needed it.
    fn best_in_time<'o, 's>(
        &'s self,
        outcomes: impl Iterator<Item = &'o Rolls>,
        clocked: &OnceLock<Result<StateGraph<'s>, Unsolved>>,
    ) -> Vec<Result<Solution, Unsolved>> {
        let outcomes: Vec<&Rolls> = outcomes.collect();
        if outcomes.is_empty() {
            return Vec::new();
        }
        match clocked.get_or_init(|| self.all(ClockMode::Kept)) {
            Ok(clocked) => {
                let drawn: Vec<Vec<bool>> = outcomes.iter().map(|rolls| clocked.drawn_under(rolls)).collect();
                let found = self.solutions(clocked, &drawn).into_iter();
                found.map(|found| found?.ok_or(Unsolved::NoEnding)).collect()
            }
            Err(unsolved) => vec![Err(*unsolved); outcomes.len()],
        }
    }

    /// Every play under every outcome of the dice.
    pub(super) fn all(&self, clock: ClockMode) -> Result<StateGraph<'_>, Unsolved> {
        StateGraph::grow(self, self.liveness(clock), &self.opening(), &mut Branches::default())
    }

    /// The best plays of a graph, each along the outcomes whose draws are among one of these; none when it would have to stop
    /// early.
    fn solutions(&self, graph: &StateGraph, drawn: &[Vec<bool>]) -> Vec<Result<Option<Solution>, Unsolved>> {
        let of_some = |some: &[Vec<bool>]| {
            let table = BestTable::new(graph, some);
            some.iter().enumerate().map(|(lane, drawn)| self.solution(graph, drawn, &table, lane)).collect::<Vec<_>>()
        };
        drawn.chunks(LANES).flat_map(of_some).collect()
    }

    fn solution(
        &self,
        graph: &StateGraph,
        drawn: &[bool],
        table: &BestTable,
        lane: usize,
    ) -> Result<Option<Solution>, Unsolved> {
        let worth = table.worth(0, lane);
        if worth.is_hopeless() {
            return Err(Unsolved::NoEnding);
        }
        // A play that stops must be looked at with the clock: it may be no play at all.
        let real = worth.plays_on() || graph.liveness.clock == ClockMode::Kept;
        let moves = real.then(|| BestLines::of(self.scenario, graph, drawn, table, lane).first()).flatten();
        let (best, states) = (graph.points + worth.points(), table.states(lane));
        Ok(moves.map(|line| Solution { best, line, states }))
    }
}
