//! A room: one place where something is told and something can be typed. Where a room leads is a plain value, so no room
//! needs to know another.

use super::context::PlainContext;
use super::dialog::{Dialog, Spoken};
use crate::content::scenario::Scenario;
use crate::play::engine::Session;
use crate::record::journal::{CourseUnit, EventKey};
use crate::store::OpenSitting;
use crate::trainer::exam_run::{ExamRun, WantedExam};
use crate::trainer::phrase_drill::PhraseDrill;
use crate::trainer::recorded_play::RecordedPlay;
use crate::trainer::round::Round;
use std::sync::Arc;

/// One place. It keeps what it has told, so that coming back tells nothing twice.
pub(super) trait PlainRoom {
    /// Tells what is new and listens, until it leads on.
    fn enter(&mut self, own: &mut PlainContext, dialog: &mut Dialog) -> Spoken<Onward>;

    /// Whether a play is under way here.
    fn is_play(&self) -> bool {
        false
    }
}

/// Where a room leads.
#[derive(Debug)]
pub(super) enum Onward {
    /// Back to the room before.
    Back,
    Open(RoomName),
    /// Another room takes this one's place: there is no way back to it.
    Become(RoomName),
    /// All the way home, and on from there.
    FromHome(Option<RoomName>),
    /// A single play is over, and nothing more is typed.
    Over,
}

/// A room, and what it is about.
#[derive(Debug)]
pub(super) enum RoomName {
    Learners,
    List,
    Briefing(Arc<Scenario>),
    Play(Box<RecordedPlay>, Entrance),
    Review(Box<RecordedPlay>),
    /// The best way on from here.
    BestLine(Session),
    History,
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
    /// The exams, with the one that is wanted.
    Exams(WantedExam),
    /// A sitting under way, and its file.
    Exam(Box<ExamRun>, OpenSitting),
    /// Sentences to be said, one after the other.
    Phrases(Box<PhraseDrill>),
    /// The standard, at what these words find, or from its beginning.
    Standard(String),
}

impl RoomName {
    /// Whether something can be looked up there that an exam asks.
    pub(super) fn helps(&self) -> bool {
        match self {
            RoomName::Review(_)
            | RoomName::BestLine(_)
            | RoomName::Today
            | RoomName::Course
            | RoomName::Unit(_)
            | RoomName::Moment(_)
            | RoomName::Questions
            | RoomName::Round(_)
            | RoomName::Phrases(_)
            | RoomName::Standard(_) => true,
            RoomName::Learners
            | RoomName::List
            | RoomName::Briefing(_)
            | RoomName::Play(..)
            | RoomName::History
            | RoomName::Exams(_)
            | RoomName::Exam(..) => false,
        }
    }
}

/// How a play was come to, and so what is told of it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entrance {
    /// By its briefing: what is known beforehand is told already.
    Briefed,
    /// By its name alone.
    ByName,
    /// It was left before.
    GoneOn,
    /// It was left before, and its scenario was edited since.
    Edited,
    /// It is tried again from this move, counted from 1.
    Again(usize),
}
