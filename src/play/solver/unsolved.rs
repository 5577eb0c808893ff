//! Why a search has no result.

use std::fmt;

/// Why there is no solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsolved {
    /// More states than the bound.
    TooLarge { bound: usize },
    /// No play reaches an ending without a critical break.
    NoEnding,
}

impl fmt::Display for Unsolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unsolved::TooLarge { bound } => {
                write!(f, "the scenario has more than {bound} states and was not searched to its end")
            }
            Unsolved::NoEnding => f.write_str("no play reaches an ending without a critical break"),
        }
    }
}

impl std::error::Error for Unsolved {}
