//! The shortest play to each scene.

use crate::content::scenario::{Scenario, SceneId};
use crate::content::standard::Standard;
use crate::play::engine::{Event, Move, State};
use crate::play::solver::{StateIndex, Tracked, Visitor, explore};
use std::collections::BTreeMap;

/// The most states that are explored.
const BOUND: usize = 1_000_000;

/// By scene: the shortest play that comes there.
#[derive(Clone, Debug)]
pub struct SceneWays {
    ways: BTreeMap<SceneId, Vec<Move>>,
    /// Whether every state was explored; if not, a scene without a way may have one.
    pub exhausted: bool,
}

impl SceneWays {
    /// Looks for them in every way of playing a scenario.
    pub fn of(scenario: &Scenario, standard: &Standard) -> SceneWays {
        let mut first = FirstVisits { scenario, states: BTreeMap::new() };
        let (exploration, done) = explore(scenario, standard, &Tracked::none(scenario), BOUND, &mut first);
        let ways = first.states.into_iter().map(|(scene, state)| (scene, exploration.path(state))).collect();
        SceneWays { ways, exhausted: done.is_ok() }
    }

    /// The moves to a scene; none where no play comes there.
    pub fn to(&self, scene: SceneId) -> Option<&[Move]> {
        self.ways.get(&scene).map(Vec::as_slice)
    }
}

/// By scene: the first state in it. States are visited nearest first.
struct FirstVisits<'s> {
    scenario: &'s Scenario,
    states: BTreeMap<SceneId, StateIndex>,
}

impl Visitor for FirstVisits<'_> {
    fn state(&mut self, here: StateIndex, state: &State) {
        if let Some(scene) = state.scene(self.scenario) {
            self.states.entry(scene).or_insert(here);
        }
    }

    fn step(&mut self, _: StateIndex, _: &State, _: Move, _: &[Event], _: &State, _: Option<StateIndex>) {}
}
