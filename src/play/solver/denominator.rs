//! The fraction of a point in which expected points are counted, so that nothing is ever rounded.

use super::branches::Draw;
use crate::content::scenario::{Chance, Scenario};

/// Probabilities and expected points are kept as whole numbers of this fraction of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Denominator(pub i64);

impl Denominator {
    /// More would not leave enough room for the points.
    const MOST: i64 = 1 << 40;

    /// The common denominator of everything that chance can do here, so that nothing is ever rounded; past 2^40 that
    /// number instead, and each draw is rounded to it.
    pub(super) fn of(scenario: &Scenario) -> Denominator {
        let mut product = Some(1u64);
        for chance in &scenario.chances {
            product = product.and_then(|product| product.checked_mul(denominator(chance)?));
        }
        let exact = product.and_then(|product| i64::try_from(product).ok());
        Denominator(exact.filter(|exact| *exact <= Denominator::MOST).unwrap_or(Denominator::MOST))
    }

    /// How probable it is that these are drawn. Each chance is drawn once in a play, so that in a common denominator every
    /// division comes out even.
    pub(super) fn share(self, drawn: &[Draw]) -> i64 {
        let share = drawn.iter().fold(i128::from(self.0), |share, draw| {
            let sum: i128 = draw.weights.iter().map(|weight| i128::from(*weight)).sum();
            share * i128::from(draw.weights[draw.outcome]) / sum
        });
        i64::try_from(share).expect("a probability is at most 1")
    }
}

fn denominator(chance: &Chance) -> Option<u64> {
    let tables = [&chance.weights].into_iter().chain(chance.odds.iter().map(|(_, weights)| weights));
    let mut common = 1u64;
    for weights in tables {
        let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
        let shared = weights.iter().fold(sum, |shared, weight| gcd(shared, (*weight).into())).max(1);
        let own = (sum / shared).max(1);
        common = (common / gcd(common, own)).checked_mul(own)?;
    }
    Some(common)
}

fn gcd(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::bits::Field;

    fn chance(tables: &[&[u32]]) -> Chance {
        let odds = tables[1..]
            .iter()
            .map(|weights| (crate::content::scenario::Condition::Always, (*weights).into()))
            .collect();
        Chance { name: "x".into(), outcomes: Vec::new(), weights: tables[0].into(), odds, field: Field::default() }
    }

    #[test]
    fn the_denominator_holds_every_table_in_its_lowest_terms() {
        assert_eq!(denominator(&chance(&[&[1, 2]])), Some(3));
        assert_eq!(denominator(&chance(&[&[30, 70], &[50, 25]])), Some(30));
        assert_eq!(denominator(&chance(&[&[0, 5]])), Some(1));
    }
}
