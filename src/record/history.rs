//! All plays of one learner, the newest counted first; and which of them can be gone on with.

use super::attempt::{Attempt, AttemptId};
use crate::content::scenario::{Pack, Scenario};
use crate::play::engine::Session;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The attempts of one learner. Each is shared, so that keeping one is a matter of its pointer.
#[derive(Clone, Debug)]
pub struct History {
    attempts: BTreeMap<AttemptId, Arc<Attempt>>,
    /// The highest number that was given to an attempt, also to one that was set aside; none while nothing was played.
    highest: Option<AttemptId>,
}

/// An attempt that can be gone on with, and the scenario it is at.
#[derive(Clone, Copy, Debug)]
pub struct Resumable<'h> {
    /// Which of the learner's attempts it is.
    pub id: AttemptId,
    /// What was done so far.
    pub attempt: &'h Arc<Attempt>,
    /// The scenario as it is now.
    pub scenario: &'h Arc<Scenario>,
}

impl Default for History {
    fn default() -> History {
        History::new(BTreeMap::new(), None)
    }
}

impl History {
    /// These attempts; no number up to `highest` is given to another one.
    pub fn new(attempts: BTreeMap<AttemptId, Arc<Attempt>>, highest: Option<AttemptId>) -> History {
        let highest = highest.max(attempts.keys().next_back().copied());
        History { attempts, highest }
    }

    /// A number for a new attempt, or none where the last is taken. It is not given again, whether or not something is
    /// kept under it.
    pub fn begin(&mut self) -> Option<AttemptId> {
        let id = self.highest.map_or(Some(AttemptId::FIRST), AttemptId::next)?;
        self.highest = Some(id);
        Some(id)
    }

    /// Keeps this state of an attempt.
    pub fn keep(&mut self, id: AttemptId, attempt: Arc<Attempt>) {
        self.attempts.insert(id, attempt);
        self.highest = self.highest.max(Some(id));
    }

    /// The attempt of this number.
    pub fn get(&self, id: AttemptId) -> Option<&Arc<Attempt>> {
        self.attempts.get(&id)
    }

    /// All attempts, the newest first.
    pub fn newest_first(&self) -> impl DoubleEndedIterator<Item = (AttemptId, &Arc<Attempt>)> + ExactSizeIterator {
        self.attempts.iter().rev().map(|(id, attempt)| (*id, attempt))
    }

    /// How many attempts there are.
    pub fn len(&self) -> usize {
        self.attempts.len()
    }

    /// Whether nothing was played yet.
    pub fn is_empty(&self) -> bool {
        self.attempts.is_empty()
    }

    /// Whether a play of this scenario came to an ending.
    pub fn has_finished(&self, scenario: &str) -> bool {
        self.attempts.values().any(|attempt| attempt.finished && *attempt.scenario == *scenario)
    }

    /// Whether an earlier attempt than this was at the same scenario under the same dice.
    pub fn has_met(&self, id: AttemptId, attempt: &Attempt) -> bool {
        let mut earlier = self.attempts.range(..id);
        earlier.any(|(_, other)| other.scenario == attempt.scenario && other.seed == attempt.seed)
    }

    /// The newest attempt at this scenario that has no ending yet.
    pub fn unfinished(&self, scenario: &str) -> Option<(AttemptId, &Arc<Attempt>)> {
        self.newest_first().find(|(_, attempt)| !attempt.finished && *attempt.scenario == *scenario)
    }

    /// The newest attempt that can be gone on with: one without an ending, or the very last one, if it was being tried
    /// again.
    pub fn resumable<'h>(&'h self, pack: &'h Pack) -> Option<Resumable<'h>> {
        let known = self.newest_first().filter_map(|(id, attempt)| {
            pack.scenario(&attempt.scenario).map(|scenario| Resumable { id, attempt, scenario })
        });
        let mut known = known.enumerate();
        let found = known.find(|(place, own)| !own.attempt.finished || *place == 0 && own.is_under_way());
        found.map(|(_, own)| own)
    }

    /// The finished plays of a scenario as it is now, the newest first, each as the run that counts.
    pub fn first_runs(&self, scenario: &Arc<Scenario>) -> Vec<Session> {
        let own = self.newest_first().map(|(_, attempt)| attempt).filter(|attempt| {
            attempt.finished && attempt.scenario == scenario.id && attempt.scenario_hash == scenario.hash
        });
        own.filter_map(|attempt| attempt.replay(scenario).first_run).collect()
    }
}

impl Resumable<'_> {
    /// Whether all of it fits the scenario and stands before a choice.
    fn is_under_way(&self) -> bool {
        let replay = self.attempt.replay(self.scenario);
        replay.is_whole() && !replay.session.is_over()
    }
}
