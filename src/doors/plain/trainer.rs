//! The trainer as lines of text: from one room to the next, until the learner leaves or the input ends.

use super::best_line::BestLineRoom;
use super::briefing::BriefingRoom;
use super::context::{Entered, PlainContext};
use super::course::CourseRoom;
use super::dialog::{Dialog, PlainExit, Spoken};
use super::exam::ExamRoom;
use super::exams::ExamsRoom;
use super::history::HistoryRoom;
use super::home::HomeRoom;
use super::learners::LearnersRoom;
use super::moment::MomentRoom;
use super::phrase::PhraseRoom;
use super::play::PlayRoom;
use super::play_recorder::CannotBegin;
use super::questions::QuestionsRoom;
use super::review::ReviewRoom;
use super::room::{Entrance, Onward, PlainRoom, RoomName};
use super::round::RoundRoom;
use super::scenario_list::ScenarioListRoom;
use super::standard::StandardRoom;
use super::today::TodayRoom;
use super::unit::UnitRoom;
use super::welcome::welcome;
use crate::content::scenario::Scenario;
use crate::doors::store_words::refusal;
use crate::record::history::WantedPlay;
use crate::store::StoreError;
use crate::tr;
use crate::trainer::exam_run::WantedExam;
use crate::trainer::open_play::may_look_up;
use std::io;
use std::sync::Arc;

/// The trainer, and where its learner is.
pub struct PlainTrainer {
    own: PlainContext,
    rooms: Vec<Box<dyn PlainRoom>>,
    /// Whether it is for one play, named at its start.
    is_single: bool,
}

/// How the trainer was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Departure {
    /// A single play was over, and nothing more was typed.
    AtTheEnd,
    /// On the way; everything so far is kept.
    Early,
}

impl PlainTrainer {
    /// At home.
    pub fn at_home(own: PlainContext) -> PlainTrainer {
        PlainTrainer { own, rooms: Vec::new(), is_single: false }
    }

    /// At one play: an open one that is wanted, or a new one; at the exam that is being sat, where one is. An exam is on the disk before anything of it is shown.
    ///
    /// # Errors
    /// Why none is begun.
    pub fn at_play(
        mut own: PlainContext,
        scenario: &Arc<Scenario>,
        wanted: WantedPlay,
    ) -> Result<PlainTrainer, CannotBegin> {
        if let Some(id) = own.open_exam() {
            return Ok(PlainTrainer::at_exam(own, WantedExam { id: Some(id), ..WantedExam::default() }));
        }
        let (play, entrance) = match own.go_on_or_begin(scenario, wanted, None)? {
            Entered::New(play) => (play, Entrance::ByName),
            Entered::GoneOn(play) => (play, Entrance::GoneOn),
            Entered::Edited(play) => (play, Entrance::Edited),
        };
        let room = PlayRoom::new(play, entrance);
        Ok(PlainTrainer { own, rooms: vec![Box::new(room)], is_single: true })
    }

    /// At the exams, with the one that is wanted.
    pub fn at_exam(own: PlainContext, wanted: WantedExam) -> PlainTrainer {
        let room = ExamsRoom { wanted };
        PlainTrainer { own, rooms: vec![Box::new(room)], is_single: true }
    }

    /// Talks until the learner leaves or the input ends. Why something that was done is not saved comes back, if it is not.
    ///
    /// # Errors
    /// When the input or the output fails.
    pub fn run(mut self, dialog: &mut Dialog) -> io::Result<Option<StoreError>> {
        let left = match self.talk(dialog) {
            Ok(left) => Ok(left),
            Err(PlainExit::Left | PlainExit::InputEnded) => Ok(Departure::Early),
            Err(PlainExit::Broken(why)) => Err(why),
        };
        let said = left.and_then(|left| match self.farewell(left, dialog) {
            Err(PlainExit::Broken(why)) => Err(why),
            Ok(()) | Err(PlainExit::Left | PlainExit::InputEnded) => Ok(()),
        });
        self.own.let_go();
        said.map(|()| self.own.lost)
    }

    fn talk(&mut self, dialog: &mut Dialog) -> Spoken<Departure> {
        if self.rooms.is_empty() {
            self.begin(dialog)?;
        }
        self.own.tell_news(dialog)?;
        loop {
            let Some(room) = self.rooms.last_mut() else { return Ok(Departure::Early) };
            match room.enter(&mut self.own, dialog)? {
                Onward::Over => return Ok(Departure::AtTheEnd),
                Onward::Back => self.back(),
                Onward::Open(name) => self.open(name, dialog)?,
                Onward::Become(name) => {
                    self.rooms.pop();
                    self.open(name, dialog)?;
                }
                Onward::FromHome(name) => {
                    self.rooms.truncate(1);
                    if let Some(name) = name {
                        self.open(name, dialog)?;
                    }
                }
            }
        }
    }

    /// Opens who played last, or welcomes whoever comes first; a first visit begins with its briefing.
    fn begin(&mut self, dialog: &mut Dialog) -> Spoken<()> {
        let known = self.own.learners();
        let is_first = self.own.recorder.is_none() && known.is_empty();
        self.rooms.push(Box::new(if is_first { HomeRoom::after_welcome() } else { HomeRoom::new() }));
        if self.own.recorder.is_none() {
            match known.first() {
                None => {
                    welcome(&mut self.own, dialog)?;
                    let first = self.own.pack.scenarios.get(0).cloned();
                    if let Some(scenario) = first.filter(|_| self.own.history().is_empty()) {
                        self.open(RoomName::Briefing(scenario), dialog)?;
                    }
                }
                Some(last) => {
                    if let Err(why) = self.own.open(last) {
                        dialog.say(&refusal(&why, &self.own.words))?;
                        self.open(RoomName::Learners, dialog)?;
                    }
                }
            }
        }
        if let Some(id) = self.own.open_exam() {
            self.open(RoomName::Exams(WantedExam { id: Some(id), ..WantedExam::default() }), dialog)?;
        }
        Ok(())
    }

    /// Back to the room before. Behind a single play there is home, if it is kept for somebody.
    fn back(&mut self) {
        self.rooms.pop();
        if self.rooms.is_empty() && self.own.recorder.is_some() && self.own.saves.is_some() {
            self.is_single = false;
            self.rooms.push(Box::new(HomeRoom::new()));
        }
    }

    /// Opens a room, if it is not closed for the sake of an exam that waits. While a sitting is open, everything else that this
    /// learner could do leads to the exams.
    fn open(&mut self, name: RoomName, dialog: &mut Dialog) -> Spoken<()> {
        let waits = !matches!(name, RoomName::Learners | RoomName::Exams(_) | RoomName::Exam(..));
        let sitting = if waits { self.own.open_exam() } else { None };
        let name = match sitting {
            Some(id) => RoomName::Exams(WantedExam { id: Some(id), ..WantedExam::default() }),
            None => name,
        };
        if name.helps()
            && let Err(refused) = may_look_up(self.own.history(), &self.own.pack)
        {
            return dialog.say(&refused.told(&self.own.words));
        }
        let room: Box<dyn PlainRoom> = match name {
            RoomName::Learners => Box::new(LearnersRoom),
            RoomName::List => Box::new(ScenarioListRoom),
            RoomName::Briefing(scenario) => Box::new(BriefingRoom::new(scenario)),
            RoomName::Play(play, entrance) => Box::new(PlayRoom::new(*play, entrance)),
            RoomName::Review(play) => Box::new(ReviewRoom::new(*play, self.is_single && self.rooms.is_empty())),
            RoomName::BestLine(from) => Box::new(BestLineRoom::new(from)),
            RoomName::Today => Box::new(TodayRoom),
            RoomName::Course => Box::new(CourseRoom),
            RoomName::Unit(unit) => Box::new(UnitRoom::new(unit)),
            RoomName::Moment(key) => Box::new(MomentRoom::new(key)),
            RoomName::Questions => Box::new(QuestionsRoom),
            RoomName::Round(round) => Box::new(RoundRoom::new(*round)),
            RoomName::Exams(wanted) => Box::new(ExamsRoom { wanted }),
            RoomName::Exam(run, file) => Box::new(ExamRoom::new(*run, file)),
            RoomName::Phrases(drill) => Box::new(PhraseRoom::new(*drill)),
            RoomName::History => Box::new(HistoryRoom::default()),
            RoomName::Standard(wanted) => Box::new(StandardRoom::new(wanted)),
        };
        self.rooms.push(room);
        Ok(())
    }

    /// Says what whoever leaves has to know.
    fn farewell(&self, left: Departure, dialog: &mut Dialog) -> Spoken<()> {
        let words = &self.own.words;
        let in_play = self.rooms.iter().any(|room| room.is_play());
        let is_unsaved = self.own.recorder.as_ref().is_some_and(|recorder| recorder.unsaved().is_some());
        let kept = if self.is_single { tr!(words, "plain-left") } else { tr!(words, "notice-kept") };
        let said = self.own.recorder.as_ref().and_then(|recorder| recorder.farewell(words, kept));
        let otherwise = if in_play { tr!(words, "plain-left-nameless") } else { tr!(words, "plain-goodbye") };
        let said = match (left, in_play || is_unsaved) {
            (Departure::AtTheEnd, _) if !is_unsaved => None,
            (_, true) => Some(said.unwrap_or(otherwise)),
            (_, false) => Some(otherwise),
        };
        said.map_or(Ok(()), |said| dialog.say(&said))?;
        Ok(dialog.out.flush()?)
    }
}
