//! What each state of a graph can still win with the dice as they fall, worked out from the end backwards.

use super::graph::{After, EdgeOutcome, StateGraph};

/// The value of a state from which no ending without a critical break can be reached.
const HOPELESS: i32 = i32::MIN / 4;

/// The outcome of an edge that comes; none where it breaks something critical.
pub(super) fn clean_outcome<'g>(graph: &'g StateGraph, edge: usize, drawn: &[bool]) -> Option<&'g EdgeOutcome> {
    graph.outcomes_of(edge).iter().find(|outcome| counts(outcome, drawn))
}

pub(super) fn counts(outcome: &EdgeOutcome, drawn: &[bool]) -> bool {
    outcome.criticals == 0 && drawn[outcome.draw_set as usize]
}

/// By state: the most that can still be won. States behind others come first, so one round settles all but the circles
/// of a forgotten clock; those win nothing (a requirement pays once), so a few rounds more settle them too. With the
/// number of states that these outcomes lead to.
pub(super) fn best_points(graph: &StateGraph, drawn: &[bool]) -> (Vec<BestPoints>, usize) {
    let order = graph.post_order_along(|_, outcome| counts(outcome, drawn));
    let mut worth: Vec<BestPoints> =
        graph.stops.iter().map(|stop| BestPoints::stopping(stop.unwrap_or(HOPELESS))).collect();
    loop {
        let mut changed = false;
        for state in &order.states {
            let outcomes = graph.edges_of(*state).filter_map(|edge| clean_outcome(graph, edge, drawn));
            let moves = outcomes.map(|outcome| BestPoints::after(outcome, &worth));
            let own = worth[*state as usize];
            let best = moves.max().unwrap_or(own).max(own);
            changed |= best != own;
            worth[*state as usize] = best;
        }
        if !(changed && order.has_cycles) {
            return (worth, order.states.len());
        }
    }
}

/// What can still be won from a state, and how: more points first, then playing on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct BestPoints {
    pub points: i32,
    pub plays_on: bool,
}

impl BestPoints {
    fn stopping(points: i32) -> BestPoints {
        BestPoints { points, plays_on: false }
    }

    /// Whether no ending without a critical break can be reached.
    pub(super) fn is_hopeless(self) -> bool {
        self.points <= HOPELESS / 2
    }

    pub(super) fn after(outcome: &EdgeOutcome, worth: &[BestPoints]) -> BestPoints {
        let rest = match outcome.to() {
            After::Over(_) => BestPoints { points: 0, plays_on: true },
            After::OutOfTime => BestPoints::stopping(0),
            After::At(to) => worth[to as usize],
        };
        BestPoints { points: outcome.points + rest.points, ..rest }
    }
}
