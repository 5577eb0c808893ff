//! Everything that happened in the play so far, to be read again.
//!
//! ```text
//! ── No answer · what happened so far ──────────────────── 12 moves ──
//!   09:55:00
//!   Under the old camphor tree …
//!
//!   09:56:10
//! ▸ Look for a bell first
//! ```

use super::component::Component;
use super::navigation::Navigation;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::downwards;
use crate::doors::tui::frame::{self, ScreenFrame};
use crate::doors::tui::keys::KeyContext;
use crate::doors::tui::layout_key::LayoutKey;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::theme::Tone;
use crate::doors::tui::ui_context::UiContext;
use crate::doors::tui::widgets::story::{Citation, paragraphs};
use crate::speech::narration::{Detail, clock};
use crate::tr;
use crate::trainer::recorded_play::RecordedPlay;

#[derive(Debug)]
pub(crate) struct LogScreen {
    play: RecordedPlay,
    page: Page,
    layout_key: Option<LayoutKey>,
}

impl Component for LogScreen {
    fn key_context(&self) -> KeyContext {
        KeyContext::Log
    }

    fn act(&mut self, action: Action, ui: &mut UiContext) -> Navigation {
        let height = usize::from(frame::column(ui.size).height);
        match action {
            Action::Back => return Navigation::Back,
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
        let layout_key = LayoutKey::of(ui);
        if self.layout_key == Some(layout_key) {
            return;
        }
        let area = frame::column(ui.size);
        let rows = self.rows(ui, usize::from(area.width));
        let first = self.layout_key.replace(layout_key).is_none();
        self.page.set(rows, usize::from(area.height));
        if first {
            self.page.go(self.page.rows.len(), usize::from(area.height));
        }
    }

    fn frame(&self, ui: &UiContext) -> ScreenFrame {
        let narrator = ui.narrator(self.play.session().scenario());
        let below = self.page.below(usize::from(frame::column(ui.size).height));
        ScreenFrame {
            title: format!(
                "{}{}{}",
                narrator.plain(&narrator.scenario.title),
                ui.theme.between(),
                tr!(ui.words, "log")
            ),
            right: tr!(ui.words, "moves", count = self.play.session().turns().len()),
            without: vec![Action::Standard; usize::from(self.play.may_read_standard().is_err())],
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

impl LogScreen {
    pub(crate) fn new(play: &RecordedPlay) -> LogScreen {
        LogScreen { play: play.clone(), page: Page::default(), layout_key: None }
    }

    fn rows(&self, ui: &UiContext, width: usize) -> Vec<Row> {
        let session = self.play.session();
        let narrator = ui.narrator(session.scenario());
        // Reasons were shown when they were due; here the story is read.
        let mut all = paragraphs(&narrator.opening(session), &narrator, ui.theme, Citation::ByClause);
        for (number, turn) in session.turns().iter().enumerate() {
            all.push(Paragraph::blank());
            all.push(Paragraph::new(Tone::Dim, clock(turn.before.clock(session.scenario()))).indented(2, 2));
            let passages = narrator.turn(session, number, Detail::Bare);
            all.extend(paragraphs(&passages, &narrator, ui.theme, Citation::ByClause));
        }
        prose::rows(&all, width, ui.theme)
    }
}
