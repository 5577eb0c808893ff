//! Who is learning: everybody known, and a field for somebody new.
//!
//! ```text
//!   Somebody new:  Wang▏
//!
//!   Li
//! ▸ Zhang
//! ```

use super::Step;
use crate::doors::tui::action::{Action, Effect};
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk::Desk;
use crate::doors::tui::frame::{self, Frame};
use crate::doors::tui::keys::Place;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::widgets::{field, rows};
use crate::tr;
use ratatui::layout::Rect;
use tui_input::Input;
use unicode_width::UnicodeWidthStr;

#[derive(Debug, Default)]
pub struct Learners {
    name: Input,
    /// Which known learner is in focus; none while the field is.
    focus: Option<usize>,
}

impl Learners {
    pub fn place(&self) -> Place {
        Place::Learners
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let count = desk.learners.len();
        match action {
            Action::Back => return Step::Back,
            Action::Edit(request) => {
                self.focus = None;
                field::edit(&mut self.name, request);
            }
            Action::Down if count > 0 => self.focus = Some(self.focus.map_or(0, |focus| rows::moved(focus, 1, count))),
            Action::Up => self.focus = self.focus.and_then(|focus| focus.checked_sub(1)),
            Action::Row(row) => self.open(desk.learners.get(row).cloned(), desk),
            Action::Accept => {
                let known = self.focus.and_then(|focus| desk.learners.get(focus).cloned());
                let typed = Some(self.name.value().trim().to_owned()).filter(|name| !name.is_empty());
                self.open(known.or(typed), desk);
            }
            _ => {}
        }
        Step::Stay
    }

    fn open(&self, name: Option<String>, desk: &mut Desk) {
        let language = desk.lang();
        desk.effects.extend(name.map(|name| Effect::Open { name, language }));
    }

    pub fn paste(&mut self, words: &str) {
        field::paste(&mut self.name, words);
    }

    pub fn arrange(&mut self, _desk: &mut Desk) {}

    pub fn frame(&self, desk: &Desk) -> Frame {
        Frame { title: tr!(desk.words, "who-is-learning"), right: desk.player().to_owned(), ..Frame::default() }
    }

    pub fn draw(&self, canvas: &mut Canvas, desk: &Desk) {
        let area = frame::column(desk.size);
        let label = tr!(desk.words, "somebody-new");
        canvas.put(area.x, area.y + 1, area.right(), Tone::Plain, &label);
        let x = area.x + label.width() as u16 + 2;
        field::draw(canvas, &self.name, x, area.y + 1, area.right());
        let width = usize::from(area.width) - 2;
        let item = |name: &String| Paragraph::new(Tone::Plain, name.clone()).rows(width, desk.theme);
        let items: Vec<Vec<Row>> = desk.learners.iter().map(item).collect();
        let list = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        rows::draw(canvas, &items, self.focus.unwrap_or(usize::MAX), list);
    }
}
