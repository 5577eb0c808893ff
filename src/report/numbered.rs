//! How moves are numbered in documents, for people and programs alike: as on the screen, from 1.

/// The number of the move with this index.
pub(super) fn number(turn: usize) -> usize {
    turn + 1
}
