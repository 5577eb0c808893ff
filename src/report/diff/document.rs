//! Everything that a document about a change is made of. Words are found by each rendering.

use crate::author::diff::{ReplayOutcome, ScenarioDiff, ScenarioVersion};
use crate::base::chance::Seed;

/// Two versions and what is different between them.
pub struct DiffDocument<'c> {
    /// The version that was.
    pub old: ComparedVersion<'c>,
    /// The version that is.
    pub new: ComparedVersion<'c>,
    /// What is different.
    pub change: &'c ScenarioDiff,
    /// What becomes of the plays that learners have stored.
    pub stored: Vec<StoredPlayDiff>,
}

/// One version, as it was named.
#[derive(Clone, Copy)]
pub struct ComparedVersion<'c> {
    /// Its file, or the id that was given in its place.
    pub shown: &'c str,
    /// Its scenario, and what that is judged by.
    pub edition: ScenarioVersion<'c>,
    /// The hash of everything in its standard.
    pub standard_hash: &'c str,
}

/// A stored play of the scenario.
pub struct StoredPlayDiff {
    /// The name of the learner's folder.
    pub learner: String,
    /// The number of the play among the learner's.
    pub number: u32,
    /// Its file, as it is shown.
    pub file: String,
    /// What all its chance came from.
    pub seed: Seed,
    /// The ids of the choices of the run that counts.
    pub choices: Vec<String>,
    /// In which version.
    pub played: PlayedIn,
    /// Whether it reached an ending.
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
    /// The value in a JSON document.
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
