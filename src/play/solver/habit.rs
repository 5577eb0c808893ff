//! How the players of a crowd choose.

use super::crowd::WRONG;
use super::judge::Values;
use super::small::small;
use crate::base::chance::RollsWithoutEnd;
use crate::content::scenario::{Choice, Scenario};
use std::cmp::Reverse;
use std::ops::Range;

/// How a player chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Any open choice, all alike.
    Random,
    /// The first open choice as the file has them.
    First,
    /// The open choice with the longest text in the scenario's first language.
    Longest,
    /// The best choice, but for a slip once in so many percent of the moves where there is something to get wrong: then
    /// one of the others, the more likely the less it costs, and twice as likely if it is quicker than the best.
    Novice {
        /// In how many of a hundred such moves; 0 to 100.
        slips: u32,
    },
    /// The best choice, the first by id among equals.
    Expert,
}

/// A policy, and what it has looked at so far: most crowds see a small part of all states.
pub(super) struct Habit<'h, 's> {
    values: &'h Values<'s>,
    /// By edge: what it loses.
    losses: &'h [u32],
    policy: Policy,
    /// By state: the edge that a player without whims takes, once a player came there.
    canonical: Vec<Option<u32>>,
    /// By choice of a scene: the length of its text, where that matters.
    lengths: Vec<Vec<usize>>,
    /// How tempting each edge of a state is as a slip.
    tempting: Vec<u32>,
}

impl<'h, 's> Habit<'h, 's> {
    pub(super) fn new(values: &'h Values<'s>, losses: &'h [u32], policy: Policy) -> Habit<'h, 's> {
        let lengths = match policy {
            Policy::Longest => lengths(values.scenario()),
            Policy::Random | Policy::First | Policy::Novice { .. } | Policy::Expert => Vec::new(),
        };
        let canonical = vec![None; values.graph().states() as usize];
        Habit { values, losses, policy, canonical, lengths, tempting: Vec::new() }
    }

    #[inline]
    pub(super) fn choose(&mut self, state: u32, stream: &mut RollsWithoutEnd) -> usize {
        let edges = self.values.graph().edges_of(state);
        match self.policy {
            Policy::Random => edges.start + stream.roll().below(small(edges.len())) as usize,
            Policy::Novice { slips } if stream.roll().below(100) < slips => {
                let best = self.canonical(state);
                self.tempt(edges.clone(), best);
                match self.tempting.iter().sum::<u32>() {
                    0 => best,
                    _ => edges.start + stream.roll().pick(&self.tempting),
                }
            }
            Policy::First => edges.start,
            Policy::Longest | Policy::Novice { .. } | Policy::Expert => self.canonical(state),
        }
    }

    fn canonical(&mut self, state: u32) -> usize {
        if let Some(known) = self.canonical[state as usize] {
            return known as usize;
        }
        let edge = match self.policy {
            Policy::Longest => self.longest(state),
            Policy::Random | Policy::First | Policy::Novice { .. } | Policy::Expert => {
                self.values.best_edge(state).unwrap_or(0)
            }
        };
        self.canonical[state as usize] = Some(small(edge));
        edge
    }

    fn longest(&self, state: u32) -> usize {
        let graph = self.values.graph();
        let lengths = graph.scene(self.values.scenario(), state).map(|scene| &self.lengths[scene.index()]);
        let length = |edge: usize| lengths.map_or(0, |lengths| lengths[graph.edge(edge).choice.index()]);
        graph.edges_of(state).max_by_key(|edge| (length(*edge), Reverse(*edge))).unwrap_or(0)
    }

    /// Works out how tempting each of these edges is as a slip: 0 for what loses nothing.
    fn tempt(&mut self, edges: Range<usize>, best: usize) {
        let graph = self.values.graph();
        let takes = graph.edge(best).takes;
        let temptation = |edge: usize| match self.losses[edge] {
            0 => 0,
            loss if graph.edge(edge).takes < takes => 2 * (100_000 / (WRONG + loss)),
            loss => 100_000 / (WRONG + loss),
        };
        self.tempting.clear();
        self.tempting.extend(edges.map(temptation));
    }
}

/// By choice of a scene: the letters of its text in the scenario's first language.
fn lengths(scenario: &Scenario) -> Vec<Vec<usize>> {
    let length = |choice: &Choice| choice.text.in_lang(scenario.languages[0]).chars().count();
    scenario.scenes.iter().map(|scene| scene.choices.iter().map(length).collect()).collect()
}
