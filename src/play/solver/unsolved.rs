//! Why a search has no result.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;
use thiserror::Error;

/// Why there is no solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.told().en)]
pub enum Unsolved {
    /// More states than the bound, or more moves between them than are kept for so many.
    TooLarge {
        /// The most states that the search keeps.
        bound: usize,
    },
    /// The dice can fall in more ways than are looked at one by one.
    TooManyOutcomes {
        /// How many they are.
        count: usize,
    },
    /// No play reaches an ending without a critical break.
    NoEnding,
}

/// How many moves may be kept for each state of the bound.
const MOVES_PER_STATE: usize = 8;

impl Unsolved {
    /// The same for people.
    pub fn told(&self) -> Bilingual {
        match self {
            Unsolved::TooLarge { bound } => both!(
                "the scenario has more than {bound} states and was not searched to its end",
                "这个情景的状态超过 {bound} 个，没能全部走完"
            ),
            Unsolved::TooManyOutcomes { count } => both!(
                "the dice can fall in {count} ways, and each would have to be searched by itself",
                "随机的结果有 {count} 种组合，每一种都要单独走一遍"
            ),
            Unsolved::NoEnding => {
                Phrase::new("no play reaches an ending without a critical break", "不触红线，就走不到任何结局").into()
            }
        }
    }

    /// # Errors
    /// When a search has passed this bound.
    pub(super) fn check(bound: usize, states: usize, moves: usize) -> Result<(), Unsolved> {
        let is_beyond = states > bound || moves > bound.saturating_mul(MOVES_PER_STATE);
        if is_beyond { Err(Unsolved::TooLarge { bound }) } else { Ok(()) }
    }
}
