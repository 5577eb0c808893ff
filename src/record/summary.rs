//! What is known of a play without its moves: enough to list it, to count it and to find it again.

use super::attempt::{Attempt, AttemptId, Mode};
use super::play_result::PlayResult;
use crate::base::chance::Seed;
use crate::play::engine::RecordedMove;
use crate::play::scoring::EDITION;
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;

/// One play of a learner, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaySummary {
    /// Its number.
    pub id: AttemptId,
    /// What was played; shared by all plays of the same.
    pub content: Arc<PlayedContent>,
    /// What all chance of it came from.
    pub seed: Seed,
    /// How much help the learner has.
    pub mode: Mode,
    /// Whether an ending was reached.
    pub finished: bool,
    /// When it was begun; whole milliseconds.
    pub started: Timestamp,
    /// The last sign of life; whole milliseconds.
    pub updated: Timestamp,
    /// How many hints were asked for in all of it.
    pub hints: usize,
    /// How often it went back to an earlier move, also after its end.
    pub rewinds: usize,
    /// What the run that counts came to, where it is known.
    pub result: Option<JudgedResult>,
}

/// The scenario, the standard and the rules of a play, or of a judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayedContent {
    /// The id of the scenario.
    pub scenario: Box<str>,
    /// Its hash.
    pub scenario_hash: Box<str>,
    /// The hash of the standard.
    pub standard_hash: Box<str>,
    /// The edition of the rules.
    pub rules: u32,
}

/// A result, and by what it was judged: it holds as long as that is what there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedResult {
    /// By which content and rules.
    pub by: Arc<PlayedContent>,
    /// What it came to.
    pub result: PlayResult,
}

impl PlaySummary {
    /// That of an attempt.
    pub fn of(id: AttemptId, attempt: &Attempt) -> PlaySummary {
        let content = Arc::new(PlayedContent::of(attempt));
        let result = attempt.result.map(|result| JudgedResult { by: content.clone(), result });
        let count = |is_meant: fn(&RecordedMove) -> bool| attempt.moves.iter().filter(|done| is_meant(done)).count();
        PlaySummary {
            id,
            content,
            seed: attempt.seed,
            mode: attempt.mode,
            finished: attempt.finished,
            started: attempt.started,
            updated: attempt.updated,
            hints: count(|done| matches!(done, RecordedMove::Hint)),
            rewinds: count(|done| matches!(done, RecordedMove::Rewind { .. })),
            result,
        }
    }

    /// From the start to the last sign of life; never negative.
    pub fn lasted(&self) -> Duration {
        Duration::try_from(self.updated.duration_since(self.started)).unwrap_or_default()
    }

    /// What it came to as it would be judged today; none where that is not known.
    pub fn result_now(&self, now: &PlayedContent) -> Option<PlayResult> {
        self.result.as_ref().filter(|own| *own.by == *now).map(|own| own.result)
    }
}

impl PlayedContent {
    /// What an attempt was made with.
    pub fn of(attempt: &Attempt) -> PlayedContent {
        PlayedContent {
            scenario: attempt.scenario.clone(),
            scenario_hash: attempt.scenario_hash.clone(),
            standard_hash: attempt.standard_hash.clone(),
            rules: attempt.rules,
        }
    }

    /// What there is today: a scenario of this id and hash, a standard of that hash, and these rules.
    pub fn now(scenario: &str, scenario_hash: &str, standard_hash: &str) -> PlayedContent {
        PlayedContent {
            scenario: scenario.into(),
            scenario_hash: scenario_hash.into(),
            standard_hash: standard_hash.into(),
            rules: EDITION,
        }
    }
}
