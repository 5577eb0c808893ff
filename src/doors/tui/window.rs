//! How large a window may be.

/// The largest window that is drawn, in cells: a terminal that claims more would have us allocate without measure.
const LARGEST: (u16, u16) = (500, 200);

/// What is drawn for while nobody knows how large the window is.
const UNKNOWN: (u16, u16) = (80, 24);

/// A window size that can be drawn. No cells at all mean that the size is not known, as over a serial line.
pub(super) fn clamped(width: u16, height: u16) -> (u16, u16) {
    if width == 0 || height == 0 {
        return UNKNOWN;
    }
    (width.clamp(1, LARGEST.0), height.clamp(1, LARGEST.1))
}
