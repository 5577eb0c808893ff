//! The whole list of diagnostics: what is in focus, and which of them is to be shown in the play.

use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::downwards;
use crate::doors::tui::prose::Row;
use crate::doors::tui::widgets::rows;
use ratatui::layout::Rect;

#[derive(Debug, Default)]
pub(super) struct DiagnosticsTab {
    /// Each diagnostic with its rows.
    list: Vec<Vec<Row>>,
    focus: usize,
}

impl DiagnosticsTab {
    /// Which diagnostic is in focus.
    pub(super) fn focus(&self) -> usize {
        self.focus
    }

    /// There are others now: the first of them is in focus.
    pub(super) fn restart(&mut self) {
        self.focus = 0;
    }

    pub(super) fn set(&mut self, list: Vec<Vec<Row>>) {
        self.list = list;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Moves the focus in a window of so many rows; the diagnostic that is to be shown in the play, if it is asked for.
    pub(super) fn act(&mut self, action: Action, height: u16) -> Option<usize> {
        let count = self.list.len();
        let step = downwards(usize::from(height / 2));
        match action {
            Action::Down => self.focus = rows::moved(self.focus, 1, count),
            Action::Up => self.focus = rows::moved(self.focus, -1, count),
            Action::PageDown => self.focus = rows::moved(self.focus, step, count),
            Action::PageUp => self.focus = rows::moved(self.focus, -step, count),
            Action::Scroll(by) => self.focus = rows::moved(self.focus, by.into(), count),
            Action::First => self.focus = 0,
            Action::Last => self.focus = count.saturating_sub(1),
            Action::Row(row) if row == self.focus => return Some(self.focus),
            Action::Row(row) => self.focus = row.min(count.saturating_sub(1)),
            Action::Pick(number) => self.focus = usize::from(number).saturating_sub(1).min(count.saturating_sub(1)),
            Action::Accept => return Some(self.focus),
            _ => {}
        }
        None
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect) {
        rows::draw(canvas, &self.list, self.focus, area);
    }
}
