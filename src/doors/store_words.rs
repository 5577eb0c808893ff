//! What the store says of learners, in the language of the session: what a learner meets has words of its own, what is a
//! matter of disks and files is told as everywhere.

use crate::record::profile::NameError;
use crate::speech::messages::Messages;
use crate::store::{LearnerMixup, StoreError};
use crate::tr;

/// Why something could not be done, and what to do.
pub(in crate::doors) fn refusal(error: &StoreError, words: &Messages) -> String {
    match error {
        StoreError::InUse { name, process: Some(process), .. } => {
            tr!(words, "learner-in-use-by", name = name.as_str(), process = process.to_string())
        }
        StoreError::InUse { name, process: None, .. } => tr!(words, "learner-in-use", name = name.as_str()),
        StoreError::Learner(LearnerMixup::NameTaken { name }) => tr!(words, "name-taken", name = name.as_str()),
        StoreError::Learner(LearnerMixup::SameLearner { name }) => tr!(words, "same-learner", name = name.as_str()),
        StoreError::Name(NameError::Empty) => tr!(words, "name-unseen"),
        StoreError::Name(NameError::TooLong) => tr!(words, "name-too-long"),
        other => other.sentence().in_lang(words.lang()).to_owned(),
    }
}
