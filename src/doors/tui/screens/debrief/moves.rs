//! All moves at the side of a wide window, like the score sheet beside a board.

use crate::doors::tui::action::Action;
use crate::doors::tui::canvas::Canvas;
use crate::doors::tui::prose::Row;
use ratatui::layout::Rect;

/// Draws the vertical rule and the list, scrolled so that the focus is near the middle.
pub(super) fn draw(canvas: &mut Canvas, rows: &[Row], focus: Option<usize>, area: Rect) {
    canvas.rule_before(area);
    let height = usize::from(area.height);
    let top = focus.unwrap_or(0).saturating_sub(height / 2).min(rows.len().saturating_sub(height));
    for (y, (turn, row)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(top)) {
        canvas.row(area, y, row);
        let line = Rect { y, height: 1, ..area };
        canvas.hit(line, Action::Row(turn));
        if focus == Some(turn) {
            canvas.focus(line);
        }
    }
}
