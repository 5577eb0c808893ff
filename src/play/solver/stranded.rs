//! Remedies without a chance: owed by one's own conduct, and nothing that can be done about it any more.

use super::branches::{Branches, OutcomeBranching};
use super::graph::{After, EdgeOutcome, StateGraph};
use super::judge::Values;
use super::prepared::Position;
use crate::content::scenario::ChoiceId;
use crate::play::engine::{Move, State, advance};
use crate::play::scoring::DueItem;

/// A remedy that becomes due where no choice that meets it can be reached for sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranded {
    /// Its due line.
    pub due: usize,
    /// The moves after which it is owed.
    pub line: Vec<Move>,
}

/// How many remedies are looked at together, a bit each.
const REMEDIES: usize = 64;

impl Values<'_> {
    /// Of each remedy the first way into a moment at which it is owed and can no longer be made good whatever the dice do.
    pub fn stranded(&self) -> Vec<Stranded> {
        let items = self.solver.scoring.items.iter().enumerate();
        let remedies: Vec<(usize, &DueItem)> = items.filter(|(_, item)| item.remedy).collect();
        remedies.chunks(REMEDIES).flat_map(|some| self.stranded_among(some)).collect()
    }

    fn stranded_among(&self, remedies: &[(usize, &DueItem)]) -> Vec<Stranded> {
        let graph = self.graph();
        let (owed, saved) = self.owed_and_saved(remedies);
        let fresh = newly_owed(graph, &owed);
        let last_moves = self.last_moves();
        let of = |(number, (due, item)): (usize, &(usize, &DueItem))| {
            let has = |remedies: u64| remedies >> number & 1 == 1;
            let inside = (0..graph.states()).find(|state| has(fresh[*state as usize] & !saved[*state as usize]));
            let before = last_moves.iter().filter(|(state, _)| !has(owed[*state as usize]));
            let at_the_end =
                before.into_iter().find(|(state, taken)| self.owes_at_the_end(item, &graph.position(*state), *taken));
            let found = [inside.map(|state| (state, None)), at_the_end.map(|(state, taken)| (*state, Some(*taken)))];
            let (state, taken) = found.into_iter().flatten().min_by_key(|(state, _)| *state)?;
            let mut line = self.path_to(state);
            line.extend(taken);
            Some(Stranded { due: *due, line })
        };
        remedies.iter().enumerate().filter_map(of).collect()
    }

    /// Whether it is due, and was neither met nor tried.
    fn owes(&self, item: &DueItem, at: &Position) -> bool {
        self.solver.scoring.is_due(&at.partial, item) && !item.is_closed(&at.partial) && !item.is_spoiled(&at.partial)
    }

    /// By state: the remedies that are owed, a bit each; and those that some choice from here on is sure to make good. What
    /// is not owed is good already.
    fn owed_and_saved(&self, remedies: &[(usize, &DueItem)]) -> (Vec<u64>, Vec<u64>) {
        let graph = self.graph();
        let (mut owed, mut saved) = (Vec::new(), Vec::new());
        for state in 0..graph.states() {
            let at = graph.position(state);
            let bits = |holds: &dyn Fn(&DueItem) -> bool| {
                remedies.iter().rev().fold(0, |bits, (_, item)| bits << 1 | u64::from(holds(item)))
            };
            owed.push(bits(&|item| self.owes(item, &at)));
            saved.push(bits(&|item| !self.owes(item, &at) || self.offers(state, &at.state, item)));
        }
        let mut changed = true;
        while changed {
            changed = false;
            for state in (0..graph.states()).rev().filter(|state| owed[*state as usize] != 0) {
                let leads = |to: After| if let After::At(next) = to { saved[next as usize] } else { 0 };
                let sure = |edge: usize| {
                    graph.outcomes_of(edge).iter().fold(u64::MAX, |sure, outcome| sure & leads(outcome.to()))
                };
                let now = graph.edges_of(state).fold(saved[state as usize], |saved, edge| saved | sure(edge));
                changed |= now != saved[state as usize];
                saved[state as usize] = now;
            }
        }
        (owed, saved)
    }

    /// Whether an open choice of this state meets the remedy.
    fn offers(&self, number: u32, state: &State, item: &DueItem) -> bool {
        let Some(scene) = state.scene(self.scenario()) else { return false };
        let meets = |choice: ChoiceId| {
            let marks = &self.scenario().scene(scene).choices[choice.index()].meets;
            marks.iter().any(|mark| mark.requirement == item.requirement && mark.when.holds(&state.0))
        };
        self.graph().edges_of(number).any(|edge| meets(self.graph().edge(edge).choice))
    }

    /// The moves that can end the play and call for a remedy at once, each with the state before it.
    fn last_moves(&self) -> Vec<(u32, Move)> {
        let graph = self.graph();
        let leaves = |outcome: &EdgeOutcome| outcome.blemish && !matches!(outcome.to(), After::At(_));
        let mut found = Vec::new();
        for state in 0..graph.states() {
            let edges = graph.edges_of(state).filter(|edge| graph.outcomes_of(*edge).iter().any(leaves));
            found.extend(edges.filter_map(|edge| Some((state, graph.taken(self.scenario(), state, edge)?))));
        }
        found
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

/// By state: the remedies that are owed in it and were not in a state from which play comes. Who passes a chance by has had
/// it.
fn newly_owed(graph: &StateGraph, owed: &[u64]) -> Vec<u64> {
    let mut fresh = vec![0; owed.len()];
    fresh[0] = owed[0];
    for state in 0..graph.states() {
        let not_owed = !owed[state as usize];
        for outcome in graph.outcomes_from(state) {
            if let After::At(to) = outcome.to() {
                fresh[to as usize] |= owed[to as usize] & not_owed;
            }
        }
    }
    fresh
}
