//! The questions of the bank by section: a mixed round, or one of a single section.
//!
//! ```text
//! ▸ 1  A mixed round
//!      ten of 320 questions
//!   2  Calling at the door
//!      82 questions
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::content::standard::SectionId;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::rows;
use crate::tr;
use crate::trainer::round::{MIXED, Round, SECTION, drawn};

#[derive(Debug, Default)]
pub(crate) struct QuestionsScreen {
    focus: usize,
}

impl Component for QuestionsScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Questions
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let count = entries(ui).len();
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
        let picks = Some((entries(ui).len(), tr!(ui.words, "do-pick")));
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
        let items: Vec<Vec<Row>> =
            entries(ui).iter().zip(1..).map(|(entry, number)| item(*entry, number, ui, width)).collect();
        rows::draw(canvas, &items, self.focus, area);
    }
}

/// The mixed round, and the sections that have questions, with how many there are.
fn entries(ui: &UiContext) -> Vec<(Option<SectionId>, usize)> {
    let bank = &ui.pack.bank;
    let sections = bank.sections(ui.standard()).into_iter().map(|(section, count)| (Some(section), count));
    [(None, bank.practised().count())].into_iter().chain(sections).collect()
}

fn open(number: usize, ui: &UiContext) -> Navigation {
    let Some((section, _)) = entries(ui).get(number).copied() else { return Navigation::Stay };
    match Round::new(drawn(&ui.pack.bank, ui.standard(), section, ui.now.seed), ui.now.seed) {
        Some(round) => Navigation::Open(Destination::Round(Box::new(round))),
        None => Navigation::Stay,
    }
}

fn item((section, count): (Option<SectionId>, usize), number: usize, ui: &UiContext, width: usize) -> Vec<Row> {
    let words = &ui.words;
    let title = section.map_or_else(
        || tr!(words, "questions-mixed"),
        |id| ui.standard().sections[id.index()].title.in_lang(ui.lang()).to_owned(),
    );
    let most = if section.is_some() { SECTION } else { MIXED };
    let below = tr!(words, "questions-drawn", drawn = most.min(count), count = count);
    let number = if number < 10 { format!("{number}  ") } else { "·  ".to_owned() };
    let mut item = Paragraph::new(Tone::Key, number).and(Tone::Plain, title).indented(0, 3).rows(width, ui.theme);
    item.extend(Paragraph::new(Tone::Dim, below).indented(3, 3).rows(width, ui.theme));
    item.push(Row::default());
    item
}
