//! A sentence read aloud, and a bar that moves at the pace that the standard asks for.
//!
//! ```text
//! ── Read aloud ──────────────────────────────────────────────────────
//!   About 100 words a minute: 14 seconds for this. …
//!
//!   Hello, is that Mr Ding? This is the community manager at …
//!
//!   ██████████████░░░░░░░░░░░░░░░░░░░░░░
//!   Enter at your last word.
//! ─────────────────────────────────────────────────────────────────────
//! ```

use super::component::Component;
use super::navigation::Navigation;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::{choices, meter};
use crate::tr;
use crate::trainer::reading_aloud::{ReadingAloud, ReadingPace};
use crate::trainer::reading_words;

#[derive(Debug)]
pub(crate) struct ReadingScreen {
    reading: ReadingAloud,
    page: Page,
}

impl Component for ReadingScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::HeardPhrase
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        match action {
            Action::Back => return Navigation::Back,
            Action::Accept if self.reading.is_running() => self.reading.end(ui.now.counted),
            Action::Accept => self.reading.begin(ui.now.counted),
            Action::Down => self.page.scroll(1, height),
            Action::Up => self.page.scroll(-1, height),
            Action::PageDown | Action::PageUp | Action::Scroll(_) | Action::First | Action::Last => {
                self.page.turn(action, height);
            }
            _ => {}
        }
        Navigation::Stay
    }

    fn arrange(&mut self, ui: &mut UiContext) {
        let area = frame::column(ui.size);
        let rows = prose::rows(&self.told(ui), usize::from(area.width), ui.theme);
        self.page.set(rows, usize::from(area.height));
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let words = &ui.words;
        let accept = match (self.reading.is_running(), self.reading.result()) {
            (true, _) => tr!(words, "do-end-reading"),
            (false, None) => tr!(words, "do-begin-reading"),
            (false, Some(_)) => tr!(words, "do-read-again"),
        };
        ScreenFrame { title: tr!(words, "reading-title"), accept: Some(accept), ..ScreenFrame::default() }
    }

    fn draw(&self, canvas: &mut Canvas, ui: &UiContext) {
        choices::draw(canvas, &self.page, frame::column(ui.size), &[], None);
    }
}

impl ReadingScreen {
    pub(crate) fn new(reading: ReadingAloud) -> ReadingScreen {
        ReadingScreen { reading, page: Page::default() }
    }

    /// Whether the bar moves.
    pub(crate) fn is_running(&self) -> bool {
        self.reading.is_running()
    }

    fn told(&self, ui: &UiContext) -> Vec<Paragraph> {
        let (words, reading) = (&ui.words, &self.reading);
        let cells = usize::from(frame::column(ui.size).width).saturating_sub(4);
        let bar = meter::bar(ui.theme, reading.share(ui.now.counted), cells);
        let mut all = vec![
            Paragraph::new(Tone::Dim, reading_words::asked(words, reading)),
            Paragraph::blank(),
            Paragraph::new(Tone::Strong, reading.text().to_owned()),
            Paragraph::blank(),
            Paragraph::new(Tone::Plain, bar),
            Paragraph::blank(),
        ];
        match (reading.is_running(), reading_words::told(words, reading)) {
            (true, _) => all.push(Paragraph::new(Tone::Key, tr!(words, "reading-end"))),
            (false, None) => all.push(Paragraph::new(Tone::Key, tr!(words, "reading-begin"))),
            (false, Some(told)) => {
                let is_right = reading.result().is_some_and(|(_, _, pace)| pace == ReadingPace::Right);
                all.push(Paragraph::new(if is_right { Tone::Good } else { Tone::Plain }, told));
                all.push(Paragraph::new(Tone::Dim, tr!(words, "reading-again")));
            }
        }
        all
    }
}
