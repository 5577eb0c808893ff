//! Every outcome of the dice: one set of rolls for each way in which they can fall.

use crate::chance::{Roll, Rolls, Seed};
use crate::scenario::{Chance, Scenario};

/// One set of rolls for each combination of outcomes, for all weights that a chance can have.
pub fn every_outcome(scenario: &Scenario) -> Vec<Rolls> {
    let mut all = vec![Vec::new()];
    for chance in &scenario.chances {
        let rolls = distinct_rolls(chance);
        all = all.iter().flat_map(|before| rolls.iter().map(|roll| [&before[..], &[*roll]].concat())).collect();
    }
    all.into_iter().map(|rolls| Rolls(rolls.into())).collect()
}

/// A roll from each stretch on which every set of weights gives one outcome.
fn distinct_rolls(chance: &Chance) -> Vec<Roll> {
    let tables: Vec<&[u32]> =
        [&*chance.weights].into_iter().chain(chance.odds.iter().map(|(_, weights)| &**weights)).collect();
    let mut starts: Vec<u64> = tables.iter().flat_map(|weights| thresholds(weights)).collect();
    starts.sort_unstable();
    let mut seen = Vec::new();
    let mut rolls = Vec::new();
    for roll in starts.into_iter().map(Roll) {
        let outcome: Vec<usize> = tables.iter().map(|weights| roll.pick(weights)).collect();
        if !seen.contains(&outcome) {
            seen.push(outcome);
            rolls.push(roll);
        }
    }
    rolls
}

/// The first roll of each outcome that has weight.
fn thresholds(weights: &[u32]) -> Vec<u64> {
    let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    let mut sum: u128 = 0;
    let mut starts = Vec::new();
    for weight in weights.iter().map(|weight| u128::from(*weight)).filter(|weight| *weight > 0) {
        starts.push(((sum << 64).div_ceil(total)) as u64);
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
