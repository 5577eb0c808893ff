//! Candidates as the design of the exams assumed them: one ability each, spread as a bell, and questions that tell it apart
//! as well as most do. So one sees whether what the design promised of a paper's reliability comes out again.

use crate::base::chance::{RollsWithoutEnd, Seed};
use crate::exam::statistics::{ItemCell, Responses, reliability};

/// How many candidates there are.
pub const ABLE_CANDIDATES: u32 = 10_000;

/// How steeply a question tells abilities apart.
const STEEP: f64 = 0.86;
/// How hard questions are on average, and how far that is spread; an average candidate stands at 0, with a spread of 1.
const HARD: (f64, f64) = (-1.0, 0.9);
/// What guessing gives, from the least to the most.
const GUESSED: (f64, f64) = (0.02, 0.25);
/// By the number of questions: the reliability that the design gives, and the standard error in points.
const DESIGN: [(u16, f64, f64); 5] =
    [(20, 0.67, 9.3), (30, 0.75, 7.7), (40, 0.80, 6.7), (60, 0.86, 5.4), (80, 0.89, 4.7)];

/// The reliability of a paper of so many questions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExpectedReliability {
    /// How many questions it has.
    pub items: u16,
    /// KR-20 as it came out.
    pub alpha: f64,
    /// The standard error of one candidate's share, in points.
    pub error: f64,
    /// KR-20 by the design.
    pub design_alpha: f64,
    /// The standard error by the design.
    pub design_error: f64,
}

/// What comes out for papers of several lengths.
pub fn expected_reliability(seed: Seed) -> Vec<ExpectedReliability> {
    DESIGN.into_iter().map(|design| of_length(design, seed)).collect()
}

fn of_length((items, design_alpha, design_error): (u16, f64, f64), seed: Seed) -> ExpectedReliability {
    let mut chance = FineChance(seed.rolls_without_end(&format!("ability {items}")));
    let questions: Vec<(f64, f64)> = (0..items)
        .map(|_| (HARD.0 + HARD.1 * chance.bell(), GUESSED.0 + (GUESSED.1 - GUESSED.0) * chance.even()))
        .collect();
    let mut person = || {
        let ability = chance.bell();
        let answer = |(item, (hard, guessed)): (usize, &(f64, f64))| {
            let right = guessed + (1.0 - guessed) / (1.0 + (-STEEP * (ability - hard)).exp());
            ItemCell::of_share(item, if chance.even() < right { 1.0 } else { 0.0 })
        };
        questions.iter().enumerate().map(answer).collect()
    };
    let persons = (0..ABLE_CANDIDATES).map(|_| person()).collect();
    let whole = reliability(&Responses { weights: vec![1.0; usize::from(items)], persons });
    let (alpha, error) = (whole.alpha.unwrap_or(0.0), 100.0 * whole.error.unwrap_or(0.0));
    ExpectedReliability { items, alpha, error, design_alpha, design_error }
}

/// Chance in numbers that are no whole ones.
struct FineChance(RollsWithoutEnd);

impl FineChance {
    /// From 0 to 1, all alike; neither of them.
    fn even(&mut self) -> f64 {
        (f64::from(self.0.roll().below(FINE)) + 0.5) / f64::from(FINE)
    }

    /// Around 0 with a spread of 1, as a bell (Box and Muller).
    fn bell(&mut self) -> f64 {
        let (far, turn) = (self.even(), self.even());
        (-2.0 * far.ln()).sqrt() * (std::f64::consts::TAU * turn).cos()
    }
}

/// How finely chance is cut.
const FINE: u32 = 1 << 24;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reliability_that_the_design_promised_comes_out() {
        let found = expected_reliability(Seed::new(1));
        assert_eq!(found.len(), 5);
        for own in &found {
            assert!((own.alpha - own.design_alpha).abs() < 0.04, "{own:?}");
            assert!((own.error - own.design_error).abs() < 0.5, "{own:?}");
        }
        assert!(found.is_sorted_by(|one, other| one.alpha < other.alpha));
    }
}
