//! A scenario of a paper, played once, from its beginning to its end, without help of any kind.

use super::SittingScreen;
use super::view::{SittingEntry, SittingView};
use crate::content::scenario::ChoiceId;
use crate::doors::tui::frame;
use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::screens::exam::sheet::SheetDraft;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::story::{Citation, paragraphs};
use crate::play::engine::Open;
use crate::speech::narration::{Detail, LONG, clock, duration};
use crate::tr;

impl SittingScreen {
    /// What is played, where one is, and what time it is there.
    pub(super) fn visit_title(&self, ui: &UiContext) -> String {
        let Some((_, session)) = self.run.visit() else { return String::new() };
        let scenario = session.scenario();
        let narrator = ui.narrator(scenario);
        let place = narrator.place(session, session.turns().len());
        let time = clock(session.state().clock(scenario));
        let parts = [Some(narrator.plain(&scenario.title)), place, Some(time)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(ui.theme.between())
    }

    pub(super) fn has_ended(&self) -> bool {
        self.run.visit().is_none_or(|(_, session)| session.is_over())
    }

    pub(super) fn lay_out_visit(&mut self, draft: &mut SheetDraft, ui: &UiContext) {
        let Some((_, session)) = self.run.visit() else { return };
        let session = session.clone();
        let (words, width) = (&ui.words, usize::from(frame::column(ui.size).width));
        let narrator = ui.narrator(session.scenario());
        let briefing = narrator.plain(&session.scenario().briefing);
        let briefing: Vec<Paragraph> = briefing.split('\n').map(|line| Paragraph::new(Tone::Dim, line)).collect();
        draft.say(&briefing, width, ui.theme);
        draft.say(&[Paragraph::blank()], width, ui.theme);
        let opening = narrator.opening(&session);
        draft.say(&paragraphs(&opening, &narrator, ui.theme, Citation::ByClause), width, ui.theme);
        self.news = 0;
        for turn in 0..session.turns().len() {
            draft.say(&[Paragraph::blank()], width, ui.theme);
            self.news = draft.height();
            let told = narrator.turn(&session, turn, Detail::Bare);
            draft.say(&paragraphs(&told, &narrator, ui.theme, Citation::ByClause), width, ui.theme);
        }
        let question = if session.is_over() { tr!(words, "play-over") } else { tr!(words, "question") };
        draft.say(&[Paragraph::blank(), Paragraph::new(Tone::Strong, question)], width, ui.theme);
        if session.is_over() {
            self.offer(SittingEntry::VisitOver, &tr!(words, "exam-to-paper"), None, draft, ui);
            return;
        }
        let state = session.state();
        for (id, open) in session.shown() {
            let (Open::Yes, Some(choice)) = (open, session.choice(id)) else { continue };
            let seconds = choice.takes.seconds(state.clock(session.scenario()));
            let takes = (seconds >= LONG).then(|| duration(words, seconds));
            self.offer(SittingEntry::Choice(id), &narrator.fill(&choice.text, &state), takes, draft, ui);
        }
    }

    /// Takes a choice. What came of it is read from its first row.
    pub(super) fn take_choice(&mut self, choice: ChoiceId, ui: &mut UiContext) {
        let now = self.moment(ui);
        let taken = self.run.choose(choice, now);
        if Self::put(taken, ui) {
            self.turn_to(SittingView::Visit, ui);
            let height = Self::height(ui);
            self.sheet.read_from(self.news, height);
        }
    }

    pub(super) fn end_visit(&mut self, ui: &mut UiContext) {
        let now = self.moment(ui);
        // Of one that came to its end nothing is to be kept.
        let _ = self.run.leave_visit(now);
        self.turn_to(SittingView::Overview, ui);
    }
}
