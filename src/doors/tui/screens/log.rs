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

use super::Step;
use crate::base::text::Lang;
use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::desk::Desk;
use crate::doors::tui::frame::{self, Frame};
use crate::doors::tui::keys::Place;
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{self, Paragraph, Row};
use crate::doors::tui::run::Run;
use crate::doors::tui::theme::Tone;
use crate::doors::tui::widgets::story::{Naming, paragraphs};
use crate::speech::narration::{Detail, clock};
use crate::tr;

#[derive(Debug)]
pub struct Log {
    run: Run,
    page: Page,
    laid: Option<(Lang, (u16, u16))>,
}

impl Log {
    pub fn new(run: &Run) -> Log {
        Log { run: run.clone(), page: Page::default(), laid: None }
    }

    pub fn place(&self) -> Place {
        Place::Log
    }

    pub fn act(&mut self, action: Action, desk: &mut Desk) -> Step {
        let height = usize::from(frame::column(desk.size).height);
        match action {
            Action::Back => return Step::Back,
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
        if self.laid == Some((desk.lang(), desk.size)) {
            return;
        }
        let area = frame::column(desk.size);
        let rows = self.rows(desk, usize::from(area.width));
        let first = self.laid.replace((desk.lang(), desk.size)).is_none();
        self.page.set(rows, usize::from(area.height));
        if first {
            self.page.go(self.page.rows.len(), usize::from(area.height));
        }
    }

    fn rows(&self, desk: &Desk, width: usize) -> Vec<Row> {
        let session = &self.run.session;
        let narrator = desk.narrator(session.scenario());
        // Reasons were shown when they were due; here the story is read.
        let mut all = paragraphs(&narrator.opening(session), &narrator, desk.theme, Naming::ByClause);
        for (number, turn) in session.turns().iter().enumerate() {
            all.push(Paragraph::blank());
            all.push(Paragraph::new(Tone::Dim, clock(turn.before.clock(session.scenario()))).indented(2, 2));
            let passages = narrator.turn(session, number, Detail::Bare);
            all.extend(paragraphs(&passages, &narrator, desk.theme, Naming::ByClause));
        }
        prose::rows(&all, width, desk.theme)
    }

    pub fn frame(&self, desk: &Desk) -> Frame {
        let narrator = desk.narrator(self.run.session.scenario());
        let below = self.page.below(usize::from(frame::column(desk.size).height));
        Frame {
            title: format!(
                "{}{}{}",
                narrator.plain(&narrator.scenario.title),
                desk.theme.between(),
                tr!(desk.words, "log")
            ),
            right: tr!(desk.words, "moves", count = self.run.session.turns().len()),
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
