//! What the screen one came from is for, and every key that works there: from the one table.
//!
//! ```text
//! ── Help ──────────────────────────────────────────────────────────
//!   You are in a play. Read, then choose …
//!
//!   1-9          choose
//!   F3  h        hint
//! ```

use super::Step;
use crate::base::text::Lang;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk::Desk;
use crate::doors::tui::frame::{self, Frame};
use crate::doors::tui::keys::{Binding, Place, TABLE, Told, label};
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::tr;
use unicode_width::UnicodeWidthStr;

#[derive(Debug)]
pub struct Help {
    about: Place,
    page: Page,
    laid: Option<(Lang, (u16, u16))>,
}

/// How wide the keys are set.
const KEYS: usize = 22;

impl Help {
    pub fn new(about: Place) -> Help {
        Help { about, page: Page::default(), laid: None }
    }

    pub fn place(&self) -> Place {
        Place::Help
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let height = usize::from(frame::column(desk.size).height);
        match action {
            Action::Back | Action::Accept | Action::Help => return Step::Back,
            Action::Scroll(by) => self.page.scroll(by.into(), height),
            Action::PageDown => self.page.scroll(height as isize - 2, height),
            Action::PageUp => self.page.scroll(2 - height as isize, height),
            Action::First => self.page.go(0, height),
            Action::Last => self.page.go(self.page.rows.len(), height),
            _ => {}
        }
        Step::Stay
    }

    pub fn arrange(&mut self, desk: &mut Desk) {
        if self.laid.replace((desk.lang(), desk.size)) == Some((desk.lang(), desk.size)) {
            return;
        }
        let area = frame::column(desk.size);
        let rows = self.rows(desk, usize::from(area.width));
        self.page.set(rows, usize::from(area.height));
    }

    fn rows(&self, desk: &Desk, width: usize) -> Vec<Row> {
        let mut all: Vec<Paragraph> = Vec::new();
        for line in about(self.about, desk).split('\n') {
            all.push(Paragraph::new(Tone::Plain, line.trim()));
        }
        all.push(Paragraph::blank());
        if self.about == Place::Play || self.about == Place::Home {
            all.push(key_line("1-9", &label(Action::Pick(1), self.about, &desk.words)));
        }
        let here = TABLE.iter().filter(|binding| binding.at.contains(&self.about) && binding.told != Told::Nowhere);
        all.extend(here.map(|binding| self.binding(binding, desk)));
        all.push(Paragraph::blank());
        all.push(Paragraph::new(Tone::Dim, tr!(desk.words, "help-mouse")));
        prose::rows(&all, width, desk.theme)
    }

    fn binding(&self, binding: &Binding, desk: &Desk) -> Paragraph {
        let keys: Vec<String> = binding.keys_at(self.about).map(|key| key.name(&desk.words)).collect();
        key_line(&keys.join("  "), &label(binding.action, self.about, &desk.words))
    }

    pub fn frame(&self, desk: &Desk) -> Frame {
        let below = self.page.below(usize::from(frame::column(desk.size).height));
        Frame {
            title: tr!(desk.words, "help"),
            below: (below > 0).then(|| tr!(desk.words, "more", rows = below, sign = desk.theme.more_below())),
            ..Frame::default()
        }
    }

    pub fn draw(&self, canvas: &mut Canvas, desk: &Desk) {
        let area = frame::column(desk.size);
        self.page.draw(canvas, area);
        canvas.cursor(area.x, area.y);
    }
}

fn key_line(keys: &str, word: &str) -> Paragraph {
    let gap = " ".repeat(KEYS.saturating_sub(keys.width()).max(2));
    Paragraph::new(Tone::Key, keys).and(Tone::Plain, format!("{gap}{word}")).indented(2, KEYS + 2)
}

/// What a screen is for.
fn about(place: Place, desk: &Desk) -> String {
    let words = &desk.words;
    match place {
        Place::Welcome => tr!(words, "help-welcome"),
        Place::Home | Place::Help => tr!(words, "help-home"),
        Place::Learners => tr!(words, "help-learners"),
        Place::List => tr!(words, "help-list"),
        Place::Briefing | Place::Seed => tr!(words, "help-briefing"),
        Place::Play => tr!(words, "help-play"),
        Place::Log => tr!(words, "help-log"),
        Place::Standard => tr!(words, "help-standard"),
        Place::Debrief => tr!(words, "help-debrief"),
        Place::BestLine => tr!(words, "help-best-line"),
        Place::History => tr!(words, "help-history"),
        Place::Preview => tr!(words, "help-preview"),
        Place::Diagnostics => tr!(words, "help-findings"),
        Place::Palette => tr!(words, "help-palette"),
    }
}
