//! How each state of a graph was first found: the way there that is told.

use super::graph::{After, StateGraph};
use crate::content::scenario::Scenario;
use crate::play::engine::Move;

/// By state: the state from which it was first found, and the edge.
pub(super) struct FirstWays(Vec<(u32, usize)>);

impl StateGraph<'_> {
    /// By which edge each state was first found, and from where.
    pub(super) fn first_ways(&self) -> FirstWays {
        let mut ways = vec![(0, 0); self.states() as usize];
        for state in (0..self.states()).rev() {
            for edge in self.edges_of(state).rev() {
                for outcome in self.outcomes_of(edge) {
                    // A state is found from one that was found before it.
                    if let After::At(to) = outcome.to()
                        && to > state
                    {
                        ways[to as usize] = (state, edge);
                    }
                }
            }
        }
        FirstWays(ways)
    }

    /// The moves by which a state was first found.
    pub(super) fn path_to(&self, scenario: &Scenario, ways: &FirstWays, state: u32) -> Vec<Move> {
        let (mut path, mut at) = (Vec::new(), state);
        while at > 0 {
            let (from, edge) = ways.0[at as usize];
            path.extend(self.taken(scenario, from, edge));
            at = from;
        }
        path.reverse();
        path
    }
}
