//! The events of a journal.

use super::key::{EventKey, JournalOrigin};
use super::own_moment::OwnMoment;
use super::review::RequirementReview;
use crate::record::day::Day;
use jiff::Timestamp;

/// Under which origin, and when, something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JournalStamp {
    /// Who writes it.
    pub origin: JournalOrigin,
    /// The moment, by the clock; kept in whole milliseconds.
    pub at: Timestamp,
    /// The learner's day of that moment.
    pub day: Day,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEvent {
    /// Its key.
    pub key: EventKey,
    /// When, by the clock of then.
    pub at: Timestamp,
    /// On which day of the learner, by the clock of then.
    pub day: Day,
    /// What happened.
    pub what: Happened,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happened {
    /// An activity showed how well a requirement is known.
    Reviewed(RequirementReview),
    /// A mistake became a moment; it is known by the key of this event.
    MomentMade(OwnMoment),
    /// A moment was played with a good move.
    MomentPassed(EventKey),
    /// A moment was played with another mistake.
    MomentFailed(EventKey),
    /// A moment cannot be played any more, as its scenario was edited.
    MomentDropped(EventKey),
    /// The learner said how many minutes a day may take.
    MinutesChosen(u32),
    /// The learner said when the exam is, or that there is none any more.
    ExamSet(Option<Day>),
    /// The lesson of a unit was read to its end.
    LessonRead(CourseUnit),
    /// The visit of a unit was passed.
    VisitPassed(CourseUnit),
    /// All questions of a unit were answered.
    UnitChecked(CourseUnit),
    /// A reply that was refused and, as the learner says, should count.
    ReplyFiled(FiledReply),
    /// Something that only a newer version understands: its kind. The journal keeps all of it.
    Unknown(Box<str>),
}

/// A reply that was refused: the trainer may see it otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledReply {
    /// What it was said to.
    pub to: FiledTo,
    /// The tag of its language.
    pub language: Box<str>,
    /// What was said.
    pub words: Box<str>,
    /// What was not heard in it, or spoiled: requirement and part.
    pub missed: Vec<Box<str>>,
}

/// What a filed reply was said to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FiledTo {
    /// The phrase with this id.
    Phrase(Box<str>),
    /// A moment of a play: the choice that it was held against.
    Choice {
        /// The id of the scenario.
        scenario: Box<str>,
        /// The name of the scene.
        scene: Box<str>,
        /// The id of the choice.
        choice: Box<str>,
    },
}

/// A unit of a course.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CourseUnit {
    /// The id of the course.
    pub course: Box<str>,
    /// The id of the unit, in its course.
    pub unit: Box<str>,
}
