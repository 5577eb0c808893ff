//! A text longer than its window, broken once a width: only the rows in view are ever drawn.

use super::action::Action;
use super::canvas::Canvas;
use super::cells::{cells, downwards};
use super::prose::Row;
use ratatui::layout::Rect;

#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub rows: Vec<Row>,
    /// The first row in view.
    pub top: usize,
}

impl Page {
    /// Other rows; the view stays where it was as far as they reach.
    pub(super) fn set(&mut self, rows: Vec<Row>, height: usize) {
        self.rows = rows;
        self.go(self.top, height);
    }

    /// Brings this row to the top, as far as there are rows below it.
    pub(super) fn go(&mut self, top: usize, height: usize) {
        self.top = top.min(self.rows.len().saturating_sub(height));
    }

    pub(super) fn scroll(&mut self, by: isize, height: usize) {
        self.go(self.top.saturating_add_signed(by), height);
    }

    /// Turns the page as an action says: a window on or back, so that a row stays in view, to an end, or as a wheel does.
    pub(super) fn turn(&mut self, action: Action, height: usize) {
        match action {
            Action::PageDown => self.scroll(downwards(height) - 1, height),
            Action::PageUp => self.scroll(1 - downwards(height), height),
            Action::Scroll(by) => self.scroll(by.into(), height),
            Action::First => self.go(0, height),
            Action::Last => self.go(self.rows.len(), height),
            _ => {}
        }
    }

    /// Scrolls no further than needed to have these rows in view, the first of them before all.
    pub(super) fn reveal(&mut self, rows: std::ops::Range<usize>, height: usize) {
        if rows.end > self.top + height {
            self.go(rows.end - height, height);
        }
        if rows.start < self.top {
            self.go(rows.start, height);
        }
    }

    /// Whether these rows are in view: all of them, or as many as there is room for, from the first.
    pub(super) fn shows(&self, rows: &std::ops::Range<usize>, height: usize) -> bool {
        rows.start == self.top || rows.start > self.top && rows.end <= self.top + height
    }

    /// How many rows stand below the view.
    pub(super) fn below(&self, height: usize) -> usize {
        self.rows.len().saturating_sub(self.top + height)
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect) {
        let view = self.rows.iter().skip(self.top).take(usize::from(area.height));
        for (y, row) in (area.y..).zip(view) {
            canvas.row(area, y, row);
        }
    }

    /// Where a row of the text stands on the screen, if it is in view.
    pub(super) fn y_of(&self, row: usize, area: Rect) -> Option<u16> {
        let y = row.checked_sub(self.top).filter(|y| *y < usize::from(area.height))?;
        Some(area.y + cells(y))
    }
}
