//! Where a sitting stands.

use super::exam_clock::ExamClock;
use crate::record::sitting::{
    ClosedBecause, ItemReply, PaperItem, PaperVisit, SittingBegun, SittingEvent, SittingLine,
};
use jiff::Timestamp;
use std::time::Duration;

/// A sitting as it stands after some events.
#[derive(Clone, Debug)]
pub struct Sitting {
    begun: SittingBegun,
    /// The questions of the paper, and of the further form behind them.
    items: Vec<PaperItem>,
    replies: Vec<Option<ItemReply>>,
    flags: Vec<bool>,
    visits: Vec<VisitProgress>,
    clock: ExamClock,
    /// How many minutes the further form was given.
    further_minutes: Option<u32>,
    resumed: usize,
    closed: Option<ClosedBecause>,
    /// Whether a question or a scenario was shown.
    is_seen: bool,
    /// Who gave a code last.
    proctor: Option<Box<str>>,
    /// Whether a code was given since it was closed.
    is_witnessed: bool,
    /// The hash of what decides about right and wrong on all questions, where a further form brought more.
    key_hash: Option<Box<str>>,
}

/// What a proctor has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProctorTurn {
    /// She opens it, before anything is shown.
    Opens,
    /// She closes it, when it is over.
    Closes,
}

/// How far a scenario of a paper has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisitProgress {
    /// Whether it was begun.
    pub is_begun: bool,
    /// Whether it was given up.
    pub is_left: bool,
    /// The ids of the choices taken, in their order.
    pub moves: Vec<Box<str>>,
}

/// Why something may not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SittingError {
    /// The first event says that it was begun, and no other does.
    #[error("a sitting begins once, with its first event")]
    NotBegun,
    /// It is over.
    #[error("the sitting is closed")]
    Closed,
    /// The time is up.
    #[error("the time is up")]
    TimeUp,
    /// The paper has no such question or scenario.
    #[error("the paper has no such place")]
    NoSuchPlace,
    /// The scenario was begun already, or was not, or was given up.
    #[error("a scenario is played once, from its beginning to its end")]
    NotThatVisit,
    /// Less time is told to be used than passed on the clock.
    #[error("less time is told to be used than passed")]
    TimeSkipped,
    /// A further form is drawn once, when the paper was closed.
    #[error("a further form follows a paper that was closed, once")]
    NotFurther,
}

impl Sitting {
    /// A sitting that begins now.
    pub fn begin(begun: SittingBegun, at: Timestamp) -> (Sitting, SittingLine) {
        let clock = ExamClock::new(at);
        let line =
            SittingLine { at: clock.at(), used: clock.used(), what: SittingEvent::Begun(Box::new(begun.clone())) };
        (Sitting::new(begun, clock), line)
    }

    fn new(begun: SittingBegun, clock: ExamClock) -> Sitting {
        let items = begun.paper.items.clone();
        Sitting {
            replies: vec![None; items.len()],
            flags: vec![false; items.len()],
            visits: vec![VisitProgress::default(); begun.paper.visits.len()],
            items,
            clock,
            further_minutes: None,
            resumed: 0,
            closed: None,
            is_seen: false,
            proctor: None,
            is_witnessed: false,
            key_hash: None,
            begun,
        }
    }

    /// The sitting of these events.
    ///
    /// # Errors
    /// The place of the first event that cannot have happened, from 0, and why.
    pub fn replay(lines: &[SittingLine]) -> Result<Sitting, (usize, SittingError)> {
        let Some(SittingLine { at, what: SittingEvent::Begun(begun), .. }) = lines.first() else {
            return Err((0, SittingError::NotBegun));
        };
        let mut sitting = Sitting::new((**begun).clone(), ExamClock::new(*at));
        for (place, line) in lines.iter().enumerate().skip(1) {
            if !sitting.stands_still(&line.what) && sitting.clock.lags(line.at, line.used) {
                return Err((place, SittingError::TimeSkipped));
            }
            sitting.clock.set(line.at, line.used);
            sitting.apply_in_time(&line.what).map_err(|why| (place, why))?;
        }
        Ok(sitting)
    }

    /// Lets something happen now. `ticked` is what the program's own clock counted since the last time; none where it was not
    /// running then. The line is to be on the disk before anything else is shown.
    ///
    /// # Errors
    /// Why it may not happen. The time goes on all the same.
    pub fn happen(
        &mut self,
        what: SittingEvent,
        at: Timestamp,
        ticked: Option<Duration>,
    ) -> Result<SittingLine, SittingError> {
        if self.stands_still(&what) {
            self.clock.restart(at);
        } else {
            self.pass_time(at, ticked);
        }
        self.apply_in_time(&what)?;
        Ok(SittingLine { at: self.clock.at(), used: self.clock.used(), what })
    }

    /// Lets time go on.
    pub fn pass_time(&mut self, at: Timestamp, ticked: Option<Duration>) {
        if self.closed.is_none() {
            self.clock.go_on(at, ticked);
        }
    }

    /// Whether the time until then does not count: it is over, or waits for the proctor before anything is shown.
    fn stands_still(&self, what: &SittingEvent) -> bool {
        self.closed.is_some() || !self.is_seen && matches!(what, SittingEvent::Witnessed { .. })
    }

    /// What a candidate does counts only while there is time.
    fn apply_in_time(&mut self, what: &SittingEvent) -> Result<(), SittingError> {
        let is_late = self.closed.is_none() && self.time_left().is_zero();
        match what {
            SittingEvent::Closed(_)
            | SittingEvent::Further { .. }
            | SittingEvent::Resumed
            | SittingEvent::Witnessed { .. } => self.apply(what),
            _ if is_late => Err(SittingError::TimeUp),
            _ => self.apply(what),
        }
    }

    fn apply(&mut self, what: &SittingEvent) -> Result<(), SittingError> {
        if let SittingEvent::Further { items, minutes, key_hash } = what {
            self.go_further(items, *minutes)?;
            self.key_hash.clone_from(key_hash);
            return Ok(());
        }
        if let SittingEvent::Witnessed { proctor, .. } = what {
            (self.proctor, self.is_witnessed) = (Some(proctor.clone()), self.closed.is_some());
            return Ok(());
        }
        if self.closed.is_some() {
            return Err(SittingError::Closed);
        }
        match what {
            SittingEvent::Begun(_) => return Err(SittingError::NotBegun),
            SittingEvent::Further { .. } | SittingEvent::Witnessed { .. } => {}
            SittingEvent::Resumed => self.resumed += 1,
            SittingEvent::Shown(item) => {
                self.items.get(*item).ok_or(SittingError::NoSuchPlace)?;
                self.is_seen = true;
            }
            SittingEvent::Answered { item, reply } => {
                *self.replies.get_mut(*item).ok_or(SittingError::NoSuchPlace)? = Some(reply.clone());
            }
            SittingEvent::Flagged { item, on } => {
                *self.flags.get_mut(*item).ok_or(SittingError::NoSuchPlace)? = *on;
            }
            SittingEvent::VisitBegun(visit) => self.begin_visit(*visit)?,
            SittingEvent::Chose { visit, choice } => self.open_visit(*visit)?.moves.push(choice.clone()),
            SittingEvent::VisitLeft(visit) => self.open_visit(*visit)?.is_left = true,
            SittingEvent::Closed(because) => self.closed = Some(*because),
        }
        Ok(())
    }

    fn begin_visit(&mut self, visit: usize) -> Result<(), SittingError> {
        let progress = self.visits.get_mut(visit).ok_or(SittingError::NoSuchPlace)?;
        if progress.is_begun {
            return Err(SittingError::NotThatVisit);
        }
        (progress.is_begun, self.is_seen) = (true, true);
        Ok(())
    }

    fn open_visit(&mut self, visit: usize) -> Result<&mut VisitProgress, SittingError> {
        let progress = self.visits.get_mut(visit).ok_or(SittingError::NoSuchPlace)?;
        if progress.is_begun && !progress.is_left { Ok(progress) } else { Err(SittingError::NotThatVisit) }
    }

    fn go_further(&mut self, items: &[PaperItem], minutes: u32) -> Result<(), SittingError> {
        if self.closed.is_none() || self.further_minutes.is_some() {
            return Err(SittingError::NotFurther);
        }
        self.items.extend_from_slice(items);
        self.replies.resize(self.items.len(), None);
        self.flags.resize(self.items.len(), false);
        (self.further_minutes, self.closed, self.is_witnessed) = (Some(minutes), None, false);
        Ok(())
    }

    /// How it was begun.
    pub fn begun(&self) -> &SittingBegun {
        &self.begun
    }

    /// Every question, those of the further form last.
    pub fn items(&self) -> &[PaperItem] {
        &self.items
    }

    /// How many questions the paper had at first.
    pub fn first_items(&self) -> usize {
        self.begun.paper.items.len()
    }

    /// What was answered to a question.
    pub fn reply(&self, item: usize) -> Option<&ItemReply> {
        self.replies.get(item)?.as_ref()
    }

    /// Whether a question is marked to come back to.
    pub fn is_flagged(&self, item: usize) -> bool {
        self.flags.get(item).copied().unwrap_or(false)
    }

    /// How many questions have no answer.
    pub fn open_items(&self) -> usize {
        self.replies.iter().filter(|reply| reply.is_none()).count()
    }

    /// Each scenario, and how far it has come.
    pub fn visits(&self) -> impl Iterator<Item = (&PaperVisit, &VisitProgress)> + Clone {
        self.begun.paper.visits.iter().zip(&self.visits)
    }

    /// Whether it goes into its further form.
    pub fn is_further(&self) -> bool {
        self.further_minutes.is_some()
    }

    /// How much time there is in all.
    pub fn allowed(&self) -> Duration {
        let minutes = [self.begun.minutes, self.begun.extra_minutes, self.further_minutes.unwrap_or(0)];
        Duration::from_mins(minutes.into_iter().map(u64::from).sum())
    }

    /// How much time is left.
    pub fn time_left(&self) -> Duration {
        self.allowed().saturating_sub(self.clock.used())
    }

    /// How much time was used.
    pub fn used(&self) -> Duration {
        self.clock.used()
    }

    /// Whether the clock on the wall was set back while it went on.
    pub fn clock_went_back(&self) -> bool {
        self.clock.went_back()
    }

    /// How often it was gone on with after the program had ended.
    pub fn resumed(&self) -> usize {
        self.resumed
    }

    /// The proctor who gave a code last, or else is to open it, by name.
    pub fn proctor(&self) -> Option<&str> {
        self.proctor.as_deref().or(self.begun.proctor.as_deref())
    }

    /// What its proctor has to do now. She who did not open it has nothing to close.
    pub fn awaits_proctor(&self) -> Option<ProctorTurn> {
        match (self.closed, &self.proctor) {
            (None, None) if !self.is_seen => self.begun.proctor.is_some().then_some(ProctorTurn::Opens),
            (Some(_), Some(_)) if !self.is_witnessed => Some(ProctorTurn::Closes),
            _ => None,
        }
    }

    /// The hash of what decided about right and wrong when the paper was drawn, and the questions that it is of.
    pub fn keyed(&self) -> (&str, &[PaperItem]) {
        match &self.key_hash {
            Some(hash) => (hash, &self.items),
            None => (&self.begun.key_hash, &self.begun.paper.items),
        }
    }

    /// Why it is over, when it is.
    pub fn closed(&self) -> Option<ClosedBecause> {
        self.closed
    }
}
