//! How chances are to fall, and whether they do under a seed.

use crate::base::chance::Seed;
use crate::content::scenario::{Chance, ChanceId, OutcomeId, Scenario};
use crate::play::engine::Event;

/// How a chance is to fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WantedOutcome {
    /// Which chance.
    pub chance: ChanceId,
    /// How it is to fall.
    pub outcome: OutcomeId,
}

impl WantedOutcome {
    /// Whether the chance can fall so under this seed, whichever of its weights are taken. Cheap: no play is needed.
    pub fn can_fall(&self, scenario: &Scenario, seed: Seed) -> bool {
        self.picks(scenario, seed).any(|is_wanted| is_wanted)
    }

    /// Whether the chance falls so under this seed however play goes.
    pub fn must_fall(&self, scenario: &Scenario, seed: Seed) -> bool {
        self.picks(scenario, seed).all(|is_wanted| is_wanted)
    }

    /// Whether this does not draw the chance otherwise.
    pub fn agrees(&self, event: &Event) -> bool {
        let Event::Revealed { chance, outcome } = event else { return true };
        self.chance != *chance || self.outcome == *outcome
    }

    /// By table of weights: whether it gives the outcome.
    fn picks(&self, scenario: &Scenario, seed: Seed) -> impl Iterator<Item = bool> {
        let chance: &Chance = &scenario.chances[self.chance.index()];
        let roll = seed.roll(&chance.name, 0);
        let tables = [&chance.weights].into_iter().chain(chance.odds.iter().map(|(_, weights)| weights));
        tables.map(move |weights| roll.pick(weights) == self.outcome.index())
    }
}
