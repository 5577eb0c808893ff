//! What a day is made of: activities, each with the reason why it is there.

use crate::content::standard::{RequirementId, SectionId};
use crate::record::journal::{CourseUnit, EventKey};

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedActivity {
    /// What.
    pub activity: Activity,
    /// Why it is there.
    pub reason: PlanReason,
    /// About how long it takes.
    pub seconds: u32,
    /// What it tests.
    pub requirements: Vec<RequirementId>,
    /// The section that it is about; none where it is about several.
    pub section: Option<SectionId>,
}

/// A way to practise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Activity {
    /// A moment of one's own, by its key.
    Moment(EventKey),
    /// A question of the bank, by its id.
    Question(Box<str>),
    /// A sentence to be said, by its id.
    Phrase(Box<str>),
    /// A scenario, by its id.
    Scenario(Box<str>),
    /// A unit of the course.
    Unit(CourseUnit),
}

/// Why an activity is there. A door says it in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanReason {
    /// A mistake of one's own, made so many times.
    OwnMistake {
        /// What it was about.
        requirement: RequirementId,
        /// How often.
        times: u32,
    },
    /// It was failed today.
    FailedToday {
        /// What.
        requirement: RequirementId,
    },
    /// It was missed more than once, and is due.
    OftenMissed {
        /// What.
        requirement: RequirementId,
        /// How often.
        times: u32,
    },
    /// It was asked for so many days ago, and is due.
    Due {
        /// What.
        requirement: RequirementId,
        /// The days since then.
        days: u32,
    },
    /// It might be forgotten on the day of the exam.
    Exam {
        /// What.
        requirement: RequirementId,
    },
    /// A visit that asks for so many things that are due.
    Covers {
        /// How many.
        due: usize,
    },
    /// It is what comes next in the course.
    NextUnit,
    /// It is about the section of which least is remembered.
    Weakest {
        /// Which.
        section: SectionId,
    },
    /// It was never asked for.
    FirstTime {
        /// What.
        requirement: RequirementId,
    },
}
