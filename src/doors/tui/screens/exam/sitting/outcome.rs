//! The end of a sitting: what it came to, the further form of a result near the cut, and the proctor who closes it.

use super::SittingScreen;
use super::view::{SittingEntry, SittingView};
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame;
use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::screens::exam::sheet::SheetDraft;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::field;
use crate::exam::marking::ExamVerdict;
use crate::store::heard_code;
use crate::tr;
use crate::trainer::exam_words;
use ratatui::layout::Rect;
use std::mem;
use tui_input::Input;

impl SittingScreen {
    pub(super) fn lay_out_time_up(&mut self, draft: &mut SheetDraft, ui: &UiContext) {
        let width = frame::column(ui.size).width.into();
        let told = Paragraph::new(Tone::Strong, tr!(ui.words, "exam-time-up"));
        draft.say(&[told, Paragraph::blank()], width, ui.theme);
        self.offer(SittingEntry::ToResult, &tr!(ui.words, "exam-see-result"), None, draft, ui);
    }

    pub(super) fn lay_out_result(&mut self, draft: &mut SheetDraft, ui: &UiContext) {
        let (words, width) = (&ui.words, frame::column(ui.size).width.into());
        let blueprint = self.run.blueprint().clone();
        let (told, verdict) = match self.run.result() {
            Ok((marks, verdict)) => (exam_words::result(words, &marks, &verdict, &blueprint, &ui.pack), Some(verdict)),
            Err(why) => {
                let why = why.told();
                (vec![tr!(words, "exam-unmarked", why = why.in_lang(words.lang()))], None)
            }
        };
        let tone = |number: usize| if number == 0 { Tone::Strong } else { Tone::Plain };
        let mut all: Vec<Paragraph> =
            told.into_iter().enumerate().map(|(at, line)| Paragraph::new(tone(at), line).indented(0, 2)).collect();
        let remarks = [
            self.run.sitting().clock_went_back().then(|| tr!(words, "exam-clock-back")),
            self.run.is_stale().then(|| tr!(words, "exam-stale")),
        ];
        let level = verdict.is_some().then(|| exam_words::level(words, self.run.sitting()));
        all.extend(
            remarks.into_iter().flatten().chain(level.into_iter().flatten()).map(|own| Paragraph::new(Tone::Dim, own)),
        );
        all.push(Paragraph::blank());
        draft.say(&all, width, ui.theme);
        let is_borderline = verdict == Some(ExamVerdict::Borderline);
        if is_borderline {
            let (items, minutes) = (blueprint.further, blueprint.further);
            self.offer(
                SittingEntry::Further,
                &tr!(words, "exam-further", items = items, minutes = minutes),
                None,
                draft,
                ui,
            );
        } else if self.run.sitting().awaits_proctor().is_some() {
            self.offer(SittingEntry::Code, &tr!(words, "exam-proctor-row"), None, draft, ui);
        }
        self.offer(SittingEntry::Away, &tr!(words, "exam-to-exams"), None, draft, ui);
    }

    /// Draws the further form, and goes on with it.
    pub(super) fn go_further(&mut self, ui: &mut UiContext) {
        let now = self.moment(ui);
        let further = self.run.go_further(ui.now.seed, now);
        if Self::put(further, ui) {
            self.turn_to(SittingView::Overview, ui);
        } else {
            ui.notice = Some(tr!(ui.words, "exam-refused-short"));
        }
    }

    /// Where a proctor has opened it, she closes it as well.
    pub(super) fn ask_for_code(&mut self, ui: &mut UiContext) {
        self.turn_to(SittingView::Code, ui);
    }

    pub(super) fn lay_out_code(&mut self, draft: &mut SheetDraft, ui: &UiContext) {
        let (words, width) = (&ui.words, frame::column(ui.size).width.into());
        let proctor = self.run.sitting().proctor().unwrap_or_default();
        let challenge = self.challenges[usize::from(!self.is_open())].as_str();
        let told = if self.is_open() {
            tr!(words, "exam-proctor-open", proctor = proctor, challenge = challenge)
        } else {
            tr!(words, "exam-proctor-close", proctor = proctor, challenge = challenge)
        };
        draft.say(&[Paragraph::new(Tone::Plain, told), Paragraph::blank()], width, ui.theme);
        self.field_row = draft.height();
    }

    pub(super) fn draw_code(&self, canvas: &mut Canvas, area: Rect) {
        if let Some(y) = self.sheet.y_of(self.field_row, area) {
            field::draw(canvas, &self.code, area.x, y, area.right());
        }
    }

    /// Puts the proctor's code on record. One that cannot be hers is typed again.
    pub(super) fn take_code(&mut self, ui: &mut UiContext) {
        let Some(code) = heard_code(self.code.value()) else {
            ui.notice = Some(tr!(ui.words, "exam-proctor-misheard"));
            return;
        };
        let now = self.moment(ui);
        let proctor = self.run.sitting().proctor().unwrap_or_default().to_owned();
        let witnessed = self.run.witness(&proctor, &code, now);
        if Self::put(witnessed, ui) {
            ui.notice = Some(tr!(ui.words, "exam-proctor-kept"));
        }
        self.leave_code(ui);
    }

    /// Without her code there is no way back to one before the first question, so it is asked twice.
    pub(super) fn go_without_code(&mut self, ui: &mut UiContext) {
        if !mem::replace(&mut self.goes_without, true) {
            ui.notice = Some(tr!(ui.words, "exam-proctor-sure-again"));
            return;
        }
        ui.notice = Some(tr!(ui.words, "exam-proctor-without"));
        self.leave_code(ui);
    }

    fn leave_code(&mut self, ui: &mut UiContext) {
        (self.code, self.goes_without) = (Input::default(), false);
        self.turn_to(if self.is_open() { SittingView::Overview } else { SittingView::Result }, ui);
    }
}
