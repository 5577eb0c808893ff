//! Where the parts of a debrief stand in a window.

use crate::doors::tui::columns::Columns;
use crate::doors::tui::frame;
use ratatui::layout::Rect;

/// The curve, all moves, and the move in focus.
pub(super) fn columns(size: (u16, u16)) -> Columns {
    Columns::of(size, [14, 9, 15])
}

/// The score and the curve.
pub(super) fn column(size: (u16, u16)) -> Rect {
    columns(size).text
}

/// Where all moves stand at the side. Where nothing stands beside them they take what room the window has left, so that
/// choices are not cut short without need.
pub(super) fn panel(size: (u16, u16)) -> Option<Rect> {
    let Columns { panel, third, .. } = columns(size);
    let left = |panel: Rect| size.0.saturating_sub(panel.x + 2).clamp(panel.width, frame::MEASURE);
    panel.map(|panel| if third.is_some() { panel } else { Rect { width: left(panel), ..panel } })
}

/// How many rows the scale of the curve has.
pub(super) fn levels(size: (u16, u16)) -> usize {
    usize::from(frame::column(size).height / 4).clamp(3, 10)
}
