//! Dice that fall in every way, one after the other: for walks over all outcomes.

use crate::chance::Dice;

/// The draws of one step, to be repeated until every outcome had its turn.
#[derive(Clone, Debug, Default)]
pub struct Branches {
    drawn: Vec<Draw>,
    next: usize,
}

#[derive(Clone, Debug)]
struct Draw {
    outcome: usize,
    weights: Box<[u32]>,
}

impl Branches {
    /// Makes ready for another step.
    pub fn reset(&mut self) {
        self.drawn.clear();
        self.next = 0;
    }

    /// Turns to the next outcome of the same step; false when all have been.
    pub fn turn(&mut self) -> bool {
        self.next = 0;
        while let Some(last) = self.drawn.last_mut() {
            let later = (last.outcome + 1..last.weights.len()).find(|outcome| last.weights[*outcome] > 0);
            if let Some(outcome) = later {
                last.outcome = outcome;
                return true;
            }
            self.drawn.pop();
        }
        false
    }

    /// Of each draw of this outcome its weight and the sum of all weights there.
    pub fn odds(&self) -> impl Iterator<Item = (u32, u32)> {
        self.drawn[..self.next].iter().map(|draw| (draw.weights[draw.outcome], draw.weights.iter().sum()))
    }
}

impl Dice for Branches {
    fn draw(&mut self, _chance: usize, weights: &[u32]) -> usize {
        if self.next == self.drawn.len() {
            let outcome = weights.iter().position(|weight| *weight > 0).unwrap_or(0);
            self.drawn.push(Draw { outcome, weights: weights.into() });
        }
        self.next += 1;
        self.drawn[self.next - 1].outcome
    }
}
