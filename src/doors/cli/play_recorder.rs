//! Keeping a play of the command line in the saves of the learner it names; without a name nothing is kept.

use super::args::PlayArgs;
use super::context::Opened;
use super::play::mode;
use super::{Context, Failure};
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::play::engine::Session;
use crate::store::{Attempt, AttemptId, Learner, Mode, Move, StoreError};
use jiff::Timestamp;

pub(super) struct PlayRecorder {
    learner: Option<Learner>,
    attempt: Option<(AttemptId, Attempt)>,
    mode: Mode,
    lang: Lang,
    standard_hash: Box<str>,
    /// Why the last move is not on the disk.
    unkept: Option<StoreError>,
}

impl PlayRecorder {
    /// Opens the learner's saves, and finds the unfinished play of this scenario, if there is one.
    pub(super) fn open(
        args: &PlayArgs,
        opened: &Opened,
        lang: Lang,
        context: &mut Context,
    ) -> Result<PlayRecorder, Failure> {
        let standard_hash = opened.pack.standard_hash.clone();
        let mut recorder =
            PlayRecorder { learner: None, attempt: None, mode: mode(args.mode), lang, standard_hash, unkept: None };
        if let Some(name) = &args.learner {
            let now = (context.now)();
            let learner = context.find_saves(&opened.content)?.open(name, lang, now)?;
            let same = |attempt: &Attempt| Some(&*attempt.scenario) == args.id.as_deref() && !attempt.finished;
            recorder.attempt =
                learner.attempts().find(|(_, attempt)| same(attempt)).map(|(n, attempt)| (n, attempt.clone()));
            recorder.learner = Some(learner);
        }
        Ok(recorder)
    }

    /// Begins a new play, whatever is unfinished.
    pub(super) fn fresh(&mut self) {
        self.attempt = None;
    }

    /// Whether everything so far is on the disk.
    pub(super) fn keeps(&self) -> bool {
        self.learner.is_some() && self.unkept.is_none()
    }

    /// Why the last move is not on the disk, if it is not.
    pub(super) fn unkept(&mut self) -> Option<StoreError> {
        self.unkept.take()
    }

    pub(super) fn seed(&self) -> Option<Seed> {
        self.attempt.as_ref().map(|(_, attempt)| attempt.seed)
    }

    /// The mode of the play that goes on, or of the new one.
    pub(super) fn mode(&self, args: &PlayArgs) -> Mode {
        self.attempt.as_ref().map_or_else(|| mode(args.mode), |(_, attempt)| attempt.mode)
    }

    /// Goes on with the unfinished play, unless another seed or mode was asked for or the scenario no longer allows it.
    pub(super) fn resume(&mut self, session: &mut Session, args: &PlayArgs) -> bool {
        let same = |attempt: &Attempt| {
            attempt.seed == session.seed() && args.mode.is_none_or(|asked| mode(Some(asked)) == attempt.mode)
        };
        let Some((_, attempt)) = self.attempt.as_ref().filter(|(_, attempt)| same(attempt)) else {
            self.attempt = None;
            return false;
        };
        self.mode = attempt.mode;
        let whole = attempt.line().iter().all(|id| session.take_id(id).is_ok());
        if !whole || session.is_over() {
            session.rewind_to(0);
            self.attempt = None;
        }
        !session.turns().is_empty()
    }

    /// Writes a move to disk, if a learner was named, before its reply is shown.
    pub(super) fn keep(&mut self, done: Move, session: &Session, now: &mut dyn FnMut() -> Timestamp) {
        let Some(learner) = &mut self.learner else { return };
        let now = now();
        let (number, attempt) = self
            .attempt
            .get_or_insert_with(|| (learner.begin(), begun(session, self.mode, self.lang, &self.standard_hash, now)));
        attempt.record(done, now);
        attempt.finished = session.is_over();
        // The play goes on in memory; the next save tries again.
        self.unkept = learner.save_now(*number, attempt.clone()).err();
    }

    /// What was found in the saves and is not told yet.
    pub(super) fn notices(&mut self) -> Vec<StoreError> {
        self.learner.as_mut().map(Learner::take_notices).unwrap_or_default()
    }

    /// Brings everything to the disk; what could not be kept.
    pub(super) fn close(&mut self) -> Vec<StoreError> {
        let told = self.learner.take().map(Learner::close).unwrap_or_default();
        // That nothing is written at all was told when the saves were opened.
        let unkept =
            self.unkept.take().filter(|error| told.is_empty() && !matches!(error, StoreError::InMemory { .. }));
        told.into_iter().chain(unkept).collect()
    }
}

fn begun(session: &Session, mode: Mode, language: Lang, standard_hash: &str, now: Timestamp) -> Attempt {
    Attempt {
        scenario: session.scenario().id.clone(),
        seed: session.seed(),
        mode,
        language,
        moves: Vec::new(),
        scenario_hash: session.scenario().hash.clone(),
        standard_hash: standard_hash.into(),
        started: now,
        updated: now,
        clock_moved: false,
        finished: false,
    }
}
