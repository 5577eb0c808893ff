//! Who is learning: everybody known, and a field for somebody new.
//!
//! ```text
//!   Somebody new:  Wang▏
//!
//!   Li
//! ▸ Zhang
//! ```

use super::component::Component;
use super::navigation::{Destination, Navigation};
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::width;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::{field, rows};
use crate::record::profile::{clean_name, is_same_name};
use crate::tr;
use ratatui::layout::Rect;
use tui_input::Input;

#[derive(Debug, Default)]
pub(crate) struct LearnersScreen {
    name: Input,
    /// Which known learner is in focus; none while the field is.
    focus: Option<usize>,
}

impl Component for LearnersScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Learners
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let count = ui.learners.len();
        match action {
            Action::Back => return Navigation::Back,
            Action::Edit(request) => {
                self.focus = None;
                field::edit(&mut self.name, request);
            }
            Action::Down if count > 0 => self.focus = Some(self.focus.map_or(0, |focus| rows::moved(focus, 1, count))),
            Action::Up => self.focus = self.focus.and_then(|focus| focus.checked_sub(1)),
            Action::Row(row) => return open(ui.learners.get(row).cloned(), ui),
            Action::Accept => {
                let known = self.focus.and_then(|focus| ui.learners.get(focus).cloned());
                let typed = Some(self.name.value().trim().to_owned()).filter(|name| !name.is_empty());
                return open(known.or(typed), ui);
            }
            _ => {}
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        field::paste(&mut self.name, words);
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        ScreenFrame { title: tr!(ui.words, "who-is-learning"), right: ui.player().to_owned(), ..ScreenFrame::default() }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let label = tr!(ui.words, "somebody-new");
        canvas.put(area.x, area.y + 1, area.right(), Tone::Plain, &label);
        let x = area.x + width(&label) + 2;
        field::draw(canvas, &self.name, x, area.y + 1, area.right());
        let room = usize::from(area.width) - 2;
        let item = |name: &String| Paragraph::new(Tone::Plain, name.clone()).rows(room, ui.theme);
        let items: Vec<Vec<Row>> = ui.learners.iter().map(item).collect();
        let list = Rect { y: area.y + 3, height: area.height.saturating_sub(3), ..area };
        rows::draw(canvas, &items, self.focus.unwrap_or(usize::MAX), list);
    }
}

/// On to somebody else; and home, for whoever is here already.
fn open(name: Option<String>, ui: &mut UiContext) -> Navigation {
    let Some(name) = name else { return Navigation::Stay };
    if clean_name(&name).is_ok_and(|name| is_same_name(&name, ui.player())) {
        return Navigation::FromHome(Destination::Home);
    }
    let language = ui.lang();
    ui.effects.push(UiEffect::Open { name, language });
    Navigation::Stay
}
