//! The rules of an exam, before it is begun.
//!
//! ```text
//! ── Entry quiz ───────────────────────────────────────────── Li ──
//!   Ten minutes, twelve questions. …
//!
//!   The time runs on from now until you hand in, …
//!
//! ▸ 1  Begin now
//!   2  Not now
//! ```

use super::sheet::{ExamSheet, SheetDraft};
use crate::content::blueprint::Blueprint;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::exam_exchange::ExamAsked;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::screens::component::Component;
use crate::doors::tui::screens::navigation::Navigation;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::tr;
use crate::trainer::exam_run::WantedExam;
use crate::trainer::exam_words;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct ExamRulesScreen {
    exam: Arc<Blueprint>,
    wanted: WantedExam,
    sheet: ExamSheet,
    layout_key: Option<LayoutKey>,
}

impl Component for ExamRulesScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Exams
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept if !self.sheet.is_read() => self.sheet.turn(Action::PageDown, height),
            Action::Accept => return self.choose(self.sheet.focus().unwrap_or(0), ui),
            Action::Pick(number) => return self.choose(usize::from(number) - 1, ui),
            Action::Row(row) => return self.choose(row, ui),
            other => self.sheet.turn(other, height),
        }
        Navigation::Stay
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        let layout_key = Some(LayoutKey::of(ui));
        if self.layout_key != layout_key {
            self.layout_key = layout_key;
            self.lay_out(ui);
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let below = self.sheet.below(usize::from(frame::column(ui.size).height));
        ScreenFrame {
            title: self.exam.title.in_lang(ui.lang()).to_owned(),
            right: ui.player().to_owned(),
            picks: Some((self.sheet.numbered(), tr!(ui.words, "do-pick"))),
            accept: (!self.sheet.is_read()).then(|| tr!(ui.words, "do-page-down")),
            below: (below > 0).then(|| tr!(ui.words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        self.sheet.draw(canvas, frame::column(ui.size));
    }
}

impl ExamRulesScreen {
    pub(crate) fn new(exam: Arc<Blueprint>, wanted: WantedExam) -> ExamRulesScreen {
        let mut sheet = ExamSheet::default();
        sheet.turn_to(Some(0));
        ExamRulesScreen { exam, wanted, sheet, layout_key: None }
    }

    fn choose(&mut self, number: usize, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        ui.replied = true;
        match (self.sheet.may_choose(number, height), number) {
            (false, _) => Navigation::Stay,
            (true, 0) => {
                ui.effects.push(UiEffect::Exam(ExamAsked::Begin(self.exam.clone(), self.wanted.clone())));
                Navigation::Stay
            }
            (true, _) => Navigation::Back,
        }
    }

    fn lay_out(&mut self, ui: &UiContext) {
        let area = frame::column(ui.size);
        let width = usize::from(area.width);
        let words = &ui.words;
        let mut draft = SheetDraft::default();
        let about = self.exam.about.in_lang(ui.lang());
        let mut all = vec![
            Paragraph::new(Tone::Plain, about),
            Paragraph::new(Tone::Dim, exam_words::facts(words, &self.exam)),
            Paragraph::blank(),
        ];
        let rules = exam_words::rules(words).map(|rule| Paragraph::new(Tone::Plain, rule));
        all.extend(rules);
        all.push(Paragraph::blank());
        draft.say(&all, width, ui.theme);
        draft.offer(Tone::Plain, &tr!(words, "exam-begin"), None, (width, ui.theme));
        draft.offer(Tone::Plain, &tr!(words, "exam-not-now"), None, (width, ui.theme));
        self.sheet.set(draft, area.height.into());
    }
}
