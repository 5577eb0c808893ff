//! What the app does at the desk of whoever trains a group: reviews are opened there, and nothing is played.

use super::app::App;
use super::screens::Screen;
use super::screens::navigation::{Destination, Navigation};
use crate::base::bilingual::Bilingual;
use crate::record::attempt::{Attempt, AttemptId};
use crate::tr;
use crate::trainer::recorded_play::RecordedPlay;
use std::sync::Arc;

impl App {
    /// The same step, where it can be taken: at a desk somebody else's plays are looked at, and nothing else.
    pub(super) fn at_desk(&mut self, step: Navigation) -> Navigation {
        if !matches!(self.screens.first(), Some(Screen::Desk(_))) {
            return step;
        }
        let is_looking = |to: &Destination| {
            matches!(
                to,
                Destination::Debrief(_) | Destination::BestLine(_) | Destination::Standard(_) | Destination::Help(_)
            )
        };
        let refused = match &step {
            Navigation::Open(to) | Navigation::Become(to) => !is_looking(to),
            Navigation::FromHome(_) => true,
            Navigation::Stay | Navigation::Back | Navigation::Act(_) | Navigation::Quit => false,
        };
        if refused {
            self.ui.notice = Some(tr!(self.ui.words, "desk-only-looks"));
            return Navigation::Stay;
        }
        step
    }

    /// The review of a play that was asked for.
    pub(super) fn show_play(&mut self, attempt: Option<&Arc<Attempt>>) {
        let run = attempt.and_then(|attempt| {
            let scenario = self.ui.pack.scenario(&attempt.scenario)?;
            RecordedPlay::finished(scenario, AttemptId::FIRST, attempt, 0)
        });
        match run {
            Some(run) => {
                let review = Destination::Debrief(Box::new(run));
                self.entered = true;
                self.screens.push(Screen::at(review, &self.ui));
            }
            None => self.ui.notice = Some(tr!(self.ui.words, "play-unfit")),
        }
    }

    /// What became of a sentence that was to be accepted.
    pub(super) fn accepted(&mut self, number: usize, became: Result<Bilingual, Bilingual>) {
        if became.is_ok()
            && let Some(desk) = self.screens.first_mut().and_then(Screen::as_desk)
        {
            desk.accepted(number);
        }
        let told = became.unwrap_or_else(|why| why);
        self.ui.notice = Some(told.in_lang(self.ui.words.lang()).to_owned());
    }
}
