//! What each state of a graph can still win with the dice as they fall, worked out from the end backwards for several
//! outcomes of the dice at once: what they need of a state stands side by side, and the machine counts it together.

use super::graph::{After, EdgeOutcome, StateGraph};
use super::state_order::StateOrder;

/// How many outcomes of the dice are looked at together.
pub(super) const LANES: usize = 16;

/// What can still be won from a state, and how: more points first, then playing on. Twice the points, and one more where
/// play goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct BestPoints(i32);

/// The value of a state from which no ending without a critical break can be reached.
const HOPELESS: BestPoints = BestPoints(i32::MIN / 4);

/// By state and outcome of the dice.
pub(super) struct BestTable {
    worth: Vec<[BestPoints; LANES]>,
    /// By state: a bit for each outcome of the dice under which clean moves lead there.
    reached: Vec<u16>,
}

/// The outcome of an edge that comes; none where it breaks something critical.
pub(super) fn clean_outcome<'g>(graph: &'g StateGraph, edge: usize, drawn: &[bool]) -> Option<&'g EdgeOutcome> {
    graph.outcomes_of(edge).iter().find(|outcome| counts(outcome, drawn))
}

pub(super) fn counts(outcome: &EdgeOutcome, drawn: &[bool]) -> bool {
    outcome.criticals == 0 && drawn[outcome.draw_set as usize]
}

impl BestPoints {
    fn stopping(points: i32) -> BestPoints {
        BestPoints(2 * points)
    }

    pub(super) fn points(self) -> i32 {
        self.0 >> 1
    }

    pub(super) fn plays_on(self) -> bool {
        self.0 & 1 == 1
    }

    /// Whether no ending without a critical break can be reached.
    pub(super) fn is_hopeless(self) -> bool {
        self.0 <= HOPELESS.0 / 2
    }

    fn plus(self, points: i32) -> BestPoints {
        BestPoints(self.0 + 2 * points)
    }
}

impl BestTable {
    /// Under at most [`LANES`] outcomes of the dice, each given as what it draws.
    pub(super) fn new(graph: &StateGraph, drawn: &[Vec<bool>]) -> BestTable {
        let lanes = lanes_by_draw_set(graph, drawn);
        let order = graph.post_order();
        BestTable { worth: worth(graph, order, &lanes), reached: reached(graph, order, &lanes) }
    }

    #[inline]
    pub(super) fn worth(&self, state: u32, lane: usize) -> BestPoints {
        self.worth[state as usize][lane]
    }

    /// What an outcome of an edge is worth.
    pub(super) fn after(&self, outcome: &EdgeOutcome, lane: usize) -> BestPoints {
        rest(outcome, &self.worth)[lane].plus(outcome.points)
    }

    /// How many states are reached.
    pub(super) fn states(&self, lane: usize) -> usize {
        self.reached.iter().filter(|lanes| **lanes >> lane & 1 == 1).count()
    }
}

/// By draw set: a bit for each outcome of the dice that draws it.
fn lanes_by_draw_set(graph: &StateGraph, drawn: &[Vec<bool>]) -> Vec<u16> {
    let of = |draw_set: usize| {
        drawn.iter().take(LANES).rev().fold(0, |lanes, drawn| lanes << 1 | u16::from(drawn[draw_set]))
    };
    (0..graph.draw_sets().len()).map(of).collect()
}

fn rest(outcome: &EdgeOutcome, worth: &[[BestPoints; LANES]]) -> [BestPoints; LANES] {
    match outcome.to() {
        After::Over(_) => [BestPoints(1); LANES],
        After::OutOfTime => [BestPoints(0); LANES],
        After::At(to) => worth[to as usize],
    }
}

/// States behind others come first, so one round settles all but the circles of a forgotten clock; those win nothing (a
/// requirement pays once), so a few rounds more settle them too.
fn worth(graph: &StateGraph, order: &StateOrder, lanes: &[u16]) -> Vec<[BestPoints; LANES]> {
    let stop = |stop: &Option<i32>| [stop.map_or(HOPELESS, BestPoints::stopping); LANES];
    let mut worth: Vec<[BestPoints; LANES]> = graph.stops.iter().map(stop).collect();
    loop {
        let mut changed = false;
        for state in &order.states {
            let own = worth[*state as usize];
            let mut best = own;
            for outcome in graph.outcomes_from(*state).filter(|outcome| outcome.criticals == 0) {
                let (rest, lanes) = (rest(outcome, &worth), lanes[outcome.draw_set as usize]);
                for lane in 0..LANES {
                    let found = if lanes >> lane & 1 == 1 { rest[lane].plus(outcome.points) } else { own[lane] };
                    best[lane] = best[lane].max(found);
                }
            }
            changed |= best != own;
            worth[*state as usize] = best;
        }
        if !(changed && order.has_cycles) {
            return worth;
        }
    }
}

fn reached(graph: &StateGraph, order: &StateOrder, lanes: &[u16]) -> Vec<u16> {
    let mut reached = vec![0; graph.states() as usize];
    reached[0] = u16::MAX;
    loop {
        let mut news = false;
        for state in order.states.iter().rev() {
            let here = reached[*state as usize];
            for outcome in graph.outcomes_from(*state).filter(|outcome| here != 0 && outcome.criticals == 0) {
                if let After::At(to) = outcome.to() {
                    let there = &mut reached[to as usize];
                    let both = *there | here & lanes[outcome.draw_set as usize];
                    news |= both != *there;
                    *there = both;
                }
            }
        }
        // Only a circle leads back to what has had its turn.
        if !(news && order.has_cycles) {
            return reached;
        }
    }
}
