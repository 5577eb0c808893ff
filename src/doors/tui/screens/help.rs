//! What the screen one came from is for, and every key that works there: from the one table.
//!
//! ```text
//! ── Help ──────────────────────────────────────────────────────────
//!   You are in a play. Read, then choose …
//!
//!   1-9          choose
//!   F3  h        hint
//! ```

use super::component::Component;
use super::navigation::Navigation;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::downwards;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::{Binding, KeyContext, TABLE, Visibility, label};
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::tr;
use unicode_width::UnicodeWidthStr;

#[derive(Debug)]
pub(crate) struct HelpScreen {
    about: KeyContext,
    page: Page,
    layout_key: Option<LayoutKey>,
}

/// How wide the keys are set.
const KEYS: usize = 22;

impl Component for HelpScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Help
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        match action {
            Action::Back | Action::Accept | Action::Help => return Navigation::Back,
            Action::Up => self.page.scroll(-1, height),
            Action::Down => self.page.scroll(1, height),
            Action::Scroll(by) => self.page.scroll(by.into(), height),
            Action::PageDown => self.page.scroll(downwards(height) - 2, height),
            Action::PageUp => self.page.scroll(2 - downwards(height), height),
            Action::First => self.page.go(0, height),
            Action::Last => self.page.go(self.page.rows.len(), height),
            _ => {}
        }
        Navigation::Stay
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        if self.layout_key.replace(LayoutKey::of(ui)) == Some(LayoutKey::of(ui)) {
            return;
        }
        let area = frame::column(ui.size);
        let rows = self.rows(ui, usize::from(area.width));
        self.page.set(rows, usize::from(area.height));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let below = self.page.below(usize::from(frame::column(ui.size).height));
        ScreenFrame {
            title: tr!(ui.words, "help"),
            below: (below > 0).then(|| tr!(ui.words, "more", rows = below, sign = ui.theme.more_below())),
            ..ScreenFrame::default()
        }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        let area = frame::column(ui.size);
        self.page.draw(canvas, area);
        canvas.cursor(area.x, area.y);
    }
}

impl HelpScreen {
    pub(crate) fn new(about: KeyContext) -> HelpScreen {
        HelpScreen { about, page: Page::default(), layout_key: None }
    }

    fn rows(&self, ui: &UiContext, width: usize) -> Vec<Row> {
        let mut all: Vec<Paragraph> = Vec::new();
        for line in about(self.about, ui).split('\n') {
            all.push(Paragraph::new(Tone::Plain, line.trim()));
        }
        all.push(Paragraph::blank());
        if matches!(
            self.about,
            KeyContext::Play
                | KeyContext::Home
                | KeyContext::Questions
                | KeyContext::Question
                | KeyContext::Exams
                | KeyContext::Sitting
                | KeyContext::HeardPhrase
                | KeyContext::Today
                | KeyContext::Course
                | KeyContext::Unit
                | KeyContext::Moment
        ) {
            all.push(key_line("1-9", &label(Action::Pick(1), self.about, &ui.words)));
        }
        let here = TABLE
            .iter()
            .filter(|binding| binding.contexts.contains(&self.about) && binding.visibility != Visibility::Nowhere);
        all.extend(here.map(|binding| self.binding(binding, ui)));
        all.push(Paragraph::blank());
        all.push(Paragraph::new(Tone::Dim, tr!(ui.words, "help-mouse")));
        prose::rows(&all, width, ui.theme)
    }

    fn binding(&self, binding: &Binding, ui: &UiContext) -> Paragraph {
        let keys: Vec<String> = binding.keys_at(self.about).map(|key| key.name(&ui.words)).collect();
        key_line(&keys.join("  "), &label(binding.action, self.about, &ui.words))
    }
}

fn key_line(keys: &str, word: &str) -> Paragraph {
    let gap = " ".repeat(KEYS.saturating_sub(keys.width()).max(2));
    Paragraph::new(Tone::Key, keys).and(Tone::Plain, format!("{gap}{word}")).indented(2, KEYS + 2)
}

/// What a screen is for.
fn about(context: KeyContext, ui: &UiContext) -> String {
    let words = &ui.words;
    match context {
        KeyContext::Welcome => tr!(words, "help-welcome"),
        KeyContext::Home | KeyContext::Help => tr!(words, "help-home"),
        KeyContext::Learners => tr!(words, "help-learners"),
        KeyContext::List => tr!(words, "help-list"),
        KeyContext::Briefing | KeyContext::Seed => tr!(words, "help-briefing"),
        KeyContext::Play => tr!(words, "help-play"),
        KeyContext::Say => tr!(words, "help-say"),
        KeyContext::Log => tr!(words, "help-log"),
        KeyContext::Standard => tr!(words, "help-standard"),
        KeyContext::Debrief => tr!(words, "help-debrief"),
        KeyContext::BestLine => tr!(words, "help-best-line"),
        KeyContext::History => tr!(words, "help-history"),
        KeyContext::Today => tr!(words, "help-today"),
        KeyContext::ExamDay => tr!(words, "help-exam-day"),
        KeyContext::Course => tr!(words, "help-course"),
        KeyContext::Unit => tr!(words, "help-unit"),
        KeyContext::Moment => tr!(words, "help-moment"),
        KeyContext::Questions => tr!(words, "help-questions"),
        KeyContext::Question => tr!(words, "help-question"),
        KeyContext::Exams => tr!(words, "help-exams"),
        KeyContext::Sitting => tr!(words, "help-sitting"),
        KeyContext::ProctorCode => tr!(words, "help-proctor-code"),
        KeyContext::Phrase | KeyContext::HeardPhrase => tr!(words, "help-phrase"),
        KeyContext::Preview => tr!(words, "help-preview"),
        KeyContext::Diagnostics => tr!(words, "help-findings"),
        KeyContext::Scenes => tr!(words, "help-scenes"),
        KeyContext::Dice => tr!(words, "help-dice"),
        KeyContext::Desk => tr!(words, "help-desk"),
        KeyContext::Palette => tr!(words, "help-palette"),
    }
}
