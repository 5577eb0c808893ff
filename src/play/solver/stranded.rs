//! Remedies without a chance: owed by one's own conduct, and nothing that can be done about it any more.

use super::branches::{Branches, OutcomeBranching};
use super::graph::{After, StateGraph};
use super::prepared::{Position, Solver};
use super::reads::ClockMode;
use super::unsolved::Unsolved;
use crate::play::engine::{Move, advance};
use crate::play::scoring::DueItem;

/// A remedy that becomes due where no choice that meets it can be reached for sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranded {
    /// Its due line.
    pub due: usize,
    /// The moves after which it is owed.
    pub line: Vec<Move>,
}

impl Solver<'_> {
    /// Of each remedy the first way into a moment at which it is owed and can no longer be made good whatever the dice do.
    ///
    /// # Errors
    /// When there are more states than the bound.
    pub fn stranded(&self) -> Result<Vec<Stranded>, Unsolved> {
        let remedies: Vec<usize> = (0..self.scoring.items.len()).filter(|n| self.scoring.items[*n].remedy).collect();
        if remedies.is_empty() {
            return Ok(Vec::new());
        }
        let graph = self.all(ClockMode::Forgotten)?;
        Ok(remedies.into_iter().filter_map(|due| self.first_stranded(&graph, due)).collect())
    }

    fn first_stranded(&self, graph: &StateGraph, due: usize) -> Option<Stranded> {
        let item = &self.scoring.items[due];
        let owed: Vec<bool> = (0..graph.states()).map(|state| self.owes(item, &graph.position(state))).collect();
        let saved = self.saved(graph, item, &owed);
        let fresh = newly_owed(graph, &owed);
        let inside = (0..graph.states()).find(|state| fresh[*state as usize] && !saved[*state as usize]);
        let at_the_end = (0..graph.states()).find_map(|state| {
            let edges = graph.edges_of(state).filter(|_| !owed[state as usize]);
            let mut taken =
                edges.filter_map(|edge| graph.taken(self.scenario, state, edge).filter(|_| leaves(graph, edge)));
            taken.find(|taken| self.owes_at_the_end(item, &graph.position(state), *taken)).map(|taken| (state, taken))
        });
        if inside.is_none() && at_the_end.is_none() {
            return None;
        }
        let ways = graph.first_ways();
        let line = match (inside, at_the_end) {
            (Some(state), Some((before, _))) if state <= before => graph.path_to(self.scenario, &ways, state),
            (_, Some((state, taken))) => {
                let mut line = graph.path_to(self.scenario, &ways, state);
                line.push(taken);
                line
            }
            (Some(state), None) => graph.path_to(self.scenario, &ways, state),
            (None, None) => return None,
        };
        Some(Stranded { due, line })
    }

    /// Whether it is due, and was neither met nor tried.
    fn owes(&self, item: &DueItem, at: &Position) -> bool {
        self.scoring.is_due(&at.partial, item) && !item.is_closed(&at.partial) && !item.is_spoiled(&at.partial)
    }

    /// By state: whether some choice from here on is sure to make the remedy good. What is not owed is good already.
    fn saved(&self, graph: &StateGraph, item: &DueItem, owed: &[bool]) -> Vec<bool> {
        let mut saved: Vec<bool> = owed.iter().map(|owed| !owed).collect();
        loop {
            let mut changed = false;
            for state in (0..graph.states()).rev().filter(|state| owed[*state as usize]) {
                if saved[state as usize] {
                    continue;
                }
                let leads = |to: After| matches!(to, After::At(next) if saved[next as usize]);
                let sure = |edge: usize| graph.outcomes_of(edge).iter().all(|outcome| leads(outcome.to()));
                let met = |edge: usize| self.meets(graph, state, edge, item);
                if graph.edges_of(state).any(|edge| sure(edge) || met(edge)) {
                    (saved[state as usize], changed) = (true, true);
                }
            }
            if !changed {
                return saved;
            }
        }
    }

    fn meets(&self, graph: &StateGraph, state: u32, edge: usize, item: &DueItem) -> bool {
        let Some(taken) = graph.taken(self.scenario, state, edge) else { return false };
        let choice = &self.scenario.scene(taken.scene).choices[taken.choice.index()];
        let at = graph.position(state).state;
        choice.meets.iter().any(|mark| mark.requirement == item.requirement && mark.when.holds(&at.0))
    }

    /// Whether a move that ends the play makes the remedy due, under some dice.
    fn owes_at_the_end(&self, item: &DueItem, before: &Position, taken: Move) -> bool {
        let (mut dice, mut events) = (Branches::default(), Vec::new());
        dice.begin();
        loop {
            events.clear();
            let state = advance(self.scenario, &before.state, taken, &mut dice, &mut events);
            let mut partial = before.partial;
            self.scoring.record(&mut partial, &events, &state);
            if state.scene(self.scenario).is_none() && self.owes(item, &Position { state, partial }) {
                return true;
            }
            if !dice.turn() {
                return false;
            }
        }
    }
}

/// By state: whether play can come into it from one where the remedy was not owed. Who passes a chance by has had it.
fn newly_owed(graph: &StateGraph, owed: &[bool]) -> Vec<bool> {
    let mut fresh = vec![false; owed.len()];
    fresh[0] = owed[0];
    for state in (0..graph.states()).filter(|state| !owed[*state as usize]) {
        for edge in graph.edges_of(state) {
            for outcome in graph.outcomes_of(edge) {
                if let After::At(to) = outcome.to() {
                    fresh[to as usize] |= owed[to as usize];
                }
            }
        }
    }
    fresh
}

/// Whether an edge can end the play.
fn leaves(graph: &StateGraph, edge: usize) -> bool {
    graph.outcomes_of(edge).iter().any(|outcome| !matches!(outcome.to(), After::At(_)))
}
