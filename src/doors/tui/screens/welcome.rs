//! The first screen of the first day: a language, a name, and off to the first scenario.
//!
//! ```text
//!   登门 · doorstep
//!   Practise the visit before you ring the bell.
//!
//!   Language        中文   [English]      ← →
//!   Your name       Li▏
//!
//!   Enter: to the first scenario
//! ```

use super::component::Component;
use super::navigation::Navigation;
use crate::base::language::own_name;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::width;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::ui_effect::UiEffect;
use crate::doors::tui::widgets::field;
use crate::tr;
use ratatui::layout::Rect;
use tui_input::Input;

#[derive(Debug, Default)]
pub(crate) struct WelcomeScreen {
    name: Input,
}

impl Component for WelcomeScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Welcome
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        match action {
            Action::Back => return Navigation::Quit,
            Action::Edit(request) => field::edit(&mut self.name, request),
            Action::Right | Action::Down => ui.speak_next(),
            Action::Left | Action::Up => ui.speak_previous(),
            Action::Row(language) => {
                if let Some(lang) = ui.pack.languages.get(language).copied() {
                    ui.speak(lang);
                }
            }
            Action::Accept => {
                let typed = self.name.value().trim();
                let name = if typed.is_empty() { tr!(ui.words, "somebody") } else { typed.to_owned() };
                ui.effects.push(UiEffect::Open { name, language: ui.lang() });
            }
            _ => {}
        }
        Navigation::Stay
    }

    fn paste(&mut self, words: &str) {
        field::paste(&mut self.name, words);
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        ScreenFrame { title: tr!(ui.words, "title"), ..ScreenFrame::default() }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        let words = &ui.words;
        let top = area.y + area.height / 5;
        let (x, end) = (area.x, area.right());
        canvas.put(x, top, end, Tone::Strong, &tr!(words, "tagline"));
        let labels = [tr!(words, "language"), tr!(words, "your-name")];
        let indent = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 3;
        canvas.put(x, top + 3, end, Tone::Plain, &labels[0]);
        let mut at = x + indent;
        for (number, lang) in ui.pack.languages.iter().enumerate() {
            let name = format!(" {} ", own_name(*lang));
            let tone = if *lang == ui.lang() { Tone::Focus } else { Tone::Plain };
            let from = at;
            at = canvas.put(at, top + 3, end, tone, &name) + 1;
            canvas.hit(Rect { x: from, y: top + 3, width: at - from, height: 1 }, Action::Row(number));
        }
        if ui.pack.languages.len() > 1 {
            canvas.put(at + 1, top + 3, end, Tone::Dim, &tr!(words, "change-with-arrows"));
        }
        if let Some(note) = words.spoken_in_english() {
            canvas.put(x + indent, top + 4, end, Tone::Dim, &note);
        }
        canvas.put(x, top + 5, end, Tone::Plain, &labels[1]);
        if self.name.value().is_empty() {
            canvas.put(x + indent, top + 5, end, Tone::Dim, &tr!(words, "name-may-be-empty"));
        }
        if let Some(role) = words.role() {
            canvas.put(x, top + 6, end, Tone::Dim, &tr!(words, "you-are", role = role));
        }
        field::draw(canvas, &self.name, x + indent, top + 5, end);
        canvas.put(x, top + 8, end, Tone::Plain, &tr!(words, "enter-begins"));
        canvas.put(x, top + 9, end, Tone::Dim, &tr!(words, "nothing-lost"));
    }
}
