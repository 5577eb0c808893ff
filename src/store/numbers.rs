//! Under which number a play of this session lies on the disk. It is the one that it was begun with, unless a file that is
//! not ours stands there by then: a synchroniser may have brought it. Nothing is ever covered; the next number is taken.

use crate::record::attempt::AttemptId;
use std::collections::BTreeMap;

/// The plays that were written for the first time in this session, each with the number of its file.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<AttemptId, AttemptId>);

impl Numbers {
    /// The number of the file of a play.
    pub(super) fn of(&self, id: AttemptId) -> AttemptId {
        self.0.get(&id).copied().unwrap_or(id)
    }

    /// Whether a play has a file of its own by now; `was_there` says whether it had one when the learner was opened.
    pub(super) fn is_own(&self, id: AttemptId, was_there: bool) -> bool {
        self.0.contains_key(&id) || was_there && self.0.values().all(|own| *own != id)
    }

    /// Gives a play the first number from its own on that is free; none where even the last is taken.
    pub(super) fn give(&mut self, id: AttemptId, is_free: impl Fn(AttemptId) -> bool) -> Option<AttemptId> {
        let from = std::iter::successors(Some(self.of(id)), |number| number.next());
        let is_left = |number: &AttemptId| self.0.iter().all(|(play, own)| *play == id || own != number);
        let free = from.into_iter().find(|number| is_left(number) && is_free(*number))?;
        self.0.insert(id, free);
        Some(free)
    }
}
