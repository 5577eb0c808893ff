//! What all plays of one scenario came to.

use super::run::ProgressRun;
use crate::play::scoring::Score;
use crate::record::attempt::Attempt;
use std::collections::BTreeSet;

/// What a learner did with a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioProgress {
    /// Its id; the pack may have none of it any more.
    pub id: Box<str>,
    /// How often it was begun.
    pub plays: usize,
    /// How often it came to an ending.
    pub over: usize,
    /// How many of these were first runs.
    pub first_runs: usize,
    /// Under how many different dice it was begun.
    pub seeds: usize,
    /// The best score of a first run.
    pub best_first: Option<Score>,
    /// The score of the last play that was judged.
    pub last: Option<LastScore>,
}

/// The score of the last play of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastScore {
    /// What the run that counts came to.
    pub score: Score,
    /// Whether it is that of a first run.
    pub is_first: bool,
}

impl ScenarioProgress {
    /// That of the runs of this scenario, in the order of their numbers.
    pub(super) fn of(id: &str, own: &[(&ProgressRun, &Attempt)]) -> ScenarioProgress {
        let runs = || own.iter().map(|(run, _)| *run);
        let last = runs().rev().find_map(|run| Some(LastScore { score: run.score?, is_first: run.is_first }));
        ScenarioProgress {
            id: id.into(),
            plays: own.len(),
            over: runs().filter(|run| run.is_over).count(),
            first_runs: runs().filter(|run| run.is_first).count(),
            seeds: own.iter().map(|(_, attempt)| attempt.seed.number()).collect::<BTreeSet<_>>().len(),
            best_first: runs().filter(|run| run.is_first).filter_map(|run| run.score).max(),
            last,
        }
    }
}
