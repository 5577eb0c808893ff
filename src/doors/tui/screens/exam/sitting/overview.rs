//! The paper: which questions are answered, open and marked, the scenarios, and the way to hand in.

use super::SittingScreen;
use super::view::{SittingEntry, SittingView, SureOf};
use crate::doors::tui::frame;
use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::screens::exam::sheet::SheetDraft;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::tr;
use crate::trainer::exam_run::VisitStage;
use crate::trainer::exam_words;

/// How many cells a question takes: its number, its box and its mark.
const CELL: usize = 9;

impl SittingScreen {
    pub(super) fn lay_out_overview(&mut self, draft: &mut SheetDraft, ui: &UiContext) {
        let words = &ui.words;
        let width = usize::from(frame::column(ui.size).width);
        let counts = exam_words::counts(words, self.run.sitting());
        draft.say(&[Paragraph::new(Tone::Plain, counts), Paragraph::blank()], width, ui.theme);
        let sitting = self.run.sitting();
        let mut items = 0..sitting.items().len();
        let open = items.clone().find(|item| sitting.reply(*item).is_none());
        let flagged = items.find(|item| sitting.is_flagged(*item));
        let visits: Vec<Box<str>> = sitting.visits().map(|(own, _)| own.scenario.clone()).collect();
        if let Some(open) = open {
            let number = open + 1;
            self.offer(SittingEntry::Item(open), &tr!(words, "exam-next-open", number = number), None, draft, ui);
        }
        if let Some(flagged) = flagged {
            let number = flagged + 1;
            self.offer(SittingEntry::Item(flagged), &tr!(words, "exam-next-flagged", number = number), None, draft, ui);
        }
        for (visit, scenario) in visits.iter().enumerate() {
            let title = exam_words::scenario(words, scenario, &ui.pack);
            let stage = exam_words::stage(words, self.run.stage(visit));
            self.offer(
                SittingEntry::Visit(visit),
                &tr!(words, "exam-visit-row", title = title),
                Some(stage),
                draft,
                ui,
            );
        }
        self.offer(SittingEntry::HandIn, &tr!(words, "exam-hand-in"), None, draft, ui);
        self.lay_out_cells(draft, width, ui);
    }

    /// Every question as a cell: its number, whether it is answered, and whether it is marked.
    fn lay_out_cells(&mut self, draft: &mut SheetDraft, width: usize, ui: &UiContext) {
        let sitting = self.run.sitting();
        let legend = tr!(
            ui.words,
            "exam-legend",
            answered = ui.theme.check_box(true).trim(),
            open = ui.theme.check_box(false).trim()
        );
        draft.say(&[Paragraph::blank(), Paragraph::new(Tone::Dim, legend)], width, ui.theme);
        let cell = |item: usize| {
            let answered = ui.theme.check_box(sitting.reply(item).is_some()).trim();
            let flag = if sitting.is_flagged(item) { '*' } else { ' ' };
            let number = item + 1;
            (Tone::Plain, format!("{number:>3} {answered}{flag} "))
        };
        let all: Vec<(Tone, String)> = (0..sitting.items().len()).map(cell).collect();
        self.entries.extend((0..all.len()).map(SittingEntry::Item));
        draft.offer_cells(&all, CELL, width);
    }

    /// What is asked before something is done that cannot be undone.
    pub(super) fn lay_out_sure(&mut self, of: SureOf, draft: &mut SheetDraft, ui: &UiContext) {
        let words = &ui.words;
        let width = usize::from(frame::column(ui.size).width);
        let mut all = Vec::new();
        let (question, yes) = match of {
            SureOf::HandIn => {
                let is_left = |visit: &usize| matches!(self.run.stage(*visit), VisitStage::Waiting | VisitStage::Open);
                let count = (0..self.run.sitting().visits().count()).filter(is_left).count();
                all.extend(
                    (count > 0).then(|| Paragraph::new(Tone::Plain, tr!(words, "exam-visits-open", count = count))),
                );
                let open = self.run.sitting().open_items();
                (tr!(words, "exam-hand-in-sure", open = open), tr!(words, "exam-hand-in"))
            }
            SureOf::Begin(_) => (tr!(words, "exam-visit-once"), tr!(words, "exam-begin")),
            SureOf::Leave => (tr!(words, "exam-visit-leave"), tr!(words, "exam-give-up")),
        };
        all.extend([Paragraph::new(Tone::Strong, question), Paragraph::blank()]);
        draft.say(&all, width, ui.theme);
        self.offer(SittingEntry::No, &tr!(words, "exam-no-back"), None, draft, ui);
        self.offer(SittingEntry::Yes(of), &yes, None, draft, ui);
    }

    pub(super) fn do_sure(&mut self, of: SureOf, ui: &mut UiContext) {
        let now = self.moment(ui);
        match of {
            SureOf::HandIn => {
                let closed = self.run.hand_in(now);
                if Self::put(closed, ui) {
                    self.turn_to(SittingView::Result, ui);
                }
            }
            SureOf::Begin(visit) => {
                let begun = self.run.begin_visit(visit, now);
                let view = if Self::put(begun, ui) { SittingView::Visit } else { SittingView::Overview };
                self.turn_to(view, ui);
            }
            SureOf::Leave => {
                if let Ok(Some(line)) = self.run.leave_visit(now) {
                    Self::keep(line, ui);
                }
                self.turn_to(SittingView::Overview, ui);
            }
        }
    }

    /// A scenario that was begun cannot be gone back into.
    pub(super) fn ask_to_begin(&mut self, visit: usize, ui: &mut UiContext) {
        if self.run.stage(visit) == VisitStage::Waiting {
            self.turn_to(SittingView::Sure(SureOf::Begin(visit)), ui);
        } else {
            ui.notice = Some(tr!(ui.words, "exam-visit-closed"));
        }
    }
}
