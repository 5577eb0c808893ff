//! How every walk went.

use crate::author::playscript::{Mismatch, Outcome, Playscript};
use crate::base::diagnostic::Diagnostic;
use crate::content::notation::Source;

/// All walks of one run.
pub struct WalksDocument {
    /// One entry a file.
    pub walks: Vec<PlayedWalk>,
    /// What is wrong with the scenarios, which explains why a walk does not find one.
    pub diagnostics: Vec<Diagnostic>,
}

/// One file, as far as it came.
pub enum PlayedWalk {
    /// It was played; what did not hold stands in the outcome.
    Played {
        /// What was written.
        walk: Box<Playscript>,
        /// How it went.
        outcome: Box<Outcome>,
    },
    /// It cannot be read, or names what is not there.
    Unplayed {
        /// The file as it is shown.
        file: Box<str>,
        /// Its text, where it could be read at all.
        source: Option<Source>,
        /// Why it was not played.
        mismatches: Vec<Mismatch>,
    },
}

impl PlayedWalk {
    /// Whether the play went as it is written.
    pub fn holds(&self) -> bool {
        match self {
            PlayedWalk::Played { outcome, .. } => outcome.mismatches.is_empty(),
            PlayedWalk::Unplayed { .. } => false,
        }
    }
}

impl WalksDocument {
    /// How many walks do not hold.
    pub fn failed(&self) -> usize {
        self.walks.iter().filter(|walk| !walk.holds()).count()
    }
}
