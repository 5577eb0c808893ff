//! The best play with the dice as they fall: from the end backwards the most that each state is worth.
//!
//! First the clock is forgotten wherever no condition reads it, which merges most states, and a play may stop at any
//! moment as if the scenario had closed. That only adds plays; so when the best of them never stops early and is over
//! before the scenario closes, it is the best of the real ones too. Otherwise the search is made again with the clock.
//!
//! Where many outcomes of the dice are asked for, one graph holds all of them: most states are common to most outcomes.
//! The way back from the end is walked once an outcome.

use super::branches::{Branches, SingleOutcome};
use super::graph::{After, EdgeOutcome, StateGraph};
use super::halves;
use super::prepared::{Root, Solver};
use super::reads::ClockMode;
use super::unsolved::Unsolved;
use crate::base::chance::{Dice, Rolls};
use crate::play::engine::{Move, Turn};
use std::cmp::Reverse;
use std::sync::OnceLock;

/// The best that can be done under given dice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The most points of any play without a critical break.
    pub best: i32,
    /// Such a play: among equals one that the clock does not end, then the shortest, then the first by choice ids.
    pub line: Vec<Move>,
    /// How many different states were met.
    pub states: usize,
}

/// The value of a state from which no clean ending can be reached.
const HOPELESS: i32 = i32::MIN / 4;

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
            let best = root.points + self.scoring.close(&root.at.partial, self.scenario, &root.at.state);
            return Ok(Solution { best, line: Vec::new(), states: 0 });
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
            Err(_) => outcomes.iter().map(|rolls| self.best(&mut rolls.clone())).collect(),
        }
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
                Err(_) => self.best(&mut rolls.clone()),
            }
        };
        // Each outcome is searched by itself, so two threads halve the time and change nothing.
        halves::map(outcomes, best)
    }

    /// Every play under every outcome of the dice.
    pub(super) fn all(&self, clock: ClockMode) -> Result<StateGraph<'_>, Unsolved> {
        StateGraph::grow(self, self.liveness(clock), &self.opening(), &mut Branches::default())
    }

    /// The best play of a graph, along the outcomes whose draws are `drawn`; none when it would have to stop early.
    fn solution(&self, graph: &StateGraph, drawn: &[bool]) -> Result<Option<Solution>, Unsolved> {
        let (worth, states) = best_points(graph, drawn);
        if worth[0].points <= HOPELESS / 2 {
            return Err(Unsolved::NoEnding);
        }
        // A play that stops must be looked at with the clock: it may be no play at all.
        let real = worth[0].plays_on || graph.liveness.clock == ClockMode::Kept;
        let line = real.then(|| self.line(graph, drawn, &worth)).flatten();
        let best = graph.points + worth[0].points;
        Ok(line.map(|line| Solution { best, line, states }))
    }

    /// The best line, found by walking forward where the worth was found by walking back. None when it stops early, or
    /// would not be over before the scenario closes.
    fn line(&self, graph: &StateGraph, drawn: &[bool], worth: &[BestPoints]) -> Option<Vec<Move>> {
        let clock = &self.scenario.clock;
        let mut line = Vec::new();
        let mut seconds = graph.elapsed;
        let mut state = 0;
        loop {
            let scene = graph.position(state).state.scene(self.scenario)?;
            let ids = &self.scenario.scene(scene).choices;
            let best = graph.edges_of(state).filter_map(|edge| {
                let outcome = clean_outcome(graph, edge, drawn)?;
                (BestPoints::after(outcome, worth) == worth[state as usize]).then_some((graph.edge(edge), outcome.to()))
            });
            let (edge, to) = best.min_by_key(|(edge, _)| &*ids[edge.choice.index()].id)?;
            line.push(Move { scene, choice: edge.choice });
            seconds += edge.takes.seconds(clock.start + seconds);
            match to {
                After::At(next) if clock.start + seconds < clock.closes_at => state = next,
                After::At(_) => return None,
                After::Over(_) | After::OutOfTime => return Some(line),
            }
        }
    }
}

/// The outcome of an edge that comes; none where it breaks something critical.
fn clean_outcome<'g>(graph: &'g StateGraph, edge: usize, drawn: &[bool]) -> Option<&'g EdgeOutcome> {
    graph.outcomes_of(edge).iter().find(|outcome| counts(outcome, drawn))
}

fn counts(outcome: &EdgeOutcome, drawn: &[bool]) -> bool {
    outcome.criticals == 0 && drawn[outcome.draw_set as usize]
}

/// By state: the most that can still be won. States behind others come first, so one round settles all but the circles
/// of a forgotten clock; those win nothing (a requirement pays once), so a few rounds more settle them too. With the
/// number of states that these outcomes lead to.
fn best_points(graph: &StateGraph, drawn: &[bool]) -> (Vec<BestPoints>, usize) {
    let order = graph.post_order(|_, outcome| counts(outcome, drawn));
    let mut worth: Vec<BestPoints> =
        graph.stops.iter().map(|stop| BestPoints::stopping(stop.unwrap_or(HOPELESS))).collect();
    loop {
        let mut changed = false;
        for state in &order.states {
            let outcomes = graph.edges_of(*state).filter_map(|edge| clean_outcome(graph, edge, drawn));
            let moves = outcomes.map(|outcome| BestPoints::after(outcome, &worth));
            let own = worth[*state as usize];
            let best = moves.max().unwrap_or(own).max(own);
            changed |= best != own;
            worth[*state as usize] = best;
        }
        if !(changed && order.has_cycles) {
            return (worth, order.states.len());
        }
    }
}

/// What can still be won from a state, and how: more points first, then playing on, then fewer moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct BestPoints {
    points: i32,
    plays_on: bool,
    moves: Reverse<u32>,
}

impl BestPoints {
    fn stopping(points: i32) -> BestPoints {
        BestPoints { points, plays_on: false, moves: Reverse(0) }
    }

    fn after(outcome: &EdgeOutcome, worth: &[BestPoints]) -> BestPoints {
        let rest = match outcome.to() {
            After::Over(_) => BestPoints { points: 0, plays_on: true, moves: Reverse(0) },
            After::OutOfTime => BestPoints::stopping(0),
            After::At(to) => worth[to as usize],
        };
        BestPoints { points: outcome.points + rest.points, moves: Reverse(rest.moves.0 + 1), ..rest }
    }
}
