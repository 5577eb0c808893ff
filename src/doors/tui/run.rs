//! A play under way with its record: what is done here is done in the session and written down in the same breath.

use super::action::{Effect, Urgency};
use super::desk::{Desk, apply, first_run};
use crate::base::chance::Seed;
use crate::content::scenario::{ChoiceId, Scenario};
use crate::play::engine::Session;
use crate::speech::narration::Detail;
use crate::store::{Attempt, AttemptId, Mode, Move};
use crate::tr;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct Run {
    pub session: Session,
    pub attempt: Attempt,
    /// None until the store has given one.
    pub number: Option<AttemptId>,
    pub leg: Leg,
}

/// Which run of an attempt this is. The first, up to the first ending, is the one that is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leg {
    First,
    /// Tried again from some move, after an ending.
    Again,
}

/// What a play offers besides choices, or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    Yes,
    NotInExam,
    NotInPractice,
    /// Nothing was done yet.
    NothingYet,
}

impl Run {
    pub fn begin(desk: &mut Desk, scenario: &Arc<Scenario>, seed: Seed, mode: Mode) -> Run {
        desk.effects.push(Effect::Begin);
        desk.ask_best(scenario, seed);
        let attempt = Attempt {
            scenario: scenario.id.clone(),
            seed,
            mode,
            language: desk.lang(),
            moves: Vec::new(),
            scenario_hash: scenario.hash.clone(),
            standard_hash: desk.pack.standard_hash.clone(),
            started: desk.moment.now,
            updated: desk.moment.now,
            clock_moved: false,
            finished: false,
        };
        Run { session: Session::new(scenario.clone(), seed), attempt, number: None, leg: Leg::First }
    }

    /// Goes on with a play that was left. Where the scenario was edited since, it goes on from the last move that still
    /// fits, and says so.
    pub fn resume(desk: &mut Desk, scenario: &Arc<Scenario>, number: AttemptId, attempt: Attempt) -> Run {
        desk.ask_best(scenario, attempt.seed);
        let mut session = Session::new(scenario.clone(), attempt.seed);
        let mut run_over = false;
        for done in &attempt.moves {
            if apply(&mut session, done).is_err() {
                desk.notice = Some(tr!(desk.words, "notice-edited"));
                break;
            }
            run_over |= session.is_over();
        }
        let leg = if run_over { Leg::Again } else { Leg::First };
        Run { session, attempt, number: Some(number), leg }
    }

    /// The run that counts of a play that is over; none when its moves do not fit the scenario any more.
    pub fn finished(scenario: &Arc<Scenario>, number: AttemptId, attempt: &Attempt) -> Option<Run> {
        let session = first_run(scenario, attempt)?;
        Some(Run { session, attempt: attempt.clone(), number: Some(number), leg: Leg::First })
    }

    /// The moment before a move of this run, as a branch of its own. What was tried since this run was over stays in the
    /// record: the branch leaves it where the two part.
    pub fn branch(&self, turn: usize, desk: &mut Desk) -> Run {
        let newest = self.number.and_then(|number| desk.attempt(number)).unwrap_or(&self.attempt).clone();
        let mut run = Run { attempt: newest, leg: Leg::Again, ..self.clone() };
        let wanted = &self.session.turns()[..turn];
        let stood = replayed(self.session.scenario(), &run.attempt);
        let shared = wanted.iter().zip(stood.turns()).take_while(|(own, other)| own.taken == other.taken).count();
        run.session.rewind_to(turn);
        run.record(Move::Rewind { to: shared }, desk);
        for turn in &wanted[shared..] {
            run.record(Move::Take(self.session.taken(turn).id.clone()), desk);
        }
        run
    }

    /// How many runs of this attempt came to an ending so far.
    pub fn endings(&self) -> usize {
        let mut session = Session::new(self.session.scenario().clone(), self.attempt.seed);
        let ended =
            |done: &&Move| apply(&mut session, done).is_ok() && matches!(done, Move::Take(_)) && session.is_over();
        self.attempt.moves.iter().filter(ended).count()
    }

    pub fn mode(&self) -> Mode {
        self.attempt.mode
    }

    /// An exam tells nothing until its end; what is tried again afterwards is no exam any more.
    pub fn detail(&self) -> Detail {
        match (self.mode(), self.leg) {
            (Mode::Exam, Leg::First) => Detail::Bare,
            (Mode::Exam, Leg::Again) | (Mode::Learn | Mode::Practice, _) => Detail::Whole,
        }
    }

    pub fn hints(&self) -> Offer {
        match self.mode() {
            Mode::Learn => Offer::Yes,
            Mode::Practice => Offer::NotInPractice,
            Mode::Exam => Offer::NotInExam,
        }
    }

    pub fn rewinds(&self) -> Offer {
        match self.detail() {
            Detail::Bare => Offer::NotInExam,
            Detail::Whole if self.session.turns().is_empty() => Offer::NothingYet,
            Detail::Whole => Offer::Yes,
        }
    }

    pub fn take(&mut self, choice: ChoiceId, desk: &mut Desk) {
        let Some(id) = self.session.choice(choice).map(|choice| choice.id.clone()) else { return };
        if self.session.take(choice).is_err() {
            return;
        }
        if self.session.is_over() {
            self.attempt.finished = true;
        }
        self.record(Move::Take(id), desk);
    }

    pub fn rewind_to(&mut self, turn: usize, desk: &mut Desk) {
        self.session.rewind_to(turn);
        self.record(Move::Rewind { to: turn }, desk);
    }

    pub fn record(&mut self, done: Move, desk: &mut Desk) {
        self.attempt.record(done, desk.moment.now);
        let Some(number) = self.number else { return };
        desk.keep(number, &self.attempt);
        let urgency = match self.detail() {
            Detail::Bare => Urgency::BeforeReply,
            Detail::Whole => Urgency::Soon,
        };
        desk.effects.push(Effect::Save { number, attempt: Box::new(self.attempt.clone()), urgency });
    }
}

/// Where an attempt stands, as far as its moves fit the scenario.
fn replayed(scenario: &Arc<Scenario>, attempt: &Attempt) -> Session {
    let mut session = Session::new(scenario.clone(), attempt.seed);
    // What does not fit any more is where an edited scenario parts from the record.
    let _ = attempt.moves.iter().try_for_each(|done| apply(&mut session, done));
    session
}

impl Offer {
    /// Why it is not there.
    pub fn why(self, desk: &Desk) -> Option<String> {
        match self {
            Offer::Yes => None,
            Offer::NotInExam => Some(tr!(desk.words, "not-in-exam")),
            Offer::NotInPractice => Some(tr!(desk.words, "not-in-practice")),
            Offer::NothingYet => Some(tr!(desk.words, "nothing-to-rewind")),
        }
    }
}
