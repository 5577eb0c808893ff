//! A review: what an activity showed of one requirement. The learner never says it herself.

use super::key::EventKey;
use crate::record::attempt::AttemptId;
use jiff::Timestamp;

/// How well something was known, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rating {
    /// Not.
    Again,
    /// Late, or with help.
    Hard,
    /// As it should be.
    Good,
}

/// What one activity showed of one requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementReview {
    /// Its dotted id, which the standard of today may not know any more.
    pub requirement: Box<str>,
    /// How well it was known.
    pub rating: Rating,
    /// What showed it.
    pub source: ReviewSource,
    /// The seconds that the activity took, where they were taken.
    pub seconds: Option<u32>,
}

/// The activity that a review comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewSource {
    /// A scenario was played.
    Play(PlayRef),
    /// A question of the bank was answered.
    Question(Box<str>),
    /// One's own mistake was played again: the event that made the moment.
    Moment(EventKey),
    /// A prescribed sentence was said.
    Phrase(Box<str>),
}

/// Which play it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayRef {
    /// Its number when it was played. A merge of learners gives it another; what it is known by is the rest.
    pub attempt: AttemptId,
    /// The id of the scenario.
    pub scenario: Box<str>,
    /// When it was begun, in whole milliseconds: no learner begins two plays at once.
    pub started: Timestamp,
}

impl Rating {
    /// All of them, the worst first.
    pub const ALL: [Rating; 3] = [Rating::Again, Rating::Hard, Rating::Good];

    /// As files and documents name it.
    pub fn word(self) -> &'static str {
        match self {
            Rating::Again => "again",
            Rating::Hard => "hard",
            Rating::Good => "good",
        }
    }

    /// Whether it was known at all.
    pub fn is_right(self) -> bool {
        self != Rating::Again
    }
}
