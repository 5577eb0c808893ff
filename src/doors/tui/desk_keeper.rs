//! What the trainer's desk asks of the outside.

use super::app::Start;
use super::desk_start::DeskAsked;
use super::session_runner::SessionRunner;
use super::ui_event::UiEvent;
use crate::base::text::Lang;
use std::sync::Arc;

impl SessionRunner {
    /// Opens whoever learns here; at a desk nobody does.
    pub(super) fn begin_or_look(&mut self, lang: Lang) {
        if !matches!(self.deps.start, Start::Desk(_)) {
            self.begin(lang);
        }
    }

    /// Does what the desk asks for.
    pub(super) fn at_desk(&mut self, asked: DeskAsked) -> Vec<UiEvent> {
        let Start::Desk(own) = &self.deps.start else { return Vec::new() };
        vec![match asked {
            DeskAsked::Show { learner, play } => UiEvent::Shown((own.show)(learner, play).map(Arc::new)),
            DeskAsked::Accept(number) => UiEvent::Accepted(number, (own.accept)(number)),
        }]
    }
}
