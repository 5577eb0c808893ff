//! How the dice can fall in two versions at once: a roll of one name falls in both, as it does under one seed.

use crate::base::chance::{Roll, Rolls, Seed};
use crate::content::scenario::{Chance, Scenario};
use crate::play::solver::rolls_by_chance;

/// The most ways that are compared.
const MOST: usize = 2_000;

/// How many seeds are tried to find one under which the dice fall in a given way.
const SEEDS: u64 = 5_000;

/// One way in which the dice can fall.
#[derive(Clone, Debug)]
pub struct JointOutcome {
    /// The dice of the old version.
    pub old: Rolls,
    /// The dice of the new version.
    pub new: Rolls,
    /// By name of the chance: the outcome by its usual weights, in the new version where both have the chance.
    pub dice: Vec<(Box<str>, Box<str>)>,
    /// The first seed under which they fall like this.
    pub seed: Option<Seed>,
}

/// A chance by its name, in whichever version has it, with the rolls that fall differently.
struct PairedChance<'s> {
    name: &'s str,
    old: Option<&'s Chance>,
    new: Option<&'s Chance>,
    rolls: Vec<Roll>,
}

/// Every way, or as many as are compared, and how many there are.
pub(super) fn outcomes(old: &Scenario, new: &Scenario) -> (Vec<JointOutcome>, usize) {
    let chances = both(old, new);
    let all: usize = chances.iter().map(|chance| chance.rolls.len()).product();
    let step = all.div_ceil(MOST).max(1);
    let combinations: Vec<Vec<Roll>> = (0..all).step_by(step).map(|number| combination(&chances, number)).collect();
    (combinations.iter().map(|combination| outcome(old, new, &chances, combination)).collect(), all)
}

fn both<'s>(old: &'s Scenario, new: &'s Scenario) -> Vec<PairedChance<'s>> {
    let find = |of: &'s Scenario, name: &str| of.chances.iter().find(|chance| *chance.name == *name);
    let names = old.chances.iter().chain(new.chances.iter().filter(|chance| find(old, &chance.name).is_none()));
    let (of_old, of_new) = (rolls_by_chance(old), rolls_by_chance(new));
    let of = |all: &[Vec<Roll>], scenario: &Scenario, name: &str| {
        let number = scenario.chances.iter().position(|chance| *chance.name == *name);
        number.map_or_else(Vec::new, |number| all[number].clone())
    };
    names
        .map(|chance| {
            let name: &'s str = &chance.name;
            let mut both = PairedChance { name, old: find(old, name), new: find(new, name), rolls: Vec::new() };
            let mut seen = Vec::new();
            for roll in of(&of_old, old, name).into_iter().chain(of(&of_new, new, name)) {
                let outcomes = both.outcomes(roll);
                if !seen.contains(&outcomes) {
                    seen.push(outcomes);
                    both.rolls.push(roll);
                }
            }
            both
        })
        .collect()
}

impl PairedChance<'_> {
    /// What a roll comes to in both versions, for all weights that the chance can have.
    fn outcomes(&self, roll: Roll) -> Vec<usize> {
        let picks = |chance: &Chance| {
            let odds = chance.odds.iter().map(|(_, weights)| roll.pick(weights));
            odds.chain([roll.pick(&chance.weights)]).collect::<Vec<_>>()
        };
        self.old.iter().chain(&self.new).flat_map(|chance| picks(chance)).collect()
    }

    fn outcome(&self, roll: Roll) -> Box<str> {
        let chance = self.new.or(self.old);
        chance.map(|chance| chance.outcomes[roll.pick(&chance.weights)].clone()).unwrap_or_default()
    }
}

/// The way with this number: a roll for each chance.
fn combination(chances: &[PairedChance], number: usize) -> Vec<Roll> {
    let mut rest = number;
    let mut roll = |chance: &PairedChance| {
        let roll = chance.rolls[rest % chance.rolls.len()];
        rest /= chance.rolls.len();
        roll
    };
    chances.iter().map(&mut roll).collect()
}

fn outcome(old: &Scenario, new: &Scenario, chances: &[PairedChance], combination: &[Roll]) -> JointOutcome {
    let of = |scenario: &Scenario| {
        let roll = |name: &str| chances.iter().position(|both| both.name == name).map_or(Roll(0), |n| combination[n]);
        Rolls(scenario.chances.iter().map(|chance| roll(&chance.name)).collect())
    };
    let dice = chances.iter().zip(combination).map(|(both, roll)| (both.name.into(), both.outcome(*roll))).collect();
    let like = |seed: &Seed| {
        chances
            .iter()
            .zip(combination)
            .all(|(both, roll)| both.outcomes(seed.roll(both.name, 0)) == both.outcomes(*roll))
    };
    JointOutcome { old: of(old), new: of(new), dice, seed: (0..SEEDS).map(Seed::new).find(like) }
}
