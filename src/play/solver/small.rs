//! Numbers kept in four bytes, because a search keeps millions of them.

/// The count as it is kept. No search comes near 2^32 of anything: it stops at its bound on states, and memory ends first.
#[inline]
pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).expect("a search stops long before 2^32 of anything")
}
