//! How the players of a crowd choose.

use super::crowd::WRONG;
use super::judge::Values;
use super::small::small;
use crate::base::chance::RollsWithoutEnd;

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

/// A policy, with what it looks at worked out beforehand.
pub(super) struct Habit {
    policy: Policy,
    /// By state: the edge that a player without whims takes.
    canonical: Vec<usize>,
    /// By edge: how tempting a slip it is.
    tempting: Vec<u32>,
}

impl Habit {
    pub(super) fn new(values: &Values, losses: &[u32], best_edges: &[usize], policy: Policy) -> Habit {
        let states = 0..values.graph().states();
        let first = |state: u32| values.graph().edges_of(state).start;
        let canonical = match policy {
            Policy::Random => Vec::new(),
            Policy::First => states.map(first).collect(),
            Policy::Longest => states.map(|state| longest(values, state)).collect(),
            Policy::Novice { .. } | Policy::Expert => best_edges.to_vec(),
        };
        let tempting = match policy {
            Policy::Novice { .. } => tempting(values, losses, best_edges),
            Policy::Random | Policy::First | Policy::Longest | Policy::Expert => Vec::new(),
        };
        Habit { policy, canonical, tempting }
    }

    #[inline]
    pub(super) fn choose(&self, values: &Values, state: u32, stream: &mut RollsWithoutEnd) -> usize {
        let edges = values.graph().edges_of(state);
        match self.policy {
            Policy::Random => edges.start + stream.roll().below(small(edges.len())) as usize,
            Policy::Novice { slips } if stream.roll().below(100) < slips => {
                let weights = &self.tempting[edges.clone()];
                match weights.iter().sum::<u32>() {
                    0 => self.canonical[state as usize],
                    _ => edges.start + stream.roll().pick(weights),
                }
            }
            Policy::First | Policy::Longest | Policy::Novice { .. } | Policy::Expert => self.canonical[state as usize],
        }
    }
}

fn longest(values: &Values, state: u32) -> usize {
    let (graph, scenario) = (values.graph(), values.scenario());
    let length = |edge: usize| {
        let taken = graph.taken(scenario, state, edge);
        let text = taken.map(|own| &scenario.scene(own.scene).choices[own.choice.index()].text);
        text.map_or(0, |text| text.in_lang(scenario.languages[0]).chars().count())
    };
    let edges = graph.edges_of(state);
    edges.max_by_key(|edge| (length(*edge), std::cmp::Reverse(*edge))).unwrap_or(0)
}

/// How tempting each edge is as a slip: 0 for what loses nothing.
fn tempting(values: &Values, losses: &[u32], best_edges: &[usize]) -> Vec<u32> {
    let graph = values.graph();
    let mut tempting = vec![0; losses.len()];
    for (state, best) in (0..graph.states()).zip(best_edges) {
        for edge in graph.edges_of(state).filter(|edge| losses[*edge] > 0) {
            let near = 100_000 / (WRONG + losses[edge]);
            tempting[edge] = if graph.edge(edge).takes < graph.edge(*best).takes { 2 * near } else { near };
        }
    }
    tempting
}
