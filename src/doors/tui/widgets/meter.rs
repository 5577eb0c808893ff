//! Bars; beside each stands its value in words or digits.

use crate::doors::tui::theme::Theme;

/// `██████░░░░`: a share in hundredths of a percent.
pub(crate) fn bar(theme: Theme, share: u32, cells: usize) -> String {
    let (full, empty) = theme.blocks();
    let share = usize::try_from(share).unwrap_or(10_000).min(10_000);
    let filled = (cells * share + 5_000) / 10_000;
    full.repeat(filled) + &empty.repeat(cells - filled)
}
