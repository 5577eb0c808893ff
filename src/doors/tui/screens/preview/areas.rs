//! Where the play and the diagnostics are drawn.

use crate::doors::tui::cells::cells;
use crate::doors::tui::frame;
use ratatui::layout::Rect;

pub(super) struct PreviewAreas {
    pub play: Rect,
    pub pane: Rect,
    /// Whether the pane stands beside the play, and not below it.
    pub beside: bool,
}

impl PreviewAreas {
    /// The whole of it.
    pub(super) fn whole(size: (u16, u16)) -> Rect {
        let room = if size.0 >= frame::WITH_PANEL { frame::MEASURE + 64 } else { frame::MEASURE };
        let width = room.min(size.0.saturating_sub(4));
        Rect { x: (size.0 - width) / 2, y: 1, width, height: size.1.saturating_sub(3) }
    }

    /// For a pane of so many rows: beside the play where there is room, otherwise below it, where it never takes more
    /// than a third of the window.
    pub(super) fn of(size: (u16, u16), rows: usize) -> PreviewAreas {
        let whole = PreviewAreas::whole(size);
        if size.0 >= frame::WITH_PANEL {
            let play = Rect { width: frame::MEASURE.min(whole.width * 3 / 5), ..whole };
            let x = play.right() + 3;
            return PreviewAreas { play, pane: Rect { x, width: whole.right() - x, ..whole }, beside: true };
        }
        let height = cells(rows.max(1)).min(whole.height / 3);
        let play = Rect { height: whole.height - height - 1, ..whole };
        PreviewAreas { play, pane: Rect { y: play.bottom() + 1, height, ..whole }, beside: false }
    }
}
