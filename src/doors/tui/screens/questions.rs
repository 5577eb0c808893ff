//! What can be practised by topic: a mixed round of questions, those of a single section, and sentences to be said.
//!
//! ```text
//! ▸ 1  A mixed round
//!      ten of 320 questions
//!   2  Calling at the door
//!      82 questions
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::rows;
use crate::tr;
use crate::trainer::practice::{BegunPractice, PracticeTopic, practice_topics};

#[derive(Debug, Default)]
pub(crate) struct QuestionsScreen {
    focus: usize,
}

impl Component for QuestionsScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Questions
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let count = practice_topics(&ui.pack).len();
        match action {
            Action::Back => return Navigation::Back,
            Action::Up | Action::Scroll(..0) => self.focus = rows::moved(self.focus, -1, count),
            Action::Down | Action::Scroll(_) => self.focus = rows::moved(self.focus, 1, count),
            Action::PageUp => self.focus = rows::moved(self.focus, -5, count),
            Action::PageDown => self.focus = rows::moved(self.focus, 5, count),
            Action::Accept => return open(self.focus, ui),
            Action::Pick(number) => return open(usize::from(number) - 1, ui),
            Action::Row(row) => return open(row, ui),
            _ => {}
        }
        Navigation::Stay
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let picks = Some((practice_topics(&ui.pack).len(), tr!(ui.words, "do-pick")));
        ScreenFrame {
            title: tr!(ui.words, "questions"),
            right: ui.player().to_owned(),
            picks,
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let width = usize::from(area.width) - 2;
        let items: Vec<Vec<Row>> = practice_topics(&ui.pack)
            .into_iter()
            .zip(1..)
            .map(|(topic, number)| item(topic, number, ui, width))
            .collect();
        rows::draw(canvas, &items, self.focus, area);
    }
}

fn open(number: usize, ui: &UiContext) -> Navigation {
    let Some(topic) = practice_topics(&ui.pack).get(number).copied() else { return Navigation::Stay };
    match topic.begun(&ui.pack, ui.now.seed) {
        Some(BegunPractice::Round(round)) => Navigation::Open(Destination::Round(round)),
        Some(BegunPractice::Drill(drill)) => Navigation::Open(Destination::Phrases(drill)),
        None => Navigation::Stay,
    }
}

fn item(topic: PracticeTopic, number: usize, ui: &UiContext, width: usize) -> Vec<Row> {
    let (title, below) = topic.told(&ui.words, &ui.pack);
    let number = if number < 10 { format!("{number}  ") } else { "·  ".to_owned() };
    let mut item = Paragraph::new(Tone::Key, number).and(Tone::Plain, title).indented(0, 3).rows(width, ui.theme);
    item.extend(Paragraph::new(Tone::Dim, below).indented(3, 3).rows(width, ui.theme));
    item.push(Row::default());
    item
}
