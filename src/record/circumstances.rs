//! What a result is to be read with: the help that a run had, and what is another than when it was played. It judges
//! nothing.

use super::attempt::{Attempt, AttemptId, Outdated};
use super::history::History;
use crate::content::scenario::{Pack, Scenario};
use std::sync::Arc;

/// The circumstances of one run of an attempt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// Whether it was tried again after the run that counts.
    pub is_retry: bool,
    /// How many moves of the run that counts were taken back.
    pub rewinds: usize,
    /// How many hints were asked for in it.
    pub hints: usize,
    /// Whether the scenario was edited while it was played, so that it went on from the last move that still fitted.
    pub edited_midway: bool,
    /// Whether the learner had met the same visit, chance and all, in an earlier play.
    pub seed_met: bool,
    /// What is another than it was.
    pub outdated: Vec<Outdated>,
    /// The edition of the rules by which it was judged when it was played.
    pub rules: u32,
}

impl Circumstances {
    /// Those of the run that counts, as far as the attempt alone can tell.
    pub fn of(attempt: &Attempt, scenario: &Arc<Scenario>, pack: &Pack) -> Circumstances {
        let replay = attempt.replay(scenario);
        Circumstances {
            is_retry: false,
            rewinds: replay.rewinds,
            hints: replay.hints.len(),
            edited_midway: replay.left_behind.is_some(),
            seed_met: false,
            outdated: attempt.outdated(scenario, pack),
            rules: attempt.rules,
        }
    }

    /// The same for an attempt of this learner, with what was played before it.
    #[must_use]
    pub fn after(self, history: &History, id: AttemptId, attempt: &Attempt) -> Circumstances {
        Circumstances { seed_met: history.has_met(id, attempt), ..self }
    }

    /// The same for a run that was tried again: what helped the first does not concern it.
    #[must_use]
    pub fn of_retry(self) -> Circumstances {
        Circumstances { is_retry: true, rewinds: 0, hints: 0, edited_midway: false, ..self }
    }
}
