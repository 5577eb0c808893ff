//! Where a screen leads, as a plain value: so no screen needs to know another.

use crate::base::chance::Seed;
use crate::content::blueprint::Blueprint;
use crate::content::scenario::Scenario;
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::exam_exchange::OpenedExam;
use crate::doors::tui::keys::{Binding, KeyContext};
use crate::play::engine::Session;
use crate::record::attempt::AttemptId;
use crate::record::journal::{CourseUnit, EventKey};
use crate::trainer::exam_run::WantedExam;
use crate::trainer::phrase_drill::PhraseDrill;
use crate::trainer::reading_aloud::ReadingAloud;
use crate::trainer::recorded_play::{RecordedPlay, Refusal};
use crate::trainer::round::Round;
use std::sync::Arc;

/// What becomes of the screen that was asked.
#[derive(Debug)]
pub(crate) enum Navigation {
    Stay,
    /// Back to the screen before.
    Back,
    Open(Destination),
    /// Another screen takes this one's place: there is no way back to it.
    Become(Destination),
    /// All the way home, and on to another screen from there.
    FromHome(Destination),
    /// Back to the screen before, and there this is done.
    Act(Action),
    Quit,
}

/// What can be found besides what can always be found.
#[derive(Clone, Debug)]
pub(crate) struct Findable {
    /// Whether the standard may be read.
    pub may_read: Result<(), Refusal>,
    /// The screen that one comes from.
    pub here: KeyContext,
    /// What can be done there.
    pub actions: Vec<&'static Binding>,
}

/// A screen, and what it is about.
#[derive(Debug)]
pub(crate) enum Destination {
    Home,
    Learners,
    List,
    Briefing(Arc<Scenario>),
    Play(Box<RecordedPlay>),
    Log(Box<RecordedPlay>),
    /// The standard, at one requirement or from its beginning.
    Standard(Option<RequirementId>),
    /// The keys of this context.
    Help(KeyContext),
    Debrief(Box<RecordedPlay>),
    /// The best way on from here.
    BestLine(Session),
    /// All plays, at one of them or at the newest.
    History(Option<AttemptId>),
    Palette(Findable),
    /// What there is to do today.
    Today,
    /// The units of the courses.
    Course,
    /// The lesson of a unit, and what comes then.
    Unit(CourseUnit),
    /// A moment of one's own, to be played again.
    Moment(EventKey),
    /// The sections that have questions.
    Questions,
    /// Questions, one after the other.
    Round(Box<Round>),
    /// The exams.
    Exams(WantedExam),
    /// The rules of one, before it is begun.
    ExamRules(Arc<Blueprint>, WantedExam),
    /// A sitting.
    Sitting(Box<OpenedExam>),
    /// Sentences to be said, one after the other.
    Phrases(Box<PhraseDrill>),
    /// A sentence to be read aloud.
    Reading(Box<ReadingAloud>),
    /// A file that is being written, played under this seed, from where these choices lead.
    Preview {
        file: String,
        seed: Seed,
        choices: Vec<Box<str>>,
    },
}

impl Destination {
    /// Whether something can be looked up there that an exam asks.
    pub(crate) fn helps(&self) -> bool {
        match self {
            Destination::Standard(_)
            | Destination::Debrief(_)
            | Destination::BestLine(_)
            | Destination::Today
            | Destination::Course
            | Destination::Unit(_)
            | Destination::Moment(_)
            | Destination::Questions
            | Destination::Round(_)
            | Destination::Phrases(_)
            | Destination::Reading(_) => true,
            Destination::Home
            | Destination::Learners
            | Destination::List
            | Destination::Briefing(_)
            | Destination::Play(_)
            | Destination::Log(_)
            | Destination::Help(_)
            | Destination::Exams(_)
            | Destination::ExamRules(..)
            | Destination::Sitting(_)
            | Destination::History(_)
            | Destination::Palette(_)
            | Destination::Preview { .. } => false,
        }
    }
}
