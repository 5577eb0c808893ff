//! Why a search has no result.

use thiserror::Error;

/// Why there is no solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unsolved {
    /// More states than the bound, or more moves between them than are kept for so many.
    #[error("the scenario has more than {bound} states and was not searched to its end")]
    TooLarge {
        /// The most states that the search keeps.
        bound: usize,
    },
    /// The dice can fall in more ways than are looked at one by one.
    #[error("the dice can fall in {count} ways, and each would have to be searched by itself")]
    TooManyOutcomes {
        /// How many they are.
        count: usize,
    },
    /// No play reaches an ending without a critical break.
    #[error("no play reaches an ending without a critical break")]
    NoEnding,
}

/// How many moves may be kept for each state of the bound.
const MOVES_PER_STATE: usize = 8;

impl Unsolved {
    /// # Errors
    /// When a search has passed this bound.
    pub(super) fn check(bound: usize, states: usize, moves: usize) -> Result<(), Unsolved> {
        let is_beyond = states > bound || moves > bound.saturating_mul(MOVES_PER_STATE);
        if is_beyond { Err(Unsolved::TooLarge { bound }) } else { Ok(()) }
    }
}
