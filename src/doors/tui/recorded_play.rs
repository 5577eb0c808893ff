//! A play under way with its record: what is done here is done in the session and written down in the same breath.

use super::action::{Effect, Urgency};
use super::ui_context::{UiContext, apply, first_run};
use crate::base::chance::Seed;
use crate::content::scenario::{ChoiceId, Scenario};
use crate::play::engine::Session;
use crate::speech::narration::Detail;
use crate::store::{Attempt, AttemptId, Mode, Move};
use crate::tr;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub(super) struct RecordedPlay {
    pub session: Session,
    pub attempt: Attempt,
    /// None until the store has given one.
    pub number: Option<AttemptId>,
    pub leg: RunKind,
}

/// Which run of an attempt this is. The first, up to the first ending, is the one that is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RunKind {
    Scored,
    /// Tried again from some move, after an ending.
    Retry,
}

/// What a play offers besides choices, or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Availability {
    Yes,
    NotInExam,
    NotInPractice,
    /// Nothing was done yet.
    NothingYet,
}

impl RecordedPlay {
    pub(super) fn begin(ui: &mut UiContext, scenario: &Arc<Scenario>, seed: Seed, mode: Mode) -> RecordedPlay {
        ui.effects.push(Effect::Begin);
        ui.ask_best(scenario, seed);
        let attempt = Attempt {
            scenario: scenario.id.clone(),
            seed,
            mode,
            language: ui.lang(),
            moves: Vec::new(),
            scenario_hash: scenario.hash.clone(),
            standard_hash: ui.pack.standard_hash.clone(),
            started: ui.moment.now,
            updated: ui.moment.now,
            clock_moved: false,
            finished: false,
        };
        RecordedPlay { session: Session::new(scenario.clone(), seed), attempt, number: None, leg: RunKind::Scored }
    }

    /// Goes on with a play that was left. Where the scenario was edited since, it goes on from the last move that still
    /// fits, and says so.
    pub(super) fn resume(
        ui: &mut UiContext,
        scenario: &Arc<Scenario>,
        number: AttemptId,
        attempt: Attempt,
    ) -> RecordedPlay {
        ui.ask_best(scenario, attempt.seed);
        let mut session = Session::new(scenario.clone(), attempt.seed);
        let mut run_over = false;
        for done in &attempt.moves {
            if apply(&mut session, done).is_err() {
                ui.notice = Some(tr!(ui.words, "notice-edited"));
                break;
            }
            run_over |= session.is_over();
        }
        let leg = if run_over { RunKind::Retry } else { RunKind::Scored };
        RecordedPlay { session, attempt, number: Some(number), leg }
    }

    /// The run that counts of a play that is over; none when its moves do not fit the scenario any more.
    pub(super) fn finished(scenario: &Arc<Scenario>, number: AttemptId, attempt: &Attempt) -> Option<RecordedPlay> {
        let session = first_run(scenario, attempt)?;
        Some(RecordedPlay { session, attempt: attempt.clone(), number: Some(number), leg: RunKind::Scored })
    }

    /// The moment before a move of this run, as a branch of its own. What was tried since this run was over stays in the
    /// record: the branch leaves it where the two part.
    pub(super) fn branch(&self, turn: usize, ui: &mut UiContext) -> RecordedPlay {
        let newest = self.number.and_then(|number| ui.attempt(number)).unwrap_or(&self.attempt).clone();
        let mut run = RecordedPlay { attempt: newest, leg: RunKind::Retry, ..self.clone() };
        let wanted = &self.session.turns()[..turn];
        let stood = replayed(self.session.scenario(), &run.attempt);
        let shared = wanted.iter().zip(stood.turns()).take_while(|(own, other)| own.taken == other.taken).count();
        run.session.rewind_to(turn);
        run.record(Move::Rewind { to: shared }, ui);
        for turn in &wanted[shared..] {
            run.record(Move::Take(self.session.taken(turn).id.clone()), ui);
        }
        run
    }

    /// How many runs of this attempt came to an ending so far.
    pub(super) fn endings(&self) -> usize {
        let mut session = Session::new(self.session.scenario().clone(), self.attempt.seed);
        let ended =
            |done: &&Move| apply(&mut session, done).is_ok() && matches!(done, Move::Take(_)) && session.is_over();
        self.attempt.moves.iter().filter(ended).count()
    }

    pub(super) fn mode(&self) -> Mode {
        self.attempt.mode
    }

    /// An exam tells nothing until its end; what is tried again afterwards is no exam any more.
    pub(super) fn detail(&self) -> Detail {
        match (self.mode(), self.leg) {
            (Mode::Exam, RunKind::Scored) => Detail::Bare,
            (Mode::Exam, RunKind::Retry) | (Mode::Learn | Mode::Practice, _) => Detail::Whole,
        }
    }

    pub(super) fn hints(&self) -> Availability {
        match self.mode() {
            Mode::Learn => Availability::Yes,
            Mode::Practice => Availability::NotInPractice,
            Mode::Exam => Availability::NotInExam,
        }
    }

    pub(super) fn rewinds(&self) -> Availability {
        match self.detail() {
            Detail::Bare => Availability::NotInExam,
            Detail::Whole if self.session.turns().is_empty() => Availability::NothingYet,
            Detail::Whole => Availability::Yes,
        }
    }

    pub(super) fn take(&mut self, choice: ChoiceId, ui: &mut UiContext) {
        let Some(id) = self.session.choice(choice).map(|choice| choice.id.clone()) else { return };
        if self.session.take(choice).is_err() {
            return;
        }
        if self.session.is_over() {
            self.attempt.finished = true;
        }
        self.record(Move::Take(id), ui);
    }

    pub(super) fn rewind_to(&mut self, turn: usize, ui: &mut UiContext) {
        self.session.rewind_to(turn);
        self.record(Move::Rewind { to: turn }, ui);
    }

    pub(super) fn record(&mut self, done: Move, ui: &mut UiContext) {
        self.attempt.record(done, ui.moment.now);
        let Some(number) = self.number else { return };
        ui.keep(number, &self.attempt);
        let urgency = match self.detail() {
            Detail::Bare => Urgency::BeforeReply,
            Detail::Whole => Urgency::Soon,
        };
        ui.effects.push(Effect::Save { number, attempt: Box::new(self.attempt.clone()), urgency });
    }
}

/// Where an attempt stands, as far as its moves fit the scenario.
fn replayed(scenario: &Arc<Scenario>, attempt: &Attempt) -> Session {
    let mut session = Session::new(scenario.clone(), attempt.seed);
    // What does not fit any more is where an edited scenario parts from the record.
    let _ = attempt.moves.iter().try_for_each(|done| apply(&mut session, done));
    session
}

impl Availability {
    /// Why it is not there.
    pub(super) fn why(self, ui: &UiContext) -> Option<String> {
        match self {
            Availability::Yes => None,
            Availability::NotInExam => Some(tr!(ui.words, "not-in-exam")),
            Availability::NotInPractice => Some(tr!(ui.words, "not-in-practice")),
            Availability::NothingYet => Some(tr!(ui.words, "nothing-to-rewind")),
        }
    }
}
