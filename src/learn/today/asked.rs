//! What a plan is made of: what the learner asked for, and what there is to play. Requirements go by their dotted ids, as in
//! the journal.

use crate::record::day::Day;
use crate::record::journal::{CourseUnit, EventKey};

/// What the learner asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayAsked {
    /// The most minutes that the day may take.
    pub minutes: u32,
    /// The day of the exam, if there is one.
    pub exam: Option<Day>,
    /// Today.
    pub day: Day,
}

/// Everything that can be played today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Available {
    /// The questions of the bank.
    pub questions: Vec<OfferedQuestion>,
    /// The sentences that can be said.
    pub phrases: Vec<OfferedPhrase>,
    /// The learner's own moments that can still be played.
    pub moments: Vec<OfferedMoment>,
    /// The scenarios of the pack.
    pub scenarios: Vec<OfferedScenario>,
    /// The next unit of the course that is open; none where there is no course or it is done.
    pub course_next: Option<CourseNext>,
}

/// A question that can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedQuestion {
    /// Its id.
    pub id: Box<str>,
    /// What it tests.
    pub requirements: Vec<Box<str>>,
    /// The day on which it was asked last: of several, the one that rested longest is asked.
    pub asked: Option<Day>,
}

/// A prescribed sentence that can be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedPhrase {
    /// Its id.
    pub id: Box<str>,
    /// What it tests.
    pub requirements: Vec<Box<str>>,
    /// Whether it was said as it should be when it was asked for last.
    pub is_passed: bool,
}

/// A moment of one's own that can be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedMoment {
    /// Its key.
    pub key: EventKey,
    /// What it tests.
    pub requirements: Vec<Box<str>>,
    /// How often the mistake was made.
    pub mistakes: u32,
    /// Whether it was passed when it was played last.
    pub is_passed: bool,
    /// The day on which it was played last.
    pub played: Option<Day>,
}

/// A scenario that can be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedScenario {
    /// Its id.
    pub id: Box<str>,
    /// What it tests.
    pub requirements: Vec<Box<str>>,
    /// How long a play takes, about.
    pub minutes: u32,
    /// The day on which it was played last.
    pub played: Option<Day>,
}

/// The unit of the course that comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseNext {
    /// Which.
    pub unit: CourseUnit,
    /// How long what is left of it takes, about. It can be left and gone on with at any line.
    pub minutes: u32,
    /// What it teaches.
    pub requirements: Vec<Box<str>>,
}
