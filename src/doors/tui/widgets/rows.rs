//! A list of things to choose from, each one or more rows tall: which are in view, and which is in focus.

use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::cells::cells;
use crate::doors::tui::prose::Row;
use ratatui::layout::Rect;

/// Draws the list so that the focused item is in view, near the middle where the list is longer than its area.
pub(crate) fn draw(canvas: &mut Canvas, items: &[Vec<Row>], focus: usize, area: Rect) {
    let height = usize::from(area.height);
    let starts: Vec<usize> = items.iter().scan(0, |at, rows| Some(std::mem::replace(at, *at + rows.len()))).collect();
    let all: usize = items.iter().map(Vec::len).sum();
    let focused = starts.get(focus).copied().unwrap_or(0);
    let tall = items.get(focus).map_or(1, Vec::len);
    let top = (focused + tall / 2).saturating_sub(height / 2).min(all.saturating_sub(height));
    for (number, (rows, start)) in items.iter().zip(&starts).enumerate() {
        for (row, at) in rows.iter().zip(*start..) {
            let Some(y) = at.checked_sub(top).filter(|y| *y < height) else { continue };
            let y = area.y + cells(y);
            canvas.row(Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area }, y, row);
            canvas.hit(Rect { y, height: 1, ..area }, Action::Row(number));
            if number == focus && at == *start {
                canvas.point(area, y);
            }
        }
    }
}

/// Where an action leads a pointer that stands at one of so many items: to the next one or the one before, or as many on as
/// a page holds; none where it leads it nowhere.
pub(crate) fn led(action: Action, focus: usize, count: usize, page: isize) -> Option<usize> {
    let by = match action {
        Action::Up | Action::Scroll(..0) => -1,
        Action::Down | Action::Scroll(_) => 1,
        Action::PageUp => -page,
        Action::PageDown => page,
        _ => return None,
    };
    Some(moved(focus, by, count))
}

/// The last of some items that have room in so many rows, each of them whole.
pub(crate) fn newest(items: Vec<Vec<Row>>, room: usize) -> Vec<Row> {
    let mut taken = 0;
    let fits = |rows: &&Vec<Row>| {
        taken += rows.len();
        taken <= room
    };
    let count = items.iter().rev().take_while(fits).count();
    let older = items.len() - count;
    items.into_iter().skip(older).flatten().collect()
}

/// The focus after a move in a list of `count` items.
pub(crate) fn moved(focus: usize, by: isize, count: usize) -> usize {
    focus.saturating_add_signed(by).min(count.saturating_sub(1))
}
