//! Every outcome of the dice: one set of rolls for each way in which they can fall.

use crate::base::chance::{Roll, Rolls, Seed};
use crate::content::scenario::{Chance, Scenario};

/// By chance of a scenario: a roll for each of its outcomes, for all weights that it can have.
pub fn rolls_by_chance(scenario: &Scenario) -> Vec<Vec<Roll>> {
    scenario.chances.iter().map(distinct_rolls).collect()
}

/// How many combinations of outcomes there are.
pub fn outcome_count(scenario: &Scenario) -> usize {
    rolls_by_chance(scenario).iter().fold(1, |count: usize, rolls| count.saturating_mul(rolls.len()))
}

/// One set of rolls for each combination of outcomes: as many as [`outcome_count`] tells, so that is asked before.
pub fn every_outcome(scenario: &Scenario) -> Vec<Rolls> {
    let mut all = vec![Vec::new()];
    for rolls in rolls_by_chance(scenario) {
        all = all.iter().flat_map(|before| rolls.iter().map(|roll| [&before[..], &[*roll]].concat())).collect();
    }
    all.into_iter().map(|rolls| Rolls(rolls.into())).collect()
}

/// Which outcome some rolls belong to.
pub(super) struct Classes {
    /// By chance: where each stretch of rolls begins, and which of the chance's distinct rolls it is like.
    stretches: Vec<Vec<(u64, usize)>>,
}

impl Classes {
    pub(super) fn new(scenario: &Scenario) -> Classes {
        Classes { stretches: scenario.chances.iter().map(stretches).collect() }
    }

    /// By chance: which of its distinct rolls this one is like.
    pub(super) fn of(&self, rolls: &Rolls) -> Box<[usize]> {
        let class = |(own, roll): (&Vec<(u64, usize)>, &Roll)| {
            own.iter().rev().find(|(start, _)| *start <= roll.0).map_or(0, |(_, class)| *class)
        };
        self.stretches.iter().zip(&rolls.0).map(class).collect()
    }
}

/// A roll from each kind of stretch on which every set of weights gives one outcome.
fn distinct_rolls(chance: &Chance) -> Vec<Roll> {
    let mut rolls = Vec::new();
    for (start, class) in stretches(chance) {
        if class == rolls.len() {
            rolls.push(Roll(start));
        }
    }
    rolls
}

/// Where the outcome of a roll changes for some set of weights, and from there on the number of the outcomes that all
/// sets give together, counted as they first come up.
fn stretches(chance: &Chance) -> Vec<(u64, usize)> {
    let tables: Vec<&[u32]> =
        [&*chance.weights].into_iter().chain(chance.odds.iter().map(|(_, weights)| &**weights)).collect();
    let mut starts: Vec<u64> = tables.iter().flat_map(|weights| thresholds(weights)).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut seen: Vec<Vec<usize>> = Vec::new();
    let class = |start: u64| {
        let outcome: Vec<usize> = tables.iter().map(|weights| Roll(start).pick(weights)).collect();
        let known = seen.iter().position(|other| *other == outcome);
        let class = known.unwrap_or_else(|| {
            seen.push(outcome);
            seen.len() - 1
        });
        (start, class)
    };
    starts.into_iter().map(class).collect()
}

/// The first roll of each outcome that has weight.
fn thresholds(weights: &[u32]) -> Vec<u64> {
    let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    let mut sum: u128 = 0;
    let mut starts = Vec::new();
    for weight in weights.iter().map(|weight| u128::from(*weight)).filter(|weight| *weight > 0) {
        // `sum` is less than `total`, so this is less than 2^64.
        starts.push(u64::try_from((sum << 64).div_ceil(total)).unwrap_or(u64::MAX));
        sum += weight;
    }
    starts
}

/// A seed below `tries` under which every chance falls as in `rolls`, if there is one.
pub fn seed_like(scenario: &Scenario, rolls: &Rolls, tries: u64) -> Option<Seed> {
    let picks = |rolls: &Rolls| -> Vec<usize> {
        let pick = |(chance, roll): (&Chance, &Roll)| {
            let odds = chance.odds.iter().map(|(_, weights)| roll.pick(weights));
            odds.chain([roll.pick(&chance.weights)]).collect::<Vec<_>>()
        };
        scenario.chances.iter().zip(&rolls.0).flat_map(pick).collect()
    };
    let wanted = picks(rolls);
    (0..tries).map(Seed::new).find(|seed| picks(&scenario.rolls(*seed)) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::bits::Field;
    use crate::content::scenario::Condition;

    #[test]
    fn every_roll_belongs_to_the_outcome_that_falls_as_it_does() {
        let (weights, other): (Box<[u32]>, Box<[u32]>) = ([7, 0, 3].into(), [1, 8, 1].into());
        let odds = vec![(Condition::Always, other.clone())];
        let chance =
            Chance { name: "x".into(), outcomes: vec![], weights: weights.clone(), odds, field: Field::default() };
        let rolls = distinct_rolls(&chance);
        let stretches = stretches(&chance);
        for n in 0..1_000 {
            let roll = Roll(u64::MAX / 1_000 * n);
            let class = stretches.iter().rev().find(|(start, _)| *start <= roll.0).map(|(_, class)| *class);
            let like = rolls[class.expect("the first stretch begins at 0")];
            assert_eq!([roll.pick(&weights), roll.pick(&other)], [like.pick(&weights), like.pick(&other)]);
        }
    }
}
