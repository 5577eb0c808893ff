//! Remedies without a chance: owed by one's own conduct, and nothing that can be done about it any more.

use super::branches::{Branches, OutcomeBranching};
use super::graph::{After, StateGraph};
use super::judge::Values;
use super::prepared::Position;
use crate::content::scenario::ChoiceId;
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

impl Values<'_> {
    /// Of each remedy the first way into a moment at which it is owed and can no longer be made good whatever the dice do.
    pub fn stranded(&self) -> Vec<Stranded> {
        let items = self.solver.scoring.items.iter().enumerate();
        items.filter(|(_, item)| item.remedy).filter_map(|(due, item)| self.first_stranded(due, item)).collect()
    }

    fn first_stranded(&self, due: usize, item: &DueItem) -> Option<Stranded> {
        let graph = self.graph();
        let owed: Vec<bool> = (0..graph.states()).map(|state| self.owes(item, &graph.position(state))).collect();
        let saved = self.saved(item, &owed);
        let fresh = newly_owed(graph, &owed);
        let inside = (0..graph.states()).find(|state| fresh[*state as usize] && !saved[*state as usize]);
        let at_the_end = (0..graph.states()).find_map(|state| {
            let edges = graph.edges_of(state).filter(|_| !owed[state as usize]);
            let mut taken =
                edges.filter_map(|edge| graph.taken(self.scenario(), state, edge).filter(|_| leaves(graph, edge)));
            taken.find(|taken| self.owes_at_the_end(item, &graph.position(state), *taken)).map(|taken| (state, taken))
        });
        let found = [inside.map(|state| (state, None)), at_the_end.map(|(state, taken)| (state, Some(taken)))];
        let (state, taken) = found.into_iter().flatten().min_by_key(|(state, _)| *state)?;
        let mut line = graph.path_to(self.scenario(), &graph.first_ways(), state);
        line.extend(taken);
        Some(Stranded { due, line })
    }

    /// Whether it is due, and was neither met nor tried.
    fn owes(&self, item: &DueItem, at: &Position) -> bool {
        self.solver.scoring.is_due(&at.partial, item) && !item.is_closed(&at.partial) && !item.is_spoiled(&at.partial)
    }

    /// By state: whether some choice from here on is sure to make the remedy good. What is not owed is good already.
    fn saved(&self, item: &DueItem, owed: &[bool]) -> Vec<bool> {
        let graph = self.graph();
        let states = (0..graph.states()).zip(owed);
        let mut saved: Vec<bool> = states.map(|(state, owed)| !owed || self.offers(state, item)).collect();
        loop {
            let mut changed = false;
            for state in (0..graph.states()).rev() {
                let leads = |to: After| matches!(to, After::At(next) if saved[next as usize]);
                let sure = |edge: usize| graph.outcomes_of(edge).iter().all(|outcome| leads(outcome.to()));
                if !saved[state as usize] && graph.edges_of(state).any(sure) {
                    (saved[state as usize], changed) = (true, true);
                }
            }
            if !changed {
                return saved;
            }
        }
    }

    /// Whether an open choice of this state meets the remedy.
    fn offers(&self, state: u32, item: &DueItem) -> bool {
        let at = self.graph().position(state).state;
        let Some(scene) = at.scene(self.scenario()) else { return false };
        let meets = |choice: ChoiceId| {
            let marks = &self.scenario().scene(scene).choices[choice.index()].meets;
            marks.iter().any(|mark| mark.requirement == item.requirement && mark.when.holds(&at.0))
        };
        self.graph().edges_of(state).any(|edge| meets(self.graph().edge(edge).choice))
    }

    /// Whether a move that ends the play makes the remedy due, under some dice.
    fn owes_at_the_end(&self, item: &DueItem, before: &Position, taken: Move) -> bool {
        let (mut dice, mut events) = (Branches::default(), Vec::new());
        dice.begin();
        loop {
            events.clear();
            let state = advance(self.scenario(), &before.state, taken, &mut dice, &mut events);
            let mut partial = before.partial;
            self.solver.scoring.record(&mut partial, &events, &before.state, &state);
            if state.scene(self.scenario()).is_none() && self.owes(item, &Position { state, partial }) {
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
