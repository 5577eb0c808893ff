//! Which play a command means: the one rule for all doors. What is open and as it is wanted is gone on with, the newest
//! first; only where there is none another play is begun.

use super::recorded_play::{RecordedPlay, Refusal};
use crate::base::chance::Seed;
use crate::content::scenario::{Pack, Scenario};
use crate::play::engine::Misfit;
use crate::record::attempt::{Attempt, AttemptId, Mode};
use crate::record::history::{History, WantedPlay};
use jiff::Timestamp;
use std::sync::Arc;

/// The open play of this scenario that is wanted, gone on with; and where it does not fit the scenario any more. `load`
/// finds the moves of a play; one that cannot be read, or stands at an ending by now, is passed over.
pub fn go_on(
    history: &History,
    scenario: &Arc<Scenario>,
    wanted: WantedPlay,
    now: Timestamp,
    mut load: impl FnMut(AttemptId) -> Option<Arc<Attempt>>,
) -> Option<(RecordedPlay, Option<Misfit>)> {
    history.open_plays(&scenario.id, wanted).find_map(|id| {
        let found = RecordedPlay::resume(scenario, id, &load(id)?, now);
        (!found.0.session().is_over()).then_some(found)
    })
}

/// Whether what helps may be looked at: the standard, questions, the course, reviews and the plan of a day. While an exam
/// waits to be gone on with, nobody may look up in them what it asks.
///
/// # Errors
/// [`Refusal::ExamWaits`].
pub fn may_look_up(history: &History, pack: &Pack) -> Result<(), Refusal> {
    let exam = WantedPlay { mode: Some(Mode::Exam), seed: None };
    // One whose scenario is gone can never be gone on with, and closes nothing.
    match pack.scenarios.ids().find(|id| history.open_plays(id, exam).next().is_some()) {
        Some(_) => Err(Refusal::ExamWaits),
        None => Ok(()),
    }
}

/// Whether another play may be begun under this seed. While an exam is open nobody may rehearse its very visit.
///
/// # Errors
/// [`Refusal::OpenExam`].
pub fn may_begin(history: &History, scenario: &str, seed: Seed) -> Result<(), Refusal> {
    let exam = WantedPlay { mode: Some(Mode::Exam), seed: Some(seed) };
    match history.open_plays(scenario, exam).next() {
        Some(_) => Err(Refusal::OpenExam),
        None => Ok(()),
    }
}
