//! What a change of a scenario means to a learner, on paper: as text and as JSON.

mod json;
mod text;

pub use json::document;
pub use text::told;

use crate::author::diff::{ReplayOutcome, ScenarioDiff, ScenarioVersion};
use crate::play::scoring::{Score, Verdict};

/// Two versions and what is different between them.
pub struct DiffDocument<'c> {
    pub old: ComparedVersion<'c>,
    pub new: ComparedVersion<'c>,
    pub change: &'c ScenarioDiff,
    pub stored: Vec<StoredPlayDiff>,
}

/// One version, as it was named.
#[derive(Clone, Copy)]
pub struct ComparedVersion<'c> {
    pub shown: &'c str,
    pub edition: ScenarioVersion<'c>,
    pub standard_hash: &'c str,
}

/// A stored play of the scenario.
pub struct StoredPlayDiff {
    pub learner: String,
    /// The number of the play among the learner's.
    pub number: u32,
    pub file: String,
    pub seed: u64,
    pub played: PlayedIn,
    pub finished: bool,
    /// In the version that it was played in; none if that is neither of the two.
    pub was: Option<ReplayOutcome>,
    /// In the new version.
    pub is: ReplayOutcome,
}

/// Which version a stored play was played in, by its hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayedIn {
    /// The old version: the change makes it stale.
    Old,
    /// The new version: it is up to date.
    New,
    /// Neither: it was stale before.
    Other,
}

impl PlayedIn {
    pub fn word(self) -> &'static str {
        match self {
            PlayedIn::Old => "old",
            PlayedIn::New => "new",
            PlayedIn::Other => "other",
        }
    }
}

impl DiffDocument<'_> {
    /// Whether both versions are one text, judged by one standard.
    pub fn is_same(&self) -> bool {
        let (old, new) = (&self.old, &self.new);
        old.edition.scenario.hash == new.edition.scenario.hash && old.standard_hash == new.standard_hash
    }
}

/// The score and verdict of a play that is over.
fn result(replay: &ReplayOutcome) -> Option<(Score, Verdict)> {
    match replay {
        ReplayOutcome::Over { score, verdict, .. } => Some((*score, *verdict)),
        ReplayOutcome::Open { .. } | ReplayOutcome::Stopped { .. } => None,
    }
}
