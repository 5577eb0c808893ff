//! Where a play of the command line is kept: the saves of the learner that it names.

use super::context::{Context, OpenedPack};
use super::failure::Failure;
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::{Pack, Scenario};
use crate::play::engine::Misfit;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::history::{History, WantedPlay};
use crate::record::play_result::PlayResult;
use crate::speech::messages::Messages;
use crate::store::{Learner, SaveState, StoreError};
use crate::tr;
use crate::trainer::open_play::{go_on, may_begin};
use crate::trainer::recorded_play::{KeepAttempt, RecordedPlay};
use jiff::Timestamp;
use std::sync::Arc;

pub(super) struct PlayRecorder {
    learner: Learner,
    history: History,
    /// How the saves stood when they were told of last.
    told: SaveState,
    /// Whether anything was kept, or should have been.
    has_kept: bool,
}

impl PlayRecorder {
    /// Opens the learner's saves.
    pub(super) fn open(name: &str, lang: Lang, opened: &OpenedPack, context: &mut Context) -> Result<Self, Failure> {
        let now = (context.now)();
        let (learner, history) = context.find_saves(&opened.content)?.open(name, lang, now)?;
        Ok(PlayRecorder { learner, history, told: SaveState::default(), has_kept: false })
    }

    /// The open play that is meant, gone on with; and where it does not fit the scenario any more.
    pub(super) fn go_on(
        &mut self,
        scenario: &Arc<Scenario>,
        wanted: WantedPlay,
        now: Timestamp,
    ) -> Option<(RecordedPlay, Option<Misfit>)> {
        // One that cannot be read is told when the saves are looked through.
        let found = go_on(&self.history, scenario, wanted, now, |id| self.learner.load(id).ok());
        // It is on the disk already, whatever is done in it.
        self.has_kept |= found.is_some();
        found
    }

    /// The number of a new play of this scenario under this seed.
    ///
    /// # Errors
    /// [`StoreError::NoNumber`]; or when an exam is open under this seed.
    pub(super) fn begin(&mut self, scenario: &Scenario, seed: Seed) -> Result<AttemptId, Failure> {
        if may_begin(&self.history, &scenario.id, seed).is_err() {
            let message = both!(
                "an exam of {id} is open under seed {seed}: its visit is not played twice",
                "{id} 有一场种子 {seed} 的考试还没结束：同一次上门不演两遍",
                id = scenario.id
            );
            let hint = Phrase::new(
                "go on with it (--mode exam), or take another seed",
                "接着考完（--mode exam），或者换一个种子",
            );
            return Err(Failure::wrong(message, hint));
        }
        let folder = self.learner.folder();
        let none_left = || StoreError::NoNumber { folder: folder.to_owned(), highest: AttemptId::LAST };
        self.history.begin().ok_or_else(none_left).map_err(Failure::World)
    }

    /// Writes a play to the disk before anything else is shown. Where that fails, the play goes on in memory, and the
    /// next move tries again.
    pub(super) fn keep(&mut self, keep: &KeepAttempt) {
        self.has_kept = true;
        // Whether it is on the disk is told by the state, for as long as it is so.
        let _ = self.learner.save(keep.id, &keep.attempt);
    }

    /// Writes down what a finished play came to, if it was played by what there is today.
    pub(super) fn keep_result(&mut self, play: &RecordedPlay, result: PlayResult, pack: &Pack) {
        if play.attempt().outdated(play.session().scenario(), pack).is_empty() {
            let attempt = Attempt { result: Some(result), ..Attempt::clone(play.attempt()) };
            // The play itself is kept already; how the saves stand is told in the end.
            let _ = self.learner.save(play.id(), &Arc::new(attempt));
        }
    }

    /// What is to be said at this moment of how the saves stand: that nothing is saved any more, or everything again.
    pub(super) fn news(&mut self, words: &Messages) -> Option<String> {
        let before = std::mem::replace(&mut self.told, self.learner.state());
        match (before.why(), self.told.why().and_then(StoreError::why)) {
            (None, Some(why)) => Some(tr!(words, "plain-unsaved", why = why.told().in_lang(words.lang()).to_owned())),
            (Some(_), None) => Some(tr!(words, "notice-saved-again")),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }

    /// What is said to whoever leaves the play.
    pub(super) fn farewell(&self, words: &Messages) -> String {
        match self.learner.state().unsaved().and_then(StoreError::why) {
            Some(why) => tr!(words, "plain-left-unsaved", why = why.told().in_lang(words.lang()).to_owned()),
            None if self.has_kept => tr!(words, "plain-left"),
            None => tr!(words, "plain-left-nameless"),
        }
    }

    /// Why something is not on the disk, if it is not.
    pub(super) fn unsaved(&self) -> Option<StoreError> {
        self.learner.state().unsaved().cloned()
    }

    /// What was found in the saves and is not told yet; what could not be written is told by the state.
    pub(super) fn take_notices(&mut self) -> Vec<StoreError> {
        let found = self.learner.take_notices().into_iter();
        found.filter(|error| !matches!(error, StoreError::Write { .. })).collect()
    }

    /// Brings everything to the disk.
    ///
    /// # Errors
    /// [`Failure::Unsaved`].
    pub(super) fn close(self) -> Result<(), Failure> {
        let (state, _) = self.learner.close();
        state.unsaved().cloned().map_or(Ok(()), |error| Err(Failure::Unsaved(error)))
    }
}
