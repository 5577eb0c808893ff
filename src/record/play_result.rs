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

/// What a learner did with a scenario so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastResult {
    /// Nothing that came to its end.
    Never,
    /// Finished, but the scale is not known yet.
    Unscaled,
    /// The best of those that are counted.
    Best {
        /// Its share of what was possible.
        score: Score,
        /// How many are not counted, because nobody knows what they came to.
        uncounted: usize,
    },
}

impl PlayResult {
    /// Its share of what was possible.
    pub fn score(self) -> Score {
        Score::share(self.points, self.best)
    }
}
