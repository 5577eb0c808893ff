//! Questions, one after the other.
//!
//! ```text
//! ── Calling at the door ─────────────────────────── question 2 of 5 ──
//!   Nobody answers. The radio is on.
//!
//!   Which one?
//! ▸ 1  Wait half a minute, then ring once more
//!   2  Ring again at once, a little longer
//! ─────────────────────────────────────────────────────────────────────
//!   1-4 choose  Enter take  F6 standard  F1 help  Esc back
//! ```
//!
//! Text and answers are one page. When it was answered, what is right stands below, and Enter goes on.

use super::component::Component;
use super::navigation::Navigation;
use crate::content::standard::RequirementId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{choices, rows};
use crate::play::asking::{Choices, Marking};
use crate::speech::asking;
use crate::tr;
use crate::trainer::day_words;
use crate::trainer::learning::seconds;
use crate::trainer::round::{AnsweredQuestion, Round};
use jiff::Timestamp;
use std::ops::Range;

#[derive(Debug)]
pub(crate) struct QuestionScreen {
    round: Round,
    /// What is picked of several, and whether each.
    picked: Vec<bool>,
    focus: usize,
    page: Page,
    /// The rows of each answer.
    answers: Vec<Range<usize>>,
    /// Whether all questions have been answered.
    is_over: bool,
    /// When the present question was put.
    since: Option<Timestamp>,
    layout_key: Option<LayoutKey>,
}

impl Component for QuestionScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Question
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept if self.is_over => return Navigation::Back,
            Action::Accept if self.round.marking().is_some() => self.go_on(ui),
            Action::Accept => self.choose(self.focus, ui),
            Action::Pick(number) => self.choose(usize::from(number) - 1, ui),
            Action::Row(row) => self.choose(row, ui),
            Action::Down if self.answers.is_empty() => self.page.scroll(1, height),
            Action::Up if self.answers.is_empty() => self.page.scroll(-1, height),
            Action::Down => self.move_focus(1, height),
            Action::Up => self.move_focus(-1, height),
            Action::PageDown | Action::PageUp | Action::Scroll(_) | Action::First | Action::Last => {
                self.page.turn(action, height);
            }
            _ => {}
        }
        Navigation::Stay
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        let layout_key = Some(LayoutKey::of(ui));
        if self.layout_key != layout_key {
            self.since = self.since.or(Some(ui.now.time));
            self.layout_key = layout_key;
            self.lay_out(ui);
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let words = &ui.words;
        let (number, count) = self.round.place();
        let section = self.round.asked().question().tests.first().map(|id| ui.standard().section_of(*id));
        let below = self.page.below(usize::from(frame::column(ui.size).height));
        let right = match (self.is_over, self.round.is_again()) {
            (true, _) => String::new(),
            (false, true) => tr!(words, "question-again"),
            (false, false) => tr!(words, "question-of", number = number, count = count),
        };
        ScreenFrame {
            title: section.map_or_else(String::new, |section| section.title.in_lang(ui.lang()).to_owned()),
            right,
            picks: Some((self.answers.len(), tr!(words, "do-pick"))),
            accept: self.round.marking().map(|_| tr!(words, "do-go-on")),
            below: (below > 0).then(|| tr!(words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn cited(&self, _ui: &UiContext) -> Option<RequirementId> {
        self.round.asked().question().tests.first().copied()
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        choices::draw(canvas, &self.page, area, &self.answers, Some(self.focus));
        if self.answers.is_empty() {
            canvas.hit(area, Action::Accept);
        }
    }
}

impl QuestionScreen {
    pub(crate) fn new(round: Round) -> QuestionScreen {
        QuestionScreen {
            round,
            picked: Vec::new(),
            focus: 0,
            page: Page::default(),
            answers: Vec::new(),
            is_over: false,
            since: None,
            layout_key: None,
        }
    }

    fn move_focus(&mut self, by: isize, height: usize) {
        self.focus = rows::moved(self.focus, by, self.answers.len());
        self.page.reveal(self.answers[self.focus].clone(), height);
    }

    /// Takes an answer. One out of view is shown first; of several each is picked, and the row below them is the end.
    fn choose(&mut self, number: usize, ui: &mut UiContext) {
        let height = usize::from(frame::column(ui.size).height);
        let Some(rows) = self.answers.get(number).cloned() else { return };
        self.focus = number;
        if !self.page.shows(&rows, height) {
            self.page.reveal(rows, height);
            return;
        }
        let Some(choices) = self.round.asked().choices() else { return };
        let chosen: Vec<usize> = match self.picked.get_mut(number) {
            Some(picked) if choices.is_many() => {
                *picked = !*picked;
                self.lay_out(ui);
                return;
            }
            _ if choices.is_many() => (0..self.picked.len()).filter(|at| self.picked[*at]).collect(),
            _ => vec![number],
        };
        match self.round.reply(&chosen) {
            Ok(answered) => {
                ui.replied = true;
                if let Some(answered) = answered {
                    self.note(&answered, ui);
                }
                self.focus = 0;
                self.lay_out(ui);
                self.show_news(height);
            }
            Err(_) => ui.notice = Some(tr!(ui.words, "question-pick-one")),
        }
    }

    /// Writes down what an answer shows.
    fn note(&mut self, answered: &AnsweredQuestion, ui: &mut UiContext) {
        let shown = ui.learning().map(|own| own.of_answer(answered, seconds(self.since, ui.now.time), ui.standard()));
        ui.learn_from(shown.unwrap_or_default());
    }

    /// What came of an answer, and the next step of a question, are read from their first rows.
    fn show_news(&mut self, height: usize) {
        self.page.go(self.page.rows.len(), height);
        if let (Some(first), Some(last)) = (self.answers.first(), self.answers.last()) {
            self.page.reveal(first.start.saturating_sub(1)..last.end, height);
        }
    }

    fn go_on(&mut self, ui: &mut UiContext) {
        ui.replied = true;
        self.since = Some(ui.now.time);
        self.is_over = !self.round.go_on();
        self.focus = 0;
        self.picked.clear();
        self.page.top = 0;
        self.lay_out(ui);
    }

    fn lay_out(&mut self, ui: &UiContext) {
        let width = usize::from(frame::column(ui.size).width);
        self.answers.clear();
        let rows = match (self.is_over, self.round.marking()) {
            (true, _) => prose::rows(&self.summary(ui), width, ui.theme),
            (false, Some(marking)) => prose::rows(&self.marked(&marking, ui), width, ui.theme),
            (false, None) => self.open_rows(width, ui),
        };
        self.page.set(rows, usize::from(frame::column(ui.size).height));
    }

    /// The situation, and the dialogue of one that has any.
    fn stem(&self, ui: &UiContext) -> Vec<Paragraph> {
        let question = self.round.asked().question();
        let ask = question.ask.in_lang(ui.lang());
        let mut all: Vec<Paragraph> = Vec::new();
        let why = self.round.reason().map(|reason| day_words::reason(&ui.words, ui.standard(), reason));
        all.extend(why.map(|why| Paragraph::new(Tone::Dim, why)));
        all.extend(ask.split('\n').map(|line| Paragraph::new(Tone::Plain, line)));
        all.push(Paragraph::blank());
        let said = asking::dialogue(&ui.words, question);
        for line in &said {
            let who = format!("{}  ", line.who);
            all.push(Paragraph::new(Tone::Speaker, who).and(Tone::Plain, &*line.says).indented(2, 4));
        }
        all.extend((!said.is_empty()).then(Paragraph::blank));
        all
    }

    fn open_rows(&mut self, width: usize, ui: &UiContext) -> Vec<Row> {
        let mut rows = prose::rows(&self.stem(ui), width, ui.theme);
        let Some(choices) = self.round.asked().choices() else { return rows };
        self.picked.resize(if choices.is_many() { choices.offered.len() } else { 0 }, false);
        let step = asking::step(&ui.words, self.round.asked().question(), &choices.step);
        rows.extend(step.map_or(Vec::new(), |step| Paragraph::new(Tone::Strong, step).rows(width, ui.theme)));
        for paragraph in self.answer_paragraphs(&choices, ui) {
            let from = rows.len();
            rows.extend(paragraph.rows(width, ui.theme));
            self.answers.push(from..rows.len());
        }
        rows
    }

    fn answer_paragraphs(&self, choices: &Choices, ui: &UiContext) -> Vec<Paragraph> {
        let paragraph = |(at, offered)| {
            let mark = self.picked.get(at).map(|picked| ui.theme.check_box(*picked)).unwrap_or_default();
            Paragraph::new(Tone::Key, format!("  {}  ", at + 1))
                .and(Tone::Plain, format!("{mark}{}", asking::offered(&ui.words, offered)))
                .indented(0, 5 + mark.len())
        };
        let mut all: Vec<Paragraph> = choices.offered.iter().enumerate().map(paragraph).collect();
        if choices.is_many() {
            let number = format!("  {}  ", all.len() + 1);
            all.push(Paragraph::new(Tone::Key, number).and(Tone::Strong, tr!(ui.words, "asking-that-is-all")));
        }
        all
    }

    /// What is right, and why.
    fn marked(&self, marking: &Marking, ui: &UiContext) -> Vec<Paragraph> {
        let words = &ui.words;
        let question = self.round.asked().question();
        let mut all = self.stem(ui);
        let tone = if marking.is_right() { Tone::Good } else { Tone::Bad };
        all.push(Paragraph::new(tone, asking::verdict(words, marking)));
        for answer in asking::answers(words, marking) {
            let sign = answer.is_good.map_or_else(String::new, |good| format!("{} ", ui.theme.right_or_wrong(good)));
            let label = format!("{sign}{}{}", answer.label, tr!(words, "colon"));
            all.push(Paragraph::new(Tone::Strong, label).and(Tone::Plain, answer.words).indented(2, 4));
            all.extend(answer.why.map(|why| Paragraph::new(Tone::Dim, why).indented(4, 4)));
        }
        let why = marking.why.as_ref().map(|why| Paragraph::new(Tone::Plain, why.in_lang(ui.lang())).indented(2, 2));
        all.extend(why);
        all.push(Paragraph::blank());
        all.push(Paragraph::new(Tone::Plain, asking::claim(words, ui.standard(), question)));
        all
    }

    fn summary(&self, ui: &UiContext) -> Vec<Paragraph> {
        let (_, count) = self.round.place();
        let told = tr!(ui.words, "questions-over", right = self.round.right(), count = count);
        vec![Paragraph::new(Tone::Strong, told)]
    }
}
