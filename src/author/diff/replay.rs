//! A play of choice ids in one version: whether it still fits, and what it comes to.

use super::version::ScenarioVersion;
use crate::base::chance::{Rolls, Seed};
use crate::content::scenario::EndingId;
use crate::play::engine::{Closed, Misfit, Session};
use crate::play::scoring::{Ledger, Score, Scorecard, Verdict};

/// What became of a play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplayOutcome {
    /// It reaches an ending.
    Over {
        /// Which one.
        ending: EndingId,
        /// What it earned, in the points of the scenario.
        points: i32,
        /// The same in hundredths of the best play.
        score: Score,
        /// Whether that passes.
        verdict: Verdict,
    },
    /// All its choices are open, and it is not over after them.
    Open {
        /// How many moves it has.
        turns: usize,
    },
    /// A choice cannot be taken.
    Stopped {
        /// How many moves stand before it.
        turn: usize,
        /// Its id.
        choice: Box<str>,
        /// What stands against it.
        why: Closed,
    },
}

/// Plays these choices under these dice; `best` is the most points that any play of them could reach.
pub fn again(version: ScenarioVersion, rolls: &Rolls, ids: &[&str], best: i32) -> ReplayOutcome {
    let (session, misfit) = played(version, rolls, ids);
    if let Some(Misfit { at, closed }) = misfit {
        return ReplayOutcome::Stopped { turn: at, choice: ids[at].into(), why: closed.why };
    }
    let Some(ending) = session.ending() else { return ReplayOutcome::Open { turns: session.turns().len() } };
    let ledger = Ledger::judge(version.scenario, version.standard, session.turns());
    let card = Scorecard::new(version.scenario, version.standard, ledger, best);
    ReplayOutcome::Over { ending, points: card.points, score: card.score, verdict: card.verdict }
}

/// The play of these choices, as far as they are open, and the first that is not.
pub(super) fn played(version: ScenarioVersion, rolls: &Rolls, ids: &[&str]) -> (Session, Option<Misfit>) {
    // The seed only decides in which order choices are shown, and nobody looks.
    let mut session = Session::with_rolls(version.scenario.clone(), Seed::new(0), rolls.clone());
    let misfit = session.take_line(ids.iter().copied()).err();
    (session, misfit)
}
