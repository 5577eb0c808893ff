//! Why a search has no result.

use thiserror::Error;

/// Why there is no solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unsolved {
    /// More states than the bound.
    #[error("the scenario has more than {bound} states and was not searched to its end")]
    TooLarge {
        /// The most states that the search keeps.
        bound: usize,
    },
    /// No play reaches an ending without a critical break.
    #[error("no play reaches an ending without a critical break")]
    NoEnding,
}
