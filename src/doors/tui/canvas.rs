//! The surface that screens draw on: it puts words in cells, and remembers what a click would mean and where the real
//! cursor belongs.

use super::action::Action;
use super::cells::{cells, width};
use super::prose::Row;
use super::theme::{Theme, Tone};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(super) struct Canvas<'c> {
    buffer: &'c mut Buffer,
    pub theme: Theme,
    pub hits: Vec<(Rect, Action)>,
    pub cursor: Option<Position>,
}

impl<'c> Canvas<'c> {
    pub(super) fn new(buffer: &'c mut Buffer, theme: Theme) -> Canvas<'c> {
        Canvas { buffer, theme, hits: Vec::new(), cursor: None }
    }

    pub(super) fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Puts words at a cell, at most up to the column `end`; the column after them.
    pub(super) fn put(&mut self, x: u16, y: u16, end: u16, tone: Tone, words: &str) -> u16 {
        let area = self.buffer.area;
        if y >= area.bottom() || x >= end.min(area.right()) {
            return x;
        }
        let room = usize::from(end.min(area.right()) - x);
        let words = self.theme.text(words);
        self.buffer.set_stringn(x, y, words, room, self.theme.style(tone)).0
    }

    /// Puts words so that they end before the column `end`; the column where they begin.
    pub(super) fn put_right(&mut self, end: u16, y: u16, tone: Tone, words: &str) -> u16 {
        let words = self.theme.text(words).into_owned();
        let x = end.saturating_sub(width(&words));
        self.put(x, y, end, tone, &words);
        x
    }

    /// Puts a finished row at the left edge of an area.
    pub(super) fn row(&mut self, area: Rect, y: u16, row: &Row) {
        let mut x = area.x + cells(row.indent);
        for (tone, words) in &row.spans {
            x = self.put(x, y, area.right(), *tone, words);
        }
    }

    /// Draws a horizontal line from `x` up to `end`.
    pub(super) fn line(&mut self, x: u16, y: u16, end: u16) {
        let sign = self.theme.rule();
        for column in x..end {
            self.put(column, y, end, Tone::Dim, sign);
        }
    }

    /// Draws a vertical line from `y` up to `end`.
    pub(super) fn vertical_rule(&mut self, x: u16, y: u16, end: u16) {
        let sign = self.theme.vertical_rule();
        for line in y..end {
            self.put(x, line, x + 1, Tone::Dim, sign);
        }
    }

    /// Draws the rule that stands before a column and joins those above and below it.
    pub(super) fn rule_before(&mut self, column: Rect) {
        let x = column.x.saturating_sub(2);
        let (above, below) = self.theme.joints();
        self.vertical_rule(x, column.y, column.bottom());
        self.put(x, column.y - 1, x + 1, Tone::Dim, above);
        self.put(x, column.bottom(), x + 1, Tone::Dim, below);
    }

    /// Draws the rule before a column, and its rows from above as far as they have room.
    pub(super) fn column(&mut self, column: Rect, rows: &[Row]) {
        self.rule_before(column);
        self.rows(column, rows);
    }

    /// Draws rows from above as far as they have room.
    pub(super) fn rows(&mut self, area: Rect, rows: &[Row]) {
        for (y, row) in (area.y..area.bottom()).zip(rows) {
            self.row(area, y, row);
        }
    }

    /// Shows that an area is in focus, whatever stands in it.
    pub(super) fn focus(&mut self, area: Rect) {
        self.buffer.set_style(area, self.theme.style(Tone::Focus));
    }

    /// Points at a row of a list: with a glyph, in reverse, and with the real cursor.
    pub(super) fn point(&mut self, area: Rect, y: u16) {
        self.put(area.x, y, area.right(), Tone::Strong, self.theme.pointer());
        self.focus(Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 });
        self.cursor(area.x, y);
    }

    pub(super) fn hit(&mut self, area: Rect, action: Action) {
        self.hits.push((area, action));
    }

    /// Where the real cursor stands: input methods, screen readers and magnifiers follow it.
    pub(super) fn cursor(&mut self, x: u16, y: u16) {
        let area = self.buffer.area;
        self.cursor =
            Some(Position { x: x.min(area.right().saturating_sub(1)), y: y.min(area.bottom().saturating_sub(1)) });
    }
}
