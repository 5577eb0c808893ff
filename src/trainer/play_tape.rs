//! One play followed while a session goes on, so that there is something to write down when the session is over.

use super::recorded_play::KeepAttempt;
use crate::content::scenario::Scenario;
use crate::play::engine::Session;
use crate::record::attempt::{Attempt, AttemptId};
use std::sync::Arc;

/// Whoever is told of every play as it stands.
pub type PlayFollower = Box<dyn FnMut(&KeepAttempt)>;

/// The newest state of the first play of a scenario that is begun or gone on with.
#[derive(Clone, Debug)]
pub struct PlayTape {
    scenario: Arc<Scenario>,
    followed: Option<(AttemptId, Arc<Attempt>)>,
}

impl PlayTape {
    /// Of a play of this scenario.
    pub fn of(scenario: Arc<Scenario>) -> PlayTape {
        PlayTape { scenario, followed: None }
    }

    /// Takes what is kept, whatever play it is of.
    pub fn follow(&mut self, keep: &KeepAttempt) {
        let is_own = match &self.followed {
            Some((id, _)) => *id == keep.id,
            None => true,
        };
        if is_own && keep.attempt.scenario == self.scenario.id {
            self.followed = Some((keep.id, keep.attempt.clone()));
        }
    }

    /// The run that counts, up to where it stands, and the record of it; none when nothing was chosen.
    pub fn played(&self) -> Option<(Session, &Attempt)> {
        let (_, attempt) = self.followed.as_ref()?;
        let replay = attempt.replay(&self.scenario);
        let session = replay.first_run.unwrap_or(replay.session);
        (!session.turns().is_empty()).then_some((session, attempt))
    }
}
