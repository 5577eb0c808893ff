//! Who is known, changed: renamed, merged, deleted.

use super::session_runner::SessionRunner;
use super::ui_event::UiEvent;
use crate::doors::learner_change::LearnerChange;

impl SessionRunner {
    /// Renames, merges or deletes a learner. Who is here holds a lock, and so lets go first and comes back afterwards.
    pub(super) fn change(&mut self, change: LearnerChange) -> Vec<UiEvent> {
        let own = self.learner.as_ref().map(|learner| learner.profile().clone());
        let own = own.filter(|own| change.concerns(&own.name));
        if own.is_some() {
            self.let_go();
        }
        let done = change.apply(&self.deps.saves);
        let mut events = vec![UiEvent::Learners(self.deps.saves.names_by_last_play())];
        if let Some(own) = own {
            let back = if done.is_ok() { change.whoever_stays().map(str::to_owned) } else { Some(own.name) };
            events.extend(back.map_or(vec![UiEvent::Closed], |name| self.open_learner(&name, own.language)));
        }
        events.push(UiEvent::LearnersChanged(done.map(|()| change)));
        events
    }
}
