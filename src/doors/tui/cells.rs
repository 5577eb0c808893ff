//! Counts and widths in the units of the screen. Texts are counted in `usize`, windows in `u16`; one is made of the other
//! here alone, and never wraps: what is larger than any window becomes the largest number, and is cut at the edge.

use unicode_width::UnicodeWidthStr;

/// So many rows or columns.
pub(super) fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// How many columns words take.
pub(super) fn width(words: &str) -> u16 {
    cells(words.width())
}

/// So many rows downwards, for what also goes upwards.
pub(super) fn downwards(rows: usize) -> isize {
    isize::try_from(rows).unwrap_or(isize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_window_holds_becomes_the_largest_number() {
        assert_eq!(cells(65_535), u16::MAX);
        assert_eq!(cells(65_536), u16::MAX);
        assert_eq!(width(&"门".repeat(40_000)), u16::MAX);
        assert_eq!(downwards(usize::MAX), isize::MAX);
    }
}
