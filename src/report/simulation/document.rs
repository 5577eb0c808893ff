//! What there is to say of a crowd.

use crate::base::chance::Seed;
use crate::content::scenario::Scenario;
use crate::play::solver::{Crowd, WrongTurn};

/// A crowd that played one scenario.
pub struct SimulationDocument<'s> {
    /// What was played.
    pub scenario: &'s Scenario,
    /// How everybody chose, as it is named on the command line.
    pub policy: &'s str,
    /// What all chance of the crowd came from.
    pub seed: Seed,
    /// What became of it.
    pub crowd: &'s Crowd,
    /// How fast it played.
    pub plays_per_second: f64,
}

impl SimulationDocument<'_> {
    /// The names of the scene and the choice of a wrong turn.
    pub(super) fn names(&self, turn: &WrongTurn) -> (&str, &str) {
        let scene = self.scenario.scene(turn.taken.scene);
        (&scene.name, &scene.choices[turn.taken.choice.index()].id)
    }

    /// By the name of an ending: how many plays came there, in the order of the scenario.
    pub(super) fn endings(&self) -> impl Iterator<Item = (&str, u32)> {
        let names = self.scenario.endings.iter().map(|ending| &*ending.name);
        names.zip(self.crowd.endings.iter().copied())
    }
}
