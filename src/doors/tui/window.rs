//! How large a window may be.

/// The largest window that is drawn, in cells: a terminal that claims more would have us allocate without measure.
const LARGEST: (u16, u16) = (500, 200);

/// A window size that can be drawn.
pub(super) fn clamped(width: u16, height: u16) -> (u16, u16) {
    (width.clamp(1, LARGEST.0), height.clamp(1, LARGEST.1))
}
