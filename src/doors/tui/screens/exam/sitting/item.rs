//! A question of a paper: an answer is picked, and counts when it is chosen once more. Nothing is said about right and wrong.

use super::SittingScreen;
use super::view::{SittingEntry, SittingView};
use crate::doors::tui::frame;
use crate::doors::tui::prose::Paragraph;
use crate::doors::tui::screens::exam::sheet::SheetDraft;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::play::asking::Choices;
use crate::speech::asking;
use crate::tr;
use crate::trainer::exam_words;

impl SittingScreen {
    pub(super) fn item_title(&self, item: usize, ui: &UiContext) -> String {
        let sitting = self.run.sitting();
        let (number, count) = (item + 1, sitting.items().len());
        let place = tr!(ui.words, "exam-item-of", number = number, count = count);
        [place, exam_words::item(&ui.words, sitting, item)].join(ui.theme.between())
    }

    /// Shows a question; where there is none, or no time, all stays as it is.
    pub(super) fn show_item(&mut self, item: Option<usize>, ui: &mut UiContext) {
        let Some(item) = item else { return };
        let now = self.moment(ui);
        let shown = self.run.show(item, now);
        if Self::put(shown, ui) {
            self.picked.clear();
            self.so_far.clear();
            self.turn_to(SittingView::Item(item), ui);
        }
    }

    pub(super) fn lay_out_item(&mut self, item: usize, draft: &mut SheetDraft, ui: &UiContext) {
        let (words, width) = (&ui.words, usize::from(frame::column(ui.size).width));
        let (Some((_, asked)), Some(choices)) = (self.run.asked(), self.run.choices()) else { return };
        let question = asked.question();
        let mut all: Vec<Paragraph> = Vec::new();
        if self.run.sitting().reply(item).is_some() {
            all.push(Paragraph::new(Tone::Dim, tr!(words, "exam-answer-stands")));
        }
        all.extend(question.ask.in_lang(ui.lang()).split('\n').map(|line| Paragraph::new(Tone::Plain, line)));
        all.push(Paragraph::blank());
        let said = asking::dialogue(words, question);
        for line in &said {
            let who = format!("{}  ", line.who);
            all.push(Paragraph::new(Tone::Speaker, who).and(Tone::Plain, &*line.says).indented(2, 4));
        }
        all.extend((!said.is_empty()).then(Paragraph::blank));
        for (offered, number) in self.so_far.iter().zip(1..) {
            let own = format!("{number}  {}", asking::offered(words, offered));
            all.push(Paragraph::new(Tone::Dim, own).indented(2, 5));
        }
        all.extend(asking::step(words, question, &choices.step).map(|step| Paragraph::new(Tone::Strong, step)));
        draft.say(&all, width, ui.theme);
        self.offer_answers(&choices, draft, ui);
    }

    fn offer_answers(&mut self, choices: &Choices, draft: &mut SheetDraft, ui: &UiContext) {
        self.picked.resize(if choices.is_many() { choices.offered.len() } else { 0 }, false);
        for (at, offered) in choices.offered.iter().enumerate() {
            let mark = self.picked.get(at).map(|picked| ui.theme.check_box(*picked)).unwrap_or_default();
            let words = format!("{mark}{}", asking::offered(&ui.words, offered));
            self.offer(SittingEntry::Answer(at), &words, None, draft, ui);
        }
        if choices.is_many() {
            self.offer(SittingEntry::AllPicked, &tr!(ui.words, "asking-that-is-all"), None, draft, ui);
        }
    }

    /// Ticks one of several, or takes the tick away.
    pub(super) fn tick_answer(&mut self, at: usize, ui: &UiContext) {
        if let Some(picked) = self.picked.get_mut(at) {
            *picked = !*picked;
        }
        self.lay_out(ui);
    }

    pub(super) fn answer_several(&mut self, ui: &mut UiContext) {
        let chosen: Vec<usize> = (0..self.picked.len()).filter(|at| self.picked[*at]).collect();
        if chosen.is_empty() {
            ui.notice = Some(tr!(ui.words, "question-pick-one"));
        } else {
            self.answer(&chosen, ui);
        }
    }

    /// Answers the step; after the last one the answer is kept, and the next open question follows.
    pub(super) fn answer(&mut self, chosen: &[usize], ui: &mut UiContext) {
        let SittingView::Item(item) = self.view else { return };
        let offered = self.run.choices().map(|choices| choices.offered).unwrap_or_default();
        let now = self.moment(ui);
        match self.run.reply(chosen, now) {
            Ok(None) => {
                self.so_far.extend(chosen.iter().filter_map(|at| offered.get(*at).cloned()));
                self.picked.clear();
                self.turn_to(SittingView::Item(item), ui);
                let height = Self::height(ui);
                self.sheet.go_to_end(height);
            }
            Ok(Some(line)) => {
                ui.notice = Some(tr!(ui.words, "exam-kept"));
                Self::keep(line, ui);
                let sitting = self.run.sitting();
                let next = (item + 1..sitting.items().len()).find(|at| sitting.reply(*at).is_none());
                match next {
                    Some(next) => self.show_item(Some(next), ui),
                    None => self.turn_to(SittingView::Overview, ui),
                }
            }
            Err(_) => self.turn_to(SittingView::Overview, ui),
        }
    }

    pub(super) fn flag(&mut self, item: usize, ui: &mut UiContext) {
        let now = self.moment(ui);
        let flagged = self.run.flag(item, now);
        if Self::put(flagged, ui) {
            let on = self.run.sitting().is_flagged(item);
            ui.notice = Some(if on { tr!(ui.words, "exam-flagged") } else { tr!(ui.words, "exam-unflagged") });
        }
    }
}
