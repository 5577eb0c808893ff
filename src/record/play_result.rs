//! What a play came to, in the two numbers that a score is made of.

use crate::play::scoring::Score;

/// What the run that counts came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlayResult {
    /// The points of its ledger.
    pub points: i32,
    /// The most points that were possible under its seed.
    pub best: i32,
}

impl PlayResult {
    /// Its share of what was possible.
    pub fn score(self) -> Score {
        Score::share(self.points, self.best)
    }
}
