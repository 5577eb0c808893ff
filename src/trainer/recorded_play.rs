//! A play under way with its record: what is done in the play is written down in the same breath. Here stand the rules of
//! learning, practising and being examined; where the record is kept is the matter of whoever is handed the effect.

use super::spoken_choices::SpokenChoices;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::{ChoiceId, Pack, Scenario};
use crate::content::standard::Standard;
use crate::play::engine::{ClosedChoice, Misfit, RecordedMove, Replay, Session};
use crate::record::attempt::{Attempt, AttemptId, Mode};
use crate::record::circumstances::Circumstances;
use crate::record::history::History;
use crate::speech::messages::Messages;
use crate::speech::narration::Detail;
use crate::tr;
use jiff::Timestamp;
use std::sync::Arc;

/// A play and the attempt that it is written down in.
#[derive(Clone, Debug)]
pub struct RecordedPlay {
    session: Session,
    attempt: Arc<Attempt>,
    id: AttemptId,
    kind: RunKind,
    /// Which run of the attempt was opened again, from 0; none while it is played.
    reopened: Option<usize>,
}

/// Which run of an attempt is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// The first, up to the first ending: the one that is scored.
    Scored,
    /// Tried again from some move, after an ending.
    Retry,
}

/// What a player can do in a play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayCommand {
    /// Take this choice of the present scene.
    Take(ChoiceId),
    /// Take the last move back.
    TakeBack,
    /// Ask for a hint.
    Hint,
}

/// Why a command was not obeyed; nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An exam gives nothing away, takes nothing back, and keeps the standard closed.
    NotInExam,
    /// Practice gives no hints.
    NotInPractice,
    /// No prescribed words can be said at this moment, so none can be shown.
    NothingToSay,
    /// No move was made that could be taken back.
    NothingYet,
    /// The play is over.
    Over,
    /// An exam is open under the very seed that another play was to begin with.
    OpenExam,
    /// An exam waits to be gone on with.
    ExamWaits,
    /// An exam is being sat, and its time runs.
    SittingOpen,
    /// The choice cannot be taken.
    Closed(ClosedChoice),
}

/// The effect of everything that is done: the attempt in its new state is to be on the disk before anything else is shown.
/// What was seen answered can then not be taken back by a kill, in no mode.
#[derive(Clone, Debug)]
pub struct KeepAttempt {
    /// Which of the learner's attempts it is.
    pub id: AttemptId,
    /// All that was done so far.
    pub attempt: Arc<Attempt>,
}

/// What a new play is begun with.
#[derive(Clone, Debug)]
pub struct Beginning<'p> {
    /// Where the scenario is from.
    pub pack: &'p Pack,
    /// What is played.
    pub scenario: Arc<Scenario>,
    /// What all chance comes from.
    pub seed: Seed,
    /// How much help there is.
    pub mode: Mode,
    /// The language it is begun in.
    pub language: Lang,
    /// The number under which it will be kept.
    pub id: AttemptId,
    /// The present moment.
    pub now: Timestamp,
}

/// The mode that a learner is offered for a scenario: learning first, practice once it was played to an ending.
pub fn offered_mode(history: &History, scenario: &Scenario) -> Mode {
    if history.has_finished(&scenario.id) { Mode::Practice } else { Mode::Learn }
}

/// The modes that a scenario can be played in: it is said oneself where something is prescribed to be said.
pub fn modes_of(scenario: &Scenario, standard: &Standard) -> Vec<Mode> {
    let is_offered = |mode: &Mode| *mode != Mode::Say || SpokenChoices::is_in(scenario, standard);
    Mode::ALL.into_iter().filter(is_offered).collect()
}

impl RecordedPlay {
    /// A new play. Nothing is kept before something is done in it, unless it is an exam: see [`RecordedPlay::opening`].
    pub fn begin(new: Beginning) -> RecordedPlay {
        let Beginning { pack, scenario, seed, mode, language, id, now } = new;
        let attempt = Attempt::begin(&scenario, &pack.standard_hash, seed, mode, language, now);
        RecordedPlay {
            session: Session::new(scenario, seed),
            attempt: Arc::new(attempt),
            id,
            kind: RunKind::Scored,
            reopened: None,
        }
    }

    /// What is to be on the disk before the first scene of a new play is shown: an exam, so that it can only be gone on with
    /// and never begun again for a kinder visit.
    pub fn opening(&self) -> Option<KeepAttempt> {
        (self.mode() == Mode::Exam && self.attempt.moves.is_empty()).then(|| self.keep())
    }

    /// Goes on with a play that was left; where the scenario was edited since, from the last move that still fits, with
    /// the one that does not. That it was gone back to is written down with the first thing that is done.
    pub fn resume(
        scenario: &Arc<Scenario>,
        id: AttemptId,
        attempt: &Arc<Attempt>,
        now: Timestamp,
    ) -> (RecordedPlay, Option<Misfit>) {
        let Replay { session, endings, misfit, .. } = attempt.replay(scenario);
        let kind = if endings.is_empty() { RunKind::Scored } else { RunKind::Retry };
        let mut attempt = attempt.clone();
        if misfit.is_some() {
            Arc::make_mut(&mut attempt).leave_behind(session.turns().len(), scenario, now);
        }
        (RecordedPlay { session, attempt, id, kind, reopened: None }, misfit)
    }

    /// A run of an attempt that came to its end: the first (0) is the one that counts, all others were tried again. None when
    /// its moves do not fit the scenario any more.
    pub fn finished(
        scenario: &Arc<Scenario>,
        id: AttemptId,
        attempt: &Arc<Attempt>,
        run: usize,
    ) -> Option<RecordedPlay> {
        let session = attempt.run(scenario, run)?;
        let kind = if run == 0 { RunKind::Scored } else { RunKind::Retry };
        Some(RecordedPlay { session, attempt: attempt.clone(), id, kind, reopened: Some(run) })
    }

    /// The moment before a move of this run, as a run of its own. `newest` is the attempt as it is by now: what was tried
    /// since this run was over stays in the record, and the new run leaves it where the two part.
    pub fn retry(&self, turn: usize, newest: &Arc<Attempt>, now: Timestamp) -> (RecordedPlay, KeepAttempt) {
        let wanted = &self.session.turns()[..turn];
        let stands = newest.replay(self.session.scenario()).session;
        let shared = wanted.iter().zip(stands.turns()).take_while(|(own, other)| own.taken == other.taken).count();
        let mut retry = RecordedPlay { attempt: newest.clone(), kind: RunKind::Retry, reopened: None, ..self.clone() };
        retry.session.rewind_to(turn);
        retry.record(RecordedMove::Rewind { to: shared }, now);
        for turn in &wanted[shared..] {
            retry.record(RecordedMove::Take(self.session.taken(turn).id.clone()), now);
        }
        let keep = retry.keep();
        (retry, keep)
    }

    /// The play itself.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What is written down of it.
    pub fn attempt(&self) -> &Arc<Attempt> {
        &self.attempt
    }

    /// The number under which it is kept.
    pub fn id(&self) -> AttemptId {
        self.id
    }

    /// Which run of the attempt it is.
    pub fn kind(&self) -> RunKind {
        self.kind
    }

    /// How much help the attempt was begun with.
    pub fn mode(&self) -> Mode {
        self.attempt.mode
    }

    /// How many runs of the attempt came to an ending so far.
    pub fn endings(&self) -> usize {
        self.attempt.replay(self.session.scenario()).endings.len()
    }

    /// The number of this run among those of the attempt that came to an ending, from 1; of one under way, that of the
    /// last that did.
    pub fn run_number(&self) -> usize {
        self.reopened.map_or_else(|| self.endings(), |run| run + 1)
    }

    /// What its result is to be read with.
    pub fn circumstances(&self, pack: &Pack) -> Circumstances {
        let own = Circumstances::of(&self.attempt, self.session.scenario(), pack);
        match self.kind {
            RunKind::Scored => own,
            RunKind::Retry => own.of_retry(),
        }
    }

    /// How much a reply tells. An exam tells nothing until its end; what is tried afterwards is no exam any more.
    pub fn detail(&self) -> Detail {
        match (self.mode(), self.kind) {
            (Mode::Exam, RunKind::Scored) => Detail::Bare,
            (Mode::Exam, RunKind::Retry) | (Mode::Practice | Mode::Say, _) => Detail::Whole,
            (Mode::Learn, _) => Detail::Taught,
        }
    }

    /// Whether a choice is picked first, and taken when it is picked again or confirmed.
    pub fn is_confirmed_first(&self) -> bool {
        self.mode() == Mode::Exam && self.kind == RunKind::Scored
    }

    /// Whether a hint can be had now.
    ///
    /// # Errors
    /// Why not.
    pub fn may_hint(&self) -> Result<(), Refusal> {
        match self.mode() {
            Mode::Practice => Err(Refusal::NotInPractice),
            Mode::Say => Err(Refusal::NothingToSay),
            Mode::Exam => Err(Refusal::NotInExam),
            Mode::Learn if self.session.is_over() => Err(Refusal::Over),
            Mode::Learn => Ok(()),
        }
    }

    /// Whether the last move can be taken back now.
    ///
    /// # Errors
    /// Why not.
    pub fn may_take_back(&self) -> Result<(), Refusal> {
        match self.detail() {
            Detail::Bare => Err(Refusal::NotInExam),
            Detail::Whole | Detail::Taught if self.session.turns().is_empty() => Err(Refusal::NothingYet),
            Detail::Whole | Detail::Taught => Ok(()),
        }
    }

    /// Whether the standard may be read now: in an exam it is closed, whichever way leads to it.
    ///
    /// # Errors
    /// Why not.
    pub fn may_read_standard(&self) -> Result<(), Refusal> {
        match self.detail() {
            Detail::Bare if !self.session.is_over() => Err(Refusal::NotInExam),
            Detail::Bare | Detail::Whole | Detail::Taught => Ok(()),
        }
    }

    /// Does what the player wants, and writes it down.
    ///
    /// # Errors
    /// Why it cannot be done; play and record are as they were.
    pub fn on(&mut self, command: PlayCommand, now: Timestamp) -> Result<KeepAttempt, Refusal> {
        let done = match command {
            PlayCommand::Take(choice) => self.take(choice)?,
            PlayCommand::TakeBack => self.take_back()?,
            PlayCommand::Hint => self.may_hint().map(|()| RecordedMove::Hint)?,
        };
        self.record(done, now);
        Ok(self.keep())
    }

    fn take(&mut self, choice: ChoiceId) -> Result<RecordedMove, Refusal> {
        self.session.take(choice).map_err(Refusal::Closed)?;
        let id = self.session.turns().last().map(|turn| self.session.taken(turn).id.clone());
        Ok(RecordedMove::Take(id.unwrap_or_default()))
    }

    fn take_back(&mut self) -> Result<RecordedMove, Refusal> {
        self.may_take_back()?;
        if self.session.is_over() {
            // The run that counts is over with its ending; from here on another is tried.
            self.kind = RunKind::Retry;
        }
        self.session.rewind();
        Ok(RecordedMove::Rewind { to: self.session.turns().len() })
    }

    fn record(&mut self, done: RecordedMove, now: Timestamp) {
        // The one clone of a move: the state before it may still be on its way to the disk.
        let attempt = Arc::make_mut(&mut self.attempt);
        attempt.record(done, now);
        attempt.finished |= self.session.is_over();
    }

    /// Shows the words of what is to be said at this moment: what is done next counts as after a hint.
    pub(super) fn show_words(&mut self, now: Timestamp) -> KeepAttempt {
        self.record(RecordedMove::Hint, now);
        self.keep()
    }

    /// Its record as it stands, to be kept.
    pub fn keep(&self) -> KeepAttempt {
        KeepAttempt { id: self.id, attempt: self.attempt.clone() }
    }
}

impl Refusal {
    /// The reason in words.
    pub fn told(&self, words: &Messages) -> String {
        match self {
            Refusal::NotInExam => tr!(words, "not-in-exam"),
            Refusal::NotInPractice => tr!(words, "not-in-practice"),
            Refusal::NothingToSay => tr!(words, "nothing-to-say"),
            Refusal::NothingYet => tr!(words, "nothing-to-rewind"),
            Refusal::Over => tr!(words, "play-over"),
            Refusal::OpenExam => tr!(words, "exam-is-open"),
            Refusal::ExamWaits => tr!(words, "exam-waits"),
            Refusal::SittingOpen => tr!(words, "exam-sitting-open"),
            Refusal::Closed(closed) => closed.to_string(),
        }
    }
}
