//! Of all plays that come to the most points, the one to show: that leaves the customer in the best mood, with the fewest
//! moves that displease.
//!
//! The search forgets the mood where no rule reads it. So the best moves alone are walked once more, each state beside the
//! mood that led there; what they lead to is worked out from the end backwards.

use super::best_points::{BestTable, clean_outcome};
use super::graph::{After, EdgeOutcome, StateGraph};
use crate::content::scenario::{ChoiceId, Scenario, SceneId};
use crate::play::engine::{Move, mood_after};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// The plays of a graph that come to the most points under some dice.
pub(super) struct BestLines<'g> {
    scenario: &'g Scenario,
    graph: &'g StateGraph<'g>,
    /// In the order of their finding; the first is the beginning.
    moments: Vec<BestMoment>,
}

/// A state, and the customer's mood in it.
struct BestMoment {
    scene: SceneId,
    edges: Vec<BestEdge>,
    /// The best that its edges lead to. The worst there is until that is known.
    best: Ease,
}

/// A best move.
#[derive(Clone, Copy)]
struct BestEdge {
    edge: usize,
    to: WayOn,
    blemish: bool,
    displeases: bool,
}

#[derive(Clone, Copy)]
enum WayOn {
    BestMoment(usize),
    /// The play is over, or stops here, in this mood.
    End {
        mood: i32,
    },
}

/// How easy a way is on the customer: fewer blemishes first, then the mood that it ends in, then fewer moves that
/// displease, then fewer moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Ease {
    blemishes: Reverse<u32>,
    mood: i32,
    displeasing: Reverse<u32>,
    moves: Reverse<u32>,
}

impl Ease {
    const WORST: Ease =
        Ease { blemishes: Reverse(u32::MAX), mood: i32::MIN, displeasing: Reverse(u32::MAX), moves: Reverse(u32::MAX) };

    const fn ending_in(mood: i32) -> Ease {
        Ease { blemishes: Reverse(0), mood, displeasing: Reverse(0), moves: Reverse(0) }
    }

    fn after(self, edge: &BestEdge) -> Ease {
        if self == Ease::WORST {
            return self;
        }
        Ease {
            blemishes: Reverse(self.blemishes.0 + u32::from(edge.blemish)),
            mood: self.mood,
            displeasing: Reverse(self.displeasing.0 + u32::from(edge.displeases)),
            moves: Reverse(self.moves.0 + 1),
        }
    }
}

impl<'g> BestLines<'g> {
    /// Those along the outcomes whose draws are `drawn`; a lane of the table says what each state still wins then.
    pub(super) fn of(
        scenario: &'g Scenario,
        graph: &'g StateGraph<'g>,
        drawn: &[bool],
        table: &BestTable,
        lane: usize,
    ) -> BestLines<'g> {
        let is_best = |state: u32, outcome: &EdgeOutcome| table.after(outcome, lane) == table.worth(state, lane);
        let mut lines = BestLines { scenario, graph, moments: Vec::new() };
        let mut known: FxHashMap<(u32, i32), usize> = FxHashMap::default();
        let mut found = vec![(0, graph.mood)];
        known.insert((0, graph.mood), 0);
        while let Some((state, mood)) = found.get(lines.moments.len()).copied() {
            let mut enter = |state: u32, mood: i32| {
                *known.entry((state, mood)).or_insert_with(|| {
                    found.push((state, mood));
                    found.len() - 1
                })
            };
            let moment = lines.moment(state, mood, drawn, &is_best, &mut enter);
            lines.moments.push(moment);
        }
        lines.settle();
        lines
    }

    fn moment(
        &self,
        state: u32,
        mood: i32,
        drawn: &[bool],
        is_best: &impl Fn(u32, &EdgeOutcome) -> bool,
        enter: &mut impl FnMut(u32, i32) -> usize,
    ) -> BestMoment {
        // An ending has no edges in the graph, so every state stands at a scene.
        let scene = self.graph.scene(self.scenario, state).unwrap_or(self.scenario.start);
        let mut edges = Vec::new();
        for edge in self.graph.edges_of(state) {
            let Some(outcome) = clean_outcome(self.graph, edge, drawn) else { continue };
            if !is_best(state, outcome) {
                continue;
            }
            let choice = self.graph.edge(edge).choice;
            let after = mood_after(self.scenario, mood, Move { scene, choice });
            let to = match outcome.to() {
                After::At(next) => WayOn::BestMoment(enter(next, after)),
                After::Over(_) | After::OutOfTime => WayOn::End { mood: after },
            };
            edges.push(BestEdge { edge, to, blemish: outcome.blemish, displeases: after < mood });
        }
        // Where the best is to stop here, no edge is as good.
        let best = if edges.is_empty() { Ease::ending_in(mood) } else { Ease::WORST };
        BestMoment { scene, edges, best }
    }

    /// Works out what each moment leads to. Those that were found later most often lie behind, and every circle only adds
    /// moves, so a few rounds settle all.
    fn settle(&mut self) {
        let mut changed = true;
        while changed {
            changed = false;
            for number in (0..self.moments.len()).rev() {
                let moment = &self.moments[number];
                let best =
                    moment.edges.iter().map(|edge| self.ease(edge)).max().unwrap_or(moment.best).max(moment.best);
                changed |= best != moment.best;
                self.moments[number].best = best;
            }
        }
    }

    fn ease(&self, edge: &BestEdge) -> Ease {
        let rest = match edge.to {
            WayOn::BestMoment(next) => self.moments[next].best,
            WayOn::End { mood } => Ease::ending_in(mood),
        };
        rest.after(edge)
    }

    fn id(&self, moment: &BestMoment, edge: &BestEdge) -> (&'g str, ChoiceId) {
        let choice = self.graph.edge(edge.edge).choice;
        (&self.scenario.scene(moment.scene).choices[choice.index()].id, choice)
    }

    /// The easiest of them, the first by ids among equals. None when it stops early, or would not be over before the
    /// scenario closes.
    pub(super) fn first(&self) -> Option<Vec<Move>> {
        let clock = &self.scenario.clock;
        let mut line = Vec::new();
        let mut seconds = self.graph.elapsed;
        let mut moment = &self.moments[0];
        loop {
            let best = moment.edges.iter().filter(|edge| self.ease(edge) == moment.best);
            let best = best.min_by_key(|edge| self.id(moment, edge).0)?;
            let choice = self.id(moment, best).1;
            line.push(Move { scene: moment.scene, choice });
            seconds += self.graph.edge(best.edge).takes.seconds(clock.start + seconds);
            match best.to {
                WayOn::BestMoment(next) if clock.start + seconds < clock.closes_at => moment = &self.moments[next],
                WayOn::BestMoment(_) => return None,
                WayOn::End { .. } => return Some(line),
            }
        }
    }
}
