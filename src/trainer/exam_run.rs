//! A sitting under way, free of any screen: what a candidate asks for becomes an event, and the event is to be on the disk
//! before anything else is shown. Nothing is told about right and wrong until it is over.

use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::blueprint::Blueprint;
use crate::content::scenario::{ChoiceId, Pack};
use crate::exam::marking::{ExamVerdict, MarkingFault, SittingMarks, is_stale, judge, key_hash, mark};
use crate::exam::paper::{Shortage, draw, draw_further};
use crate::exam::sitting::{Sitting, SittingError};
use crate::play::asking::{Asked, Choices, ReplyError};
use crate::play::engine::Session;
use crate::play::scoring::EDITION;
use crate::record::sitting::{ClosedBecause, ItemReply, PaperItem, SittingBegun, SittingEvent, SittingLine};
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;

/// A moment of a sitting: what the clock on the wall says, and what the program's own clock counted since the last time,
/// where it was running then.
#[derive(Clone, Copy, Debug)]
pub struct ExamMoment {
    /// The clock on the wall.
    pub at: Timestamp,
    /// The program's own.
    pub ticked: Option<Duration>,
}

/// Who sits what.
#[derive(Clone, Debug)]
pub struct ExamEntry {
    /// The candidate, by name.
    pub candidate: Box<str>,
    /// The language it is begun in.
    pub language: Lang,
    /// What the paper is drawn from. Nobody chooses it.
    pub seed: Seed,
    /// How many minutes more this candidate was given.
    pub extra_minutes: u32,
    /// The proctor who is to open it, by name.
    pub proctor: Option<Box<str>>,
}

/// Which exam is wanted, if one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedExam {
    /// Its id.
    pub id: Option<Box<str>>,
    /// How many minutes more this candidate was given.
    pub extra_minutes: u32,
    /// The proctor who opens and closes it, by name.
    pub proctor: Option<Box<str>>,
}

/// A sitting under way.
#[derive(Clone, Debug)]
pub struct ExamRun {
    pack: Arc<Pack>,
    blueprint: Arc<Blueprint>,
    sitting: Sitting,
    /// The question that is being answered, and what was chosen in its steps so far.
    asked: Option<(usize, Asked, ItemReply)>,
    /// The scenario that is being played.
    visit: Option<(usize, Session)>,
}

/// How a scenario of a paper stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitStage {
    /// It was not begun.
    Waiting,
    /// It is being played.
    Open,
    /// It came to its end.
    Over,
    /// It was given up.
    Left,
}

/// Why something cannot be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExamRefusal {
    /// The sitting does not allow it.
    #[error(transparent)]
    Sitting(#[from] SittingError),
    /// That cannot be answered.
    #[error(transparent)]
    Reply(#[from] ReplyError),
    /// What the paper names is not in the content of today.
    #[error("what the paper names is not there any more")]
    Gone,
    /// That choice cannot be taken.
    #[error("that choice is not open")]
    Closed,
}

impl ExamRefusal {
    /// What is in the way.
    pub fn told(&self) -> Phrase {
        match self {
            ExamRefusal::Sitting(SittingError::TimeUp) => Phrase::new("the time is up", "时间到了"),
            ExamRefusal::Sitting(_) => Phrase::new("what is on record does not allow it", "按考试记录，这一步不行"),
            ExamRefusal::Reply(_) => Phrase::new("that can't be answered", "不能这样作答"),
            ExamRefusal::Gone => {
                Phrase::new("what the paper names is not there any more", "卷子上的题目或情景，现在的内容里已经没有了")
            }
            ExamRefusal::Closed => Phrase::new("that choice is not open", "那一项现在选不了"),
        }
    }
}

impl ExamRun {
    /// Begins a sitting. Its line is to be on the disk before the first question is shown.
    ///
    /// # Errors
    /// What the bank is short of.
    pub fn begin(
        pack: &Arc<Pack>,
        blueprint: &Arc<Blueprint>,
        entry: ExamEntry,
        at: Timestamp,
    ) -> Result<(ExamRun, SittingLine), Vec<Shortage>> {
        let paper = draw(blueprint, &pack.bank, &pack.standard, entry.seed)?;
        let begun = SittingBegun {
            exam: blueprint.id.clone(),
            candidate: entry.candidate,
            language: entry.language,
            // The order of answers tells nothing of the paper's own seed.
            seed: Seed::new(entry.seed.roll("answers", 0).0),
            minutes: blueprint.minutes,
            extra_minutes: entry.extra_minutes,
            key_hash: key_hash(blueprint, &paper.items, &pack.bank, &pack.standard),
            standard_hash: pack.standard_hash.clone(),
            rules: EDITION,
            proctor: entry.proctor,
            paper,
        };
        let (sitting, line) = Sitting::begin(begun, at);
        let (pack, blueprint) = (pack.clone(), blueprint.clone());
        Ok((ExamRun { pack, blueprint, sitting, asked: None, visit: None }, line))
    }

    /// Goes on with a sitting that was broken off, or looks at one that is closed, of which nothing is written. A scenario that was open stands where it stood.
    ///
    /// # Errors
    /// When it cannot be gone on with.
    pub fn resume(
        pack: &Arc<Pack>,
        blueprint: &Arc<Blueprint>,
        lines: &[SittingLine],
        at: Timestamp,
    ) -> Result<(ExamRun, Option<SittingLine>), ExamRefusal> {
        let sitting = Sitting::replay(lines).map_err(|(_, why)| why)?;
        let (pack, blueprint) = (pack.clone(), blueprint.clone());
        let mut run = ExamRun { pack, blueprint, sitting, asked: None, visit: None };
        if run.sitting.closed().is_some() {
            return Ok((run, None));
        }
        let line = run.happen(SittingEvent::Resumed, ExamMoment { at, ticked: None })?;
        let open = (0..run.sitting.visits().count()).find(|visit| run.stage(*visit) == VisitStage::Open);
        if let Some(visit) = open {
            run.visit = Some((visit, run.session_of(visit).ok_or(ExamRefusal::Gone)?));
        }
        Ok((run, Some(line)))
    }

    /// The sitting as it stands.
    pub fn sitting(&self) -> &Sitting {
        &self.sitting
    }

    /// What is sat.
    pub fn blueprint(&self) -> &Arc<Blueprint> {
        &self.blueprint
    }

    /// The question that is being answered, and its place on the paper.
    pub fn asked(&self) -> Option<(usize, &Asked)> {
        self.asked.as_ref().map(|(item, asked, _)| (*item, asked))
    }

    /// What can be answered now.
    pub fn choices(&self) -> Option<Choices> {
        self.asked.as_ref().and_then(|(_, asked, _)| asked.choices())
    }

    /// The scenario that is being played, and its place on the paper.
    pub fn visit(&self) -> Option<(usize, &Session)> {
        self.visit.as_ref().map(|(visit, session)| (*visit, session))
    }

    /// How a scenario of the paper stands.
    pub fn stage(&self, visit: usize) -> VisitStage {
        let Some((_, progress)) = self.sitting.visits().nth(visit) else { return VisitStage::Waiting };
        match (progress.is_begun, progress.is_left) {
            (false, _) => VisitStage::Waiting,
            (true, true) => VisitStage::Left,
            (true, false) if self.session_of(visit).is_some_and(|session| session.is_over()) => VisitStage::Over,
            (true, false) => VisitStage::Open,
        }
    }

    fn session_of(&self, visit: usize) -> Option<Session> {
        let (own, progress) = self.sitting.visits().nth(visit)?;
        let mut session = Session::new(self.pack.scenario(&own.scenario)?.clone(), own.seed);
        progress.moves.iter().try_for_each(|choice| session.take_id(choice).map(|_| ())).ok()?;
        Some(session)
    }

    /// Shows a question, to be answered from its beginning. An answer that it had stands until it has another.
    ///
    /// # Errors
    /// When there is none, or no time.
    pub fn show(&mut self, item: usize, now: ExamMoment) -> Result<SittingLine, ExamRefusal> {
        let own = self.sitting.items().get(item).ok_or(SittingError::NoSuchPlace)?;
        let question = self.pack.bank.find(&own.question).ok_or(ExamRefusal::Gone)?.clone();
        let line = self.happen(SittingEvent::Shown(item), now)?;
        self.asked = Some((item, Asked::new(&question, self.sitting.begun().seed), Vec::new()));
        Ok(line)
    }

    /// Answers the next step of the question that is shown; with the last step its answer is an event.
    ///
    /// # Errors
    /// When that cannot be answered, or there is no time left.
    pub fn reply(&mut self, chosen: &[usize], now: ExamMoment) -> Result<Option<SittingLine>, ExamRefusal> {
        let Some((item, asked, reply)) = &mut self.asked else { return Err(ReplyError::NotOffered.into()) };
        asked.reply(chosen)?;
        reply.push(chosen.to_vec());
        if asked.choices().is_some() {
            return Ok(None);
        }
        let what = SittingEvent::Answered { item: *item, reply: std::mem::take(reply) };
        self.asked = None;
        self.happen(what, now).map(Some)
    }

    /// Puts the question away that is shown; what was chosen of it so far is no answer.
    pub fn put_away(&mut self) {
        self.asked = None;
    }

    /// Marks a question to come back to, or takes the mark away.
    ///
    /// # Errors
    /// When there is no such question, or no time left.
    pub fn flag(&mut self, item: usize, now: ExamMoment) -> Result<SittingLine, ExamRefusal> {
        let on = !self.sitting.is_flagged(item);
        self.happen(SittingEvent::Flagged { item, on }, now)
    }

    /// Begins a scenario. It is played once, from its beginning to its end.
    ///
    /// # Errors
    /// When it was begun already, or another is open, or there is no time left.
    pub fn begin_visit(&mut self, visit: usize, now: ExamMoment) -> Result<SittingLine, ExamRefusal> {
        if self.visit.is_some() {
            return Err(SittingError::NotThatVisit.into());
        }
        let line = self.happen(SittingEvent::VisitBegun(visit), now)?;
        self.visit = Some((visit, self.session_of(visit).ok_or(ExamRefusal::Gone)?));
        Ok(line)
    }

    /// Takes a choice in the scenario that is open.
    ///
    /// # Errors
    /// When it is not open, or there is no time left.
    pub fn choose(&mut self, choice: ChoiceId, now: ExamMoment) -> Result<SittingLine, ExamRefusal> {
        let Some((visit, session)) = &self.visit else { return Err(ExamRefusal::Closed) };
        let visit = *visit;
        let mut after = session.clone();
        let id = session.choice(choice).ok_or(ExamRefusal::Closed)?.id.clone();
        after.take(choice).map_err(|_| ExamRefusal::Closed)?;
        let line = self.happen(SittingEvent::Chose { visit, choice: id }, now)?;
        self.visit = Some((visit, after));
        Ok(line)
    }

    /// Leaves the scenario that came to its end; one that did not is given up by that, and counts for nothing.
    ///
    /// # Errors
    /// When none is open.
    pub fn leave_visit(&mut self, now: ExamMoment) -> Result<Option<SittingLine>, ExamRefusal> {
        let Some((visit, session)) = &self.visit else { return Err(SittingError::NotThatVisit.into()) };
        if session.is_over() {
            self.visit = None;
            return Ok(None);
        }
        let line = self.happen(SittingEvent::VisitLeft(*visit), now)?;
        self.visit = None;
        Ok(Some(line))
    }

    /// Lets time go on; where it is up, the sitting is closed by that.
    pub fn tick(&mut self, now: ExamMoment) -> Option<SittingLine> {
        self.sitting.pass_time(now.at, now.ticked);
        let is_up = self.sitting.closed().is_none() && self.sitting.time_left().is_zero();
        is_up.then(|| self.close(ClosedBecause::TimeUp, ExamMoment { at: now.at, ticked: None }).ok()).flatten()
    }

    /// Hands the paper in.
    ///
    /// # Errors
    /// When it is closed already.
    pub fn hand_in(&mut self, now: ExamMoment) -> Result<SittingLine, ExamRefusal> {
        self.close(ClosedBecause::HandedIn, now)
    }

    /// Puts on record that a proctor was there.
    ///
    /// # Errors
    /// None so far; it may be at any time.
    pub fn witness(&mut self, proctor: &str, code: &str, now: ExamMoment) -> Result<SittingLine, ExamRefusal> {
        self.happen(SittingEvent::Witnessed { proctor: proctor.into(), code: code.into() }, now)
    }

    fn close(&mut self, because: ClosedBecause, now: ExamMoment) -> Result<SittingLine, ExamRefusal> {
        (self.asked, self.visit) = (None, None);
        self.happen(SittingEvent::Closed(because), now)
    }

    /// What the sitting comes to.
    ///
    /// # Errors
    /// When it does not fit the content of today.
    pub fn result(&self) -> Result<(SittingMarks, ExamVerdict), MarkingFault> {
        let marks = mark(&self.sitting, &self.blueprint, &self.pack)?;
        let verdict = judge(&marks, &self.blueprint);
        Ok((marks, verdict))
    }

    /// Whether what decides about right and wrong was changed since it was begun.
    pub fn is_stale(&self) -> bool {
        is_stale(&self.sitting, &self.blueprint, &self.pack.bank, &self.pack.standard)
    }

    /// Draws the further form of a borderline result: so many minutes as it has questions.
    ///
    /// # Errors
    /// When the bank is short of questions, or the sitting is not closed.
    pub fn go_further(&mut self, seed: Seed, now: ExamMoment) -> Result<SittingLine, ExamRefusal> {
        let first = &self.sitting.begun().paper.items;
        let items = draw_further(&self.blueprint, &self.pack.bank, &self.pack.standard, first, seed);
        let items = items.map_err(|_| ExamRefusal::Gone)?;
        let all: Vec<PaperItem> = first.iter().chain(&items).cloned().collect();
        let key_hash = Some(key_hash(&self.blueprint, &all, &self.pack.bank, &self.pack.standard));
        self.happen(SittingEvent::Further { items, minutes: self.blueprint.further, key_hash }, now)
    }

    fn happen(&mut self, what: SittingEvent, now: ExamMoment) -> Result<SittingLine, ExamRefusal> {
        Ok(self.sitting.happen(what, now.at, now.ticked)?)
    }
}
