//! A page with things to choose on it: rows of their own, which have numbers, and cells that share rows, which have none.
//! What is long is read to its end before anything on it is chosen.

use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::{cells, downwards};
use crate::doors::tui::page::Page;
use crate::doors::tui::prose::{Paragraph, Row};
use crate::doors::tui::theme::{Theme, Tone};
use ratatui::layout::Rect;
use std::ops::Range;

#[derive(Clone, Debug, Default)]
pub(super) struct ExamSheet {
    page: Page,
    places: Vec<SheetPlace>,
    focus: Option<usize>,
    /// One past the last row that was in view.
    seen: usize,
}

/// Where something to choose stands.
#[derive(Clone, Debug)]
struct SheetPlace {
    rows: Range<usize>,
    /// The cells that it takes of a row that it shares.
    cell: Option<Range<u16>>,
}

/// A page that is being written.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetDraft {
    rows: Vec<Row>,
    places: Vec<SheetPlace>,
}

impl SheetDraft {
    pub(super) fn say(&mut self, paragraphs: &[Paragraph], width: usize, theme: Theme) {
        self.rows.extend(paragraphs.iter().flat_map(|own| own.rows(width, theme)));
    }

    /// How many rows there are so far.
    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    /// Something to choose, with the next number before it.
    pub(super) fn offer(&mut self, tone: Tone, words: &str, aside: Option<String>, (width, theme): (usize, Theme)) {
        let number = self.places.len() + 1;
        let number = if number < 10 { format!("  {number}  ") } else { "  ·  ".to_owned() };
        let mut own = Paragraph::new(Tone::Key, number).and(tone, words).indented(0, 5);
        if let Some(aside) = aside {
            own = own.and(Tone::Dim, format!("  {aside}"));
        }
        let from = self.rows.len();
        self.rows.extend(own.rows(width, theme));
        self.places.push(SheetPlace { rows: from..self.rows.len(), cell: None });
    }

    /// Things to choose that stand beside each other, each of so many cells.
    pub(super) fn offer_cells(&mut self, all: &[(Tone, String)], each: usize, width: usize) {
        let in_row = (width.saturating_sub(2) / each).max(1);
        for row in all.chunks(in_row) {
            let at = self.rows.len();
            let place = |column: usize| SheetPlace {
                rows: at..at + 1,
                cell: Some(cells(2 + column * each)..cells(2 + (column + 1) * each - 1)),
            };
            self.places.extend((0..row.len()).map(place));
            self.rows.push(Row { indent: 2, spans: row.to_vec() });
        }
    }
}

impl ExamSheet {
    /// Another page, to be read from its beginning, with this thing in focus.
    pub(super) fn turn_to(&mut self, focus: Option<usize>) {
        *self = ExamSheet { focus, ..ExamSheet::default() };
    }

    /// Another page, of which nothing has to be read before something is chosen.
    pub(super) fn show_known(&mut self, focus: Option<usize>) {
        *self = ExamSheet { focus, seen: usize::MAX, ..ExamSheet::default() };
    }

    /// The same page, written anew.
    pub(super) fn set(&mut self, draft: SheetDraft, height: usize) {
        let was_read = !self.page.rows.is_empty() && self.is_read();
        self.page.set(draft.rows, height);
        self.places = draft.places;
        self.focus = self.focus.filter(|own| *own < self.places.len());
        self.seen = if was_read { self.page.rows.len() } else { self.seen.max(self.page.top + height) };
    }

    /// Goes to this row, and what stands below it is to be read.
    pub(super) fn read_from(&mut self, row: usize, height: usize) {
        self.page.go(row, height);
        self.seen = self.page.top + height;
    }

    /// Goes to the end of what is known already.
    pub(super) fn go_to_end(&mut self, height: usize) {
        self.read_from(self.page.rows.len(), height);
    }

    /// Where a row stands on the screen, if it is in view.
    pub(super) fn y_of(&self, row: usize, area: Rect) -> Option<u16> {
        row.checked_sub(self.page.top).filter(|y| *y < usize::from(area.height)).map(|y| area.y + cells(y))
    }

    pub(super) fn focus(&self) -> Option<usize> {
        self.focus
    }

    /// How many things have numbers.
    pub(super) fn numbered(&self) -> usize {
        self.places.iter().filter(|own| own.cell.is_none()).count()
    }

    /// Whether it was read to its end.
    pub(super) fn is_read(&self) -> bool {
        self.seen >= self.page.rows.len()
    }

    pub(super) fn below(&self, height: usize) -> usize {
        self.page.below(height)
    }

    /// Whether this can be chosen: everything was read, and it is in view. Else what is missing is shown, with it in focus.
    pub(super) fn may_choose(&mut self, number: usize, height: usize) -> bool {
        let Some(place) = self.places.get(number).cloned() else { return false };
        if !self.is_read() {
            self.turn(Action::PageDown, height);
            return false;
        }
        if self.page.shows(&place.rows, height) {
            return true;
        }
        self.put_focus(number, height);
        false
    }

    /// Puts the focus here and shows it.
    pub(super) fn put_focus(&mut self, number: usize, height: usize) {
        let Some(place) = self.places.get(number) else { return };
        self.page.reveal(place.rows.clone(), height);
        self.focus = Some(number);
        self.seen = self.seen.max(self.page.top + height);
    }

    /// Turns the page, or moves the focus, as an action says. Before everything was read arrows read on.
    pub(super) fn turn(&mut self, action: Action, height: usize) {
        match action {
            Action::Up | Action::Down if !self.is_read() || self.places.is_empty() => {
                self.page.scroll(if action == Action::Down { 1 } else { -1 }, height);
            }
            Action::Up | Action::Down => {
                let next = self.next(action == Action::Down);
                self.put_focus(next, height);
                if self.focus == Some(0) && action == Action::Up {
                    self.page.scroll(-1, height);
                }
            }
            Action::PageDown if !self.is_read() => self.page.scroll(downwards(height) - 1, height),
            other => self.page.turn(other, height),
        }
        self.seen = self.seen.max(self.page.top + height);
    }

    /// One to the side, where things stand beside each other.
    pub(super) fn sideways(&mut self, by: isize, height: usize) {
        let Some(focus) = self.focus else { return };
        let next = focus.saturating_add_signed(by).min(self.places.len().saturating_sub(1));
        self.put_focus(next, height);
    }

    /// What stands above or below what is in focus, as near as can be.
    fn next(&self, is_down: bool) -> usize {
        let last = self.places.len().saturating_sub(1);
        let Some((focus, own)) = self.focus.and_then(|at| Some((at, self.places.get(at)?))) else {
            return if is_down { 0 } else { last };
        };
        let column = |place: &SheetPlace| place.cell.as_ref().map_or(0, |own| own.start);
        let row = |place: &SheetPlace| place.rows.start;
        let beyond = self.places.iter().enumerate();
        let beyond = beyond.filter(|(_, other)| if is_down { row(other) > row(own) } else { row(other) < row(own) });
        let nearest =
            beyond.min_by_key(|(_, other)| (row(other).abs_diff(row(own)), column(other).abs_diff(column(own))));
        nearest.map_or(focus, |(at, _)| at)
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect) {
        self.page.draw(canvas, area);
        for (number, place) in self.places.iter().enumerate() {
            let across = place.cell.as_ref().map_or(area, |own| Rect {
                x: area.x + own.start,
                width: own.end - own.start,
                ..area
            });
            for y in place.rows.clone().filter_map(|row| self.page.y_of(row, area)) {
                canvas.hit(Rect { y, height: 1, ..across }, Action::Row(number));
            }
            let Some(y) = self.page.y_of(place.rows.start, area).filter(|_| self.focus == Some(number)) else {
                continue;
            };
            if place.cell.is_some() {
                canvas.focus(Rect { y, height: 1, ..across });
                canvas.cursor(across.x, y);
                continue;
            }
            canvas.put(area.x, y, area.right(), Tone::Strong, canvas.theme.pointer());
            let height = cells(place.rows.len()).min(area.bottom() - y);
            canvas.focus(Rect { x: area.x + 5, y, width: area.width.saturating_sub(5), height });
            canvas.cursor(area.x + 2, y);
        }
    }
}
