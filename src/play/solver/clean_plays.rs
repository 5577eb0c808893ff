//! Clean plays: those that break, spoil and miss nothing, are never late and need no remedy. Under one outcome of the dice
//! all of them have one total, or something pays that should not.
//!
//! The graph of the clean plays alone is small: whatever makes a play unclean ends there.

use super::best_points::counts;
use super::branches::Branches;
use super::graph::{After, EdgeOutcome, Plays, StateGraph};
use super::prepared::Solver;
use super::reads::ClockMode;
use super::state_order::StateOrder;
use super::unsolved::Unsolved;
use crate::base::chance::Rolls;
use crate::play::engine::Move;

/// The clean plays under one outcome of the dice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanPlays {
    /// A shortest of those with the fewest points.
    pub least: CleanPlay,
    /// A shortest of those with the most points.
    pub most: CleanPlay,
}

/// One clean play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanPlay {
    /// What it comes to.
    pub points: i32,
    /// Its moves.
    pub line: Vec<Move>,
}

/// By which of two clean plays is looked for: points in this sense, and then few moves.
#[derive(Clone, Copy)]
enum Sense {
    Least,
    Most,
}

/// What clean play from a state comes to, and in how many moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CleanWorth {
    points: i32,
    moves: u32,
}

impl Sense {
    fn prefers(self, one: CleanWorth, other: CleanWorth) -> bool {
        let points = match self {
            Sense::Least => other.points.cmp(&one.points),
            Sense::Most => one.points.cmp(&other.points),
        };
        points.then(other.moves.cmp(&one.moves)).is_gt()
    }
}

impl Solver<'_> {
    /// The clean plays under each of these outcomes; none where there is none.
    ///
    /// # Errors
    /// When there are more states than the bound.
    pub fn clean_plays(&self, outcomes: &[Rolls]) -> Result<Vec<Option<CleanPlays>>, Unsolved> {
        let timeless = self.clean_graph(ClockMode::Forgotten)?;
        let mut clocked = None;
        let mut all = Vec::with_capacity(outcomes.len());
        for rolls in outcomes {
            let drawn = timeless.drawn_under(rolls);
            let found = self.clean_under(&timeless, &drawn);
            // Without the clock a play may stop anywhere: that only adds plays, so one total that some play comes to in
            // time is the total of all.
            let sure = match &found {
                None => true,
                Some((plays, in_time)) => plays.least.points == plays.most.points && *in_time,
            };
            if sure {
                all.push(found.map(|(plays, _)| plays));
                continue;
            }
            let graph = match &clocked {
                Some(graph) => graph,
                None => clocked.insert(self.clean_graph(ClockMode::Kept)?),
            };
            all.push(self.clean_under(graph, &graph.drawn_under(rolls)).map(|(plays, _)| plays));
        }
        Ok(all)
    }

    fn clean_graph(&self, clock: ClockMode) -> Result<StateGraph<'_>, Unsolved> {
        let dice = &mut Branches::default();
        StateGraph::grow_plays(self, self.liveness(clock), Plays::Clean, &self.opening(), dice)
    }

    /// The clean plays of a graph under some dice, and whether one of them is over before the scenario closes.
    fn clean_under(&self, graph: &StateGraph, drawn: &[bool]) -> Option<(CleanPlays, bool)> {
        let root = self.opening();
        if self.scoring.is_blemished(&root.at.partial) {
            return None;
        }
        let order = graph.post_order_along(|_, outcome| counts(outcome, drawn));
        let (least, soon) = self.clean_play(graph, &order, drawn, Sense::Least)?;
        let (most, later) = self.clean_play(graph, &order, drawn, Sense::Most)?;
        Some((CleanPlays { least, most }, soon && later))
    }

    fn clean_play(
        &self,
        graph: &StateGraph,
        order: &StateOrder,
        drawn: &[bool],
        sense: Sense,
    ) -> Option<(CleanPlay, bool)> {
        let worth = clean_worths(graph, order, drawn, sense);
        let points = graph.points + worth[0]?.points;
        let clock = &self.scenario.clock;
        let (mut line, mut state, mut seconds) = (Vec::new(), 0, graph.elapsed);
        loop {
            let wanted = worth[state as usize]?;
            let scene = graph.scene(self.scenario, state)?;
            let ways = graph.edges_of(state).flat_map(|edge| {
                graph.outcomes_of(edge).iter().filter(|outcome| counts(outcome, drawn)).map(move |way| (edge, way))
            });
            let Some((edge, way)) = ways.into_iter().find(|(_, way)| after(way, &worth) == Some(wanted)) else {
                // It stops here, as the scenario closes.
                return Some((CleanPlay { points, line }, false));
            };
            line.push(Move { scene, choice: graph.edge(edge).choice });
            seconds += graph.edge(edge).takes.seconds(clock.start + seconds);
            match way.to() {
                After::At(next) => state = next,
                After::OutOfTime => return Some((CleanPlay { points, line }, true)),
                After::Over(_) => return Some((CleanPlay { points, line }, clock.start + seconds < clock.closes_at)),
            }
        }
    }
}

/// By state what clean play comes to; none where no clean play ends.
fn clean_worths(graph: &StateGraph, order: &StateOrder, drawn: &[bool], sense: Sense) -> Vec<Option<CleanWorth>> {
    let stop = |stop: &Option<i32>| stop.map(|points| CleanWorth { points, moves: 0 });
    let mut worth: Vec<Option<CleanWorth>> = graph.stops.iter().map(stop).collect();
    loop {
        let mut changed = false;
        for state in &order.states {
            let mut best = worth[*state as usize];
            for edge in graph.edges_of(*state) {
                for way in graph.outcomes_of(edge).iter().filter(|way| counts(way, drawn)) {
                    let found = after(way, &worth);
                    if found.is_some_and(|found| best.is_none_or(|best| sense.prefers(found, best))) {
                        (best, changed) = (found, true);
                    }
                }
            }
            worth[*state as usize] = best;
        }
        if !(changed && order.has_cycles) {
            return worth;
        }
    }
}

fn after(way: &EdgeOutcome, worth: &[Option<CleanWorth>]) -> Option<CleanWorth> {
    let rest = match way.to() {
        After::Over(_) | After::OutOfTime => CleanWorth { points: 0, moves: 0 },
        After::At(to) => worth[to as usize]?,
    };
    Some(CleanWorth { points: way.points + rest.points, moves: rest.moves + 1 })
}
