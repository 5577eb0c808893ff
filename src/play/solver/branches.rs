//! Dice that fall in every way, one after the other: for walks over all outcomes.

use crate::base::chance::Dice;

/// The draws of one step, to be repeated until every outcome had its turn.
#[derive(Clone, Debug, Default)]
pub struct Branches {
    drawn: Vec<Draw>,
    next: usize,
}

/// One chance drawn: its number, and which of these weights it came to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Draw {
    pub chance: usize,
    pub outcome: usize,
    pub weights: Box<[u32]>,
}

/// Dice that may fall in several ways.
pub trait OutcomeBranching: Dice {
    /// Makes ready for another step.
    fn begin(&mut self);

    /// Turns to the next outcome of the same step; false when all have been.
    fn turn(&mut self) -> bool;

    /// What the step drew, as far as it could have been something else.
    fn drawn(&self) -> &[Draw];
}

/// Dice that fall in one way.
pub(super) struct SingleOutcome<'d, D>(pub &'d mut D);

impl<D: Dice> Dice for SingleOutcome<'_, D> {
    fn draw(&mut self, chance: usize, weights: &[u32]) -> usize {
        self.0.draw(chance, weights)
    }
}

impl<D: Dice> OutcomeBranching for SingleOutcome<'_, D> {
    fn begin(&mut self) {}

    fn turn(&mut self) -> bool {
        false
    }

    fn drawn(&self) -> &[Draw] {
        &[]
    }
}

impl OutcomeBranching for Branches {
    fn begin(&mut self) {
        self.drawn.clear();
        self.next = 0;
    }

    fn turn(&mut self) -> bool {
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

    fn drawn(&self) -> &[Draw] {
        &self.drawn
    }
}

impl Dice for Branches {
    fn draw(&mut self, chance: usize, weights: &[u32]) -> usize {
        if self.next == self.drawn.len() {
            let outcome = weights.iter().position(|weight| *weight > 0).unwrap_or(0);
            self.drawn.push(Draw { chance, outcome, weights: weights.into() });
        }
        self.next += 1;
        self.drawn[self.next - 1].outcome
    }
}
