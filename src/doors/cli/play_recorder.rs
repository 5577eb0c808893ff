//! Where a play of the command line is kept: the saves of the learner that it names.

use super::context::{Context, OpenedPack};
use super::failure::Failure;
use super::play_args::PlayArgs;
use crate::base::text::Lang;
use crate::content::scenario::Scenario;
use crate::play::engine::Misfit;
use crate::record::attempt::AttemptId;
use crate::record::history::History;
use crate::store::{Learner, StoreError};
use crate::trainer::recorded_play::{KeepAttempt, RecordedPlay};
use std::sync::Arc;

pub(super) struct PlayRecorder {
    learner: Learner,
    history: History,
    /// Why the last move is not on the disk.
    unkept: Option<StoreError>,
}

impl PlayRecorder {
    /// Opens the learner's saves.
    pub(super) fn open(name: &str, lang: Lang, opened: &OpenedPack, context: &mut Context) -> Result<Self, Failure> {
        let now = (context.now)();
        let (learner, history) = context.find_saves(&opened.content)?.open(name, lang, now)?;
        Ok(PlayRecorder { learner, history, unkept: None })
    }

    /// The unfinished play of this scenario, unless another seed or mode was asked for; and where it does not fit the
    /// scenario any more.
    pub(super) fn unfinished(
        &self,
        scenario: &Arc<Scenario>,
        args: &PlayArgs,
    ) -> Option<(RecordedPlay, Option<Misfit>)> {
        let (id, attempt) = self.history.unfinished(&scenario.id)?;
        let is_meant = args.seed.is_none_or(|seed| seed == attempt.seed.number())
            && args.mode.is_none_or(|mode| mode.mode() == attempt.mode);
        is_meant.then(|| RecordedPlay::resume(scenario, id, attempt)).filter(|(play, _)| !play.session().is_over())
    }

    /// The number of a new play.
    pub(super) fn begin(&mut self) -> AttemptId {
        self.history.begin()
    }

    /// Writes a play to the disk before anything else is shown. Where that fails, the play goes on in memory, and the
    /// next move tries again.
    pub(super) fn keep(&mut self, keep: &KeepAttempt) {
        self.unkept = self.learner.save_now(keep.id, &keep.attempt).err();
    }

    /// Whether everything so far is on the disk.
    pub(super) fn keeps(&self) -> bool {
        self.unkept.is_none()
    }

    /// Why the last move is not on the disk, if it is not.
    pub(super) fn take_unkept(&mut self) -> Option<StoreError> {
        self.unkept.take()
    }

    /// What was found in the saves and is not told yet.
    pub(super) fn take_notices(&mut self) -> Vec<StoreError> {
        self.learner.take_notices()
    }

    /// Brings everything to the disk; what could not be kept.
    pub(super) fn close(self) -> Vec<StoreError> {
        let told = self.learner.close();
        // That nothing is written at all was told when the saves were opened.
        let unkept = self.unkept.filter(|error| told.is_empty() && !matches!(error, StoreError::InMemory { .. }));
        told.into_iter().chain(unkept).collect()
    }
}
