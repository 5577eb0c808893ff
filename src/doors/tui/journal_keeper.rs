//! What an activity showed, brought to the journal before the next picture.

use super::session_runner::SessionRunner;
use super::ui_event::UiEvent;
use crate::record::day::Day;
use crate::record::journal::{Happened, JournalStamp};

impl SessionRunner {
    /// Adds to the journal; what was added, once it is on the disk, and how the saves stand.
    pub(super) fn learn(&mut self, happened: Vec<Happened>) -> Vec<UiEvent> {
        let at = (self.deps.now)();
        let day = Day::at(at, self.deps.offset);
        let Some(learner) = self.learner.as_mut() else { return Vec::new() };
        let stamp = JournalStamp { origin: self.origin, at, day };
        let first = learner.read_journal().len();
        // What failed is told once by the notices, and for as long as it lasts by the state.
        let _ = learner.append(happened, stamp);
        let added = learner.read_journal().get(first..).unwrap_or_default().to_vec();
        vec![UiEvent::Learnt(added, day), UiEvent::Saves(learner.state())]
    }
}
