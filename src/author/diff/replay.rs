//! A play of choice ids in one version: whether it still fits, and what it comes to.

use super::version::ScenarioVersion;
use crate::base::chance::Rolls;
use crate::content::scenario::{ChoiceId, EndingId};
use crate::play::engine::{Move, Node, Open, State, Turn};
use crate::play::scoring::{Ledger, Score, Scorecard, Verdict};

/// What became of a play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplayOutcome {
    /// It reaches an ending.
    Over { ending: EndingId, points: i32, score: Score, verdict: Verdict },
    /// All its choices are open, and it is not over after them.
    Open { turns: usize },
    /// A choice cannot be taken.
    Stopped { turn: usize, choice: Box<str>, why: Stop },
}

/// Why a choice cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The play is over before it.
    Over,
    /// The scene has no choice of this id.
    Gone,
    /// It is hidden or locked there.
    Closed,
}

/// Plays these choices under these dice; `best` is the most points that any play of them could reach.
pub fn again(version: ScenarioVersion, rolls: &Rolls, ids: &[&str], best: i32) -> ReplayOutcome {
    let (turns, stop) = played(version, rolls, ids);
    if let Some(why) = stop {
        return ReplayOutcome::Stopped { turn: turns.len(), choice: ids[turns.len()].into(), why };
    }
    let state = turns.last().map_or_else(|| State::opening(version.scenario), |turn| turn.after);
    let Node::Ending(ending) = state.node(version.scenario) else { return ReplayOutcome::Open { turns: turns.len() } };
    let ledger = Ledger::judge(version.scenario, version.standard, &turns);
    let card = Scorecard::new(version.scenario, version.standard, ledger, best);
    ReplayOutcome::Over { ending, points: card.points, score: card.score, verdict: card.verdict }
}

/// The turns of these choices, as far as they are open, and why the next one is not.
pub(super) fn played(version: ScenarioVersion, rolls: &Rolls, ids: &[&str]) -> (Vec<Turn>, Option<Stop>) {
    let scenario = version.scenario;
    let (mut state, mut dice) = (State::opening(scenario), rolls.clone());
    let mut turns = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(scene) = state.scene(scenario) else { return (turns, Some(Stop::Over)) };
        let found = ChoiceId::find(&scenario.scene(scene).choices, |choice| *choice.id == **id);
        let Some(choice) = found else { return (turns, Some(Stop::Gone)) };
        if state.open(scenario, scene, choice) != Open::Yes {
            return (turns, Some(Stop::Closed));
        }
        let turn = Turn::take(scenario, state, Move { scene, choice }, &mut dice);
        state = turn.after;
        turns.push(turn);
    }
    (turns, None)
}
