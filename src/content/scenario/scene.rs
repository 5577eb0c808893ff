//! Where a play stands: scenes with their choices, endings, and the lines that are said there.

use super::choice::Choice;
use super::condition::Condition;
use super::ids::SpeakerId;
use super::origin::Origin;
use crate::base::text::Text;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A situation in which the player chooses.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Scene {
    /// Its name; a fragment's is `fragment/name`.
    pub name: Box<str>,
    /// Where it takes place, as a heading.
    pub place: Option<Text>,
    /// What is said on entering: lines of the scenario.
    pub lines: Range<usize>,
    /// What is said when a choice leads back to it: lines of the scenario.
    pub again: Range<usize>,
    /// What may be chosen, in the order of the file.
    pub choices: Vec<Choice>,
    /// Where it was written.
    pub origin: Origin,
}

/// A way in which a play ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ending {
    /// Its name.
    pub name: Box<str>,
    /// What it is called.
    pub title: Text,
    /// What is said at the end: lines of the scenario.
    pub lines: Range<usize>,
}

/// Something that is said or shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Line {
    /// Who says it; nobody, where it is narrated.
    pub by: Option<SpeakerId>,
    /// How it is said, as a stage direction.
    pub how: Option<Text>,
    /// The words.
    pub text: Text,
    /// It is left out where this does not hold.
    pub when: Condition,
}
