//! What one play came to, and whether that may be called a first run.

use crate::content::scenario::Pack;
use crate::play::engine::RecordedMove;
use crate::play::scoring::{EDITION, Score};
use crate::record::attempt::{Attempt, AttemptId, Mode};
use crate::record::play_result::PlayResult;
use jiff::Timestamp;

/// One play as far as progress asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressRun {
    /// Its number.
    pub attempt: AttemptId,
    /// The id of its scenario, which there may not be any more.
    pub scenario: Box<str>,
    /// When it was begun.
    pub started: Timestamp,
    /// How much help there was.
    pub mode: Mode,
    /// How many hints were asked for; of a first run alone that is sure.
    pub hints: usize,
    /// Whether an ending was reached.
    pub is_over: bool,
    /// Whether it is a first run: over, nothing of it taken back, and the same visit, chance and all, not played before.
    /// Where that cannot be told, it is none.
    pub is_first: bool,
    /// What the run that counts came to, where it is known.
    pub score: Option<Score>,
    /// Whether scenario, standard and rules are still those that judged it.
    pub is_current: bool,
}

impl ProgressRun {
    /// That of an attempt; `was_met` says whether its visit had been played before.
    pub(super) fn of(id: AttemptId, attempt: &Attempt, was_met: bool, pack: &Pack) -> ProgressRun {
        let counted = moves_that_count(attempt, pack);
        ProgressRun {
            attempt: id,
            scenario: attempt.scenario.clone(),
            started: attempt.started,
            mode: attempt.mode,
            hints: counted.unwrap_or_default().iter().filter(|done| **done == RecordedMove::Hint).count(),
            is_over: attempt.finished,
            is_first: !was_met && counted.is_some_and(has_no_rewind),
            score: attempt.result.filter(|_| attempt.finished).map(PlayResult::score),
            is_current: is_current(attempt, pack),
        }
    }
}

/// Whether a play came to an ending and nothing was taken back before it. Where that cannot be told any more, it is not.
pub fn is_steady(attempt: &Attempt, pack: &Pack) -> bool {
    moves_that_count(attempt, pack).is_some_and(has_no_rewind)
}

fn has_no_rewind(moves: &[RecordedMove]) -> bool {
    !moves.iter().any(is_rewind)
}

/// The moves up to the first ending; none where there is no ending, or nobody can tell any more where it stands.
fn moves_that_count<'a>(attempt: &'a Attempt, pack: &Pack) -> Option<&'a [RecordedMove]> {
    if !attempt.finished {
        return None;
    }
    if !attempt.moves.iter().any(is_rewind) {
        return Some(&attempt.moves);
    }
    let scenario = pack.scenario(&attempt.scenario).filter(|own| own.hash == attempt.scenario_hash)?;
    let ending = *attempt.replay(scenario).endings.first()?;
    attempt.moves.get(..=ending)
}

fn is_rewind(done: &RecordedMove) -> bool {
    matches!(done, RecordedMove::Rewind { .. })
}

fn is_current(attempt: &Attempt, pack: &Pack) -> bool {
    let head = pack.scenarios.head(&attempt.scenario);
    attempt.rules == EDITION
        && attempt.standard_hash == pack.standard_hash
        && head.is_some_and(|head| head.hash == attempt.scenario_hash)
}
