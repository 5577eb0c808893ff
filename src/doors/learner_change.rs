//! What can be done to a learner at any door, and how it is told.

use crate::speech::messages::Messages;
use crate::store::{Saves, StoreError};
use crate::tr;

/// What can be done to a learner from the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LearnerChange {
    Rename {
        from: String,
        to: String,
    },
    /// All plays of one go to the other.
    Merge {
        from: String,
        into: String,
    },
    Delete {
        name: String,
    },
}

impl LearnerChange {
    /// Whether somebody of this name is changed by it.
    pub(in crate::doors) fn concerns(&self, name: &str) -> bool {
        match self {
            LearnerChange::Rename { from, .. } => from == name,
            LearnerChange::Merge { from, into } => from == name || into == name,
            LearnerChange::Delete { name: own } => own == name,
        }
    }

    /// Does it.
    ///
    /// # Errors
    /// Those of [`Saves::rename`], [`Saves::merge`] and [`Saves::delete`].
    pub(in crate::doors) fn apply(&self, saves: &Saves) -> Result<(), StoreError> {
        match self {
            LearnerChange::Rename { from, to } => saves.rename(from, to),
            LearnerChange::Merge { from, into } => saves.merge(from, into).map(|_| ()),
            LearnerChange::Delete { name } => saves.delete(name),
        }
    }

    /// Who is there afterwards in the place of whom it concerns.
    pub(in crate::doors) fn whoever_stays(&self) -> Option<&str> {
        match self {
            LearnerChange::Rename { to, .. } => Some(to),
            LearnerChange::Merge { into, .. } => Some(into),
            LearnerChange::Delete { .. } => None,
        }
    }

    /// What was done, in words.
    pub(in crate::doors) fn told(&self, words: &Messages) -> String {
        match self {
            LearnerChange::Rename { from, to } => {
                tr!(words, "learner-renamed", name = from.as_str(), new = to.as_str())
            }
            LearnerChange::Merge { from, into } => {
                tr!(words, "learner-merged-all", from = from.as_str(), into = into.as_str())
            }
            LearnerChange::Delete { name } => tr!(words, "learner-deleted", name = name.as_str()),
        }
    }
}
