//! The events of a journal. Each has a key that no other event of any machine has, so that two journals become one
//! without loss or doubling.

use super::own_moment::OwnMoment;
use super::review::RequirementReview;
use crate::record::day::Day;
use jiff::Timestamp;
use std::fmt;
use std::str::FromStr;

/// A random number that a session draws before it writes: two copies of a folder never write under one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JournalOrigin(u64);

/// What tells an event from all others, wherever they were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventKey {
    /// Who wrote it.
    pub origin: JournalOrigin,
    /// Its place in the journal that it was written into, from 1.
    pub number: u64,
}

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
    /// Something that only a newer version understands: its kind. The journal keeps all of it.
    Unknown(Box<str>),
}

/// A unit of a course.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CourseUnit {
    /// The id of the course.
    pub course: Box<str>,
    /// The id of the unit, in its course.
    pub unit: Box<str>,
}

impl JournalOrigin {
    /// The origin of a random number.
    pub const fn new(random: u64) -> JournalOrigin {
        JournalOrigin(random)
    }
}

impl fmt::Display for JournalOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Display for EventKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.origin, self.number)
    }
}

/// The words are no key of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKey;

impl FromStr for EventKey {
    type Err = NoKey;

    /// A key as it is shown.
    fn from_str(words: &str) -> Result<EventKey, NoKey> {
        let (origin, number) = words.split_once('-').ok_or(NoKey)?;
        let origin = u64::from_str_radix(origin, 16).map(JournalOrigin).map_err(|_| NoKey)?;
        let key = EventKey { origin, number: number.parse().map_err(|_| NoKey)? };
        (key.number > 0 && key.to_string() == words).then_some(key).ok_or(NoKey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_shown_and_in_no_other_way() {
        let key = EventKey { origin: JournalOrigin::new(0x2a), number: 7 };
        assert_eq!(key.to_string(), "000000000000002a-7");
        assert_eq!(key.to_string().parse(), Ok(key));
        for other in ["2a-7", "000000000000002a-07", "000000000000002a-0", "000000000000002A-7", "000000000000002a", ""]
        {
            assert_eq!(other.parse::<EventKey>(), Err(NoKey), "{other}");
        }
    }
}
