//! What play goes through, gathered while every state is explored.

use super::edge_key::{EdgeKey, index};
use crate::author::coverage::Reached;
use crate::content::scenario::Scenario;
use crate::play::engine::{Event, Move, State};
use crate::play::solver::{StateIndex, Visitor};
use std::collections::BTreeMap;

/// What was seen so far.
pub(super) struct MapVisitor<'s> {
    pub scenario: &'s Scenario,
    pub reached: Reached,
    pub steps: BTreeMap<EdgeKey, bool>,
}

impl Visitor for MapVisitor<'_> {
    fn state(&mut self, _here: StateIndex, state: &State) {
        self.reached.arrive(state.node(self.scenario));
    }

    /// When the clock runs out on the way, the choice did not lead to the ending: any would have.
    fn step(&mut self, _: StateIndex, _: &State, taken: Move, events: &[Event], after: &State, _: Option<StateIndex>) {
        self.reached.take(taken);
        if !events.contains(&Event::TimedOut) {
            let node = after.node(self.scenario);
            self.reached.arrive(node);
            self.steps.insert((taken.scene.index(), index(self.scenario, node), taken.choice), true);
        }
    }
}
