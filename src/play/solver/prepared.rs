//! A scenario made ready for searching: what counts in it, what still matters in each scene, and where a search begins.
//! It searches nothing itself.

use super::liveness::Liveness;
use super::reads::{ClockMode, Tracked};
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::play::engine::{Event, State, Turn};
use crate::play::scoring::{PartialScore, ScoringModel};

/// A scenario made ready for searching.
pub struct Solver<'s> {
    /// What is searched.
    pub scenario: &'s Scenario,
    /// What counts in it.
    pub scoring: ScoringModel,
    /// What matters when the clock is forgotten where possible.
    timeless: Liveness,
    /// What matters when it is always kept.
    clocked: Liveness,
    pub(super) bound: usize,
}

/// The most states that a search keeps for an author, with all that is worked out from them in less than a gigabyte.
const AUTHOR: usize = 1_000_000;

/// The most states that a search keeps while a learner waits, in less than a quarter of that.
const LEARNER: usize = 300_000;

/// A state with its tally, nothing in it that cannot matter any more.
#[derive(Clone, Copy)]
pub(super) struct Position {
    pub state: State,
    pub partial: PartialScore,
}

/// A moment to search from.
pub(super) struct Root {
    pub at: Position,
    /// The points that led to it.
    pub points: i32,
    /// The customer's mood, which a canonical state may have forgotten.
    pub mood: i32,
}

impl<'s> Solver<'s> {
    /// Makes a scenario ready. Nothing is searched yet.
    pub fn new(scenario: &'s Scenario, standard: &Standard) -> Solver<'s> {
        let scoring = ScoringModel::new(scenario, standard);
        let tracked = Tracked::none(scenario);
        let liveness = |clock| Liveness::new(scenario, &scoring, &tracked, clock);
        Solver {
            scenario,
            timeless: liveness(ClockMode::Forgotten),
            clocked: liveness(ClockMode::Kept),
            scoring,
            bound: AUTHOR,
        }
    }

    /// One that searches while a learner waits: it gives up sooner.
    pub fn for_learner(scenario: &'s Scenario, standard: &Standard) -> Solver<'s> {
        Solver::new(scenario, standard).bounded(LEARNER)
    }

    /// The same solver with another bound on the number of states.
    #[must_use]
    pub fn bounded(self, bound: usize) -> Solver<'s> {
        Solver { bound, ..self }
    }

    /// What matters, with the clock or without.
    pub(super) fn liveness(&self, clock: ClockMode) -> &Liveness {
        match clock {
            ClockMode::Forgotten => &self.timeless,
            ClockMode::Kept => &self.clocked,
        }
    }

    /// Where a play begins.
    pub(super) fn opening(&self) -> Root {
        let state = State::opening(self.scenario);
        let (partial, points) = self.scoring.open(&state);
        Root { at: Position { state, partial }, points, mood: state.mood(self.scenario) }
    }

    /// Where a play stands after these moves.
    pub(super) fn root_after(&self, turns: &[Turn]) -> Root {
        let mut root = self.opening();
        for turn in turns {
            root.points += self.scoring.record(&mut root.at.partial, &turn.events, &turn.before, &turn.after);
            root.at.state = turn.after;
            root.mood = turn.after.mood(self.scenario);
        }
        root
    }

    /// How many critical breaks a move made.
    pub(super) fn criticals(&self, events: &[Event]) -> u16 {
        let is_critical = |event: &Event| matches!(event, Event::Broke(id) if self.scoring.is_critical(*id));
        events.iter().map(|event| u16::from(is_critical(event))).sum()
    }

    /// What a critical break costs on top of its weight: more than all points of the scenario.
    pub(super) fn penalty(&self) -> i32 {
        self.scoring.everything() + 1
    }
}
