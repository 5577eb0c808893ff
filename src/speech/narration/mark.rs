//! What a move did to a requirement, as a player is told right after it.

use crate::content::standard::RequirementId;

/// A requirement touched by a move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveMark {
    /// What became of it.
    pub kind: MarkKind,
    /// Which.
    pub requirement: RequirementId,
}

/// What a move did to a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Met it, in its place or where it was not due.
    Met,
    /// Met, but out of order.
    Late,
    /// Tried badly first, and made good now.
    Mended,
    /// Tried, but not as asked.
    Spoiled,
    /// Acted against it.
    Broken,
    /// Broken, and critical: the play is failed.
    Critical,
    /// Gave way to another rule.
    Yielded,
}
