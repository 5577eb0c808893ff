//! What became of a crowd of players: how they scored, where they ended, and where most of them went wrong.

use crate::play::engine::Move;
use crate::play::scoring::{Label, Score};

/// What became of a crowd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// How many played.
    pub players: u32,
    /// All their moves together.
    pub moves: u64,
    /// How many passed.
    pub passed: u32,
    /// Plays with a critical break.
    pub critical: u32,
    /// How many plays scored so many whole percent (rounded down), 0 to 100.
    pub scores: Vec<u32>,
    /// The sum of all scores, in hundredths of a percent.
    pub total: u64,
    /// By ending of the scenario: how many plays came there. The clock's ending counts where it is.
    pub endings: Vec<u32>,
    /// The choices that lost at least an inaccuracy, the most frequent first.
    pub wrong_turns: Vec<WrongTurn>,
}

/// A choice that cost something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongTurn {
    /// Which choice, and where.
    pub taken: Move,
    /// How often it was taken.
    pub times: u64,
    /// What it lost in hundredths of a percent, on average over those times.
    pub loss: u32,
}

/// From what loss on a choice is a wrong turn, in hundredths of a percent.
pub const WRONG: u32 = Label::Inaccuracy.least_loss();

impl Crowd {
    /// The mean score.
    pub fn mean(&self) -> Score {
        u32::try_from(self.total / u64::from(self.players.max(1))).map_or(Score::FULL, Score)
    }

    /// The score that this share of the crowd (in percent) does not exceed, in whole percent.
    pub fn percentile(&self, share: u32) -> u32 {
        let wanted = (u64::from(self.players) * u64::from(share)).div_ceil(100).max(1);
        let mut sum = 0;
        let reached = (0..).zip(&self.scores).find(|(_, count)| {
            sum += u64::from(**count);
            sum >= wanted
        });
        reached.map_or(100, |(score, _)| score)
    }
}
