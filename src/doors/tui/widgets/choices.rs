//! Choices that stand on a page below their text: what a click on them means, and which is in focus.

use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::cells;
use crate::doors::tui::page::Page;
use crate::doors::tui::theme::Tone;
use ratatui::layout::Rect;
use std::ops::Range;

/// Draws the page in its area with its choices, each of these rows of it.
pub(crate) fn draw(canvas: &mut Canvas, page: &Page, area: Rect, choices: &[Range<usize>], focus: Option<usize>) {
    page.draw(canvas, area);
    for (number, rows) in choices.iter().enumerate() {
        for y in rows.clone().filter_map(|row| page.y_of(row, area)) {
            canvas.hit(Rect { y, height: 1, ..area }, Action::Row(number));
        }
        if focus == Some(number)
            && let Some(y) = page.y_of(rows.start, area)
        {
            canvas.put(area.x, y, area.right(), Tone::Strong, canvas.theme.pointer());
            let height = cells(rows.len()).min(area.bottom() - y);
            canvas.focus(Rect { x: area.x + 5, y, width: area.width - 5, height });
            canvas.cursor(area.x + 2, y);
        }
    }
}
