//! What a moment is worth: with chance averaged by its weights (`E`), and with the dice as they fell.
//!
//! `E` is the expected final points under best play, a critical break costing more than all points of the scenario; a
//! choice is judged before the dice fall. All numbers are whole multiples of a common denominator, so they are exact, the
//! same on any machine, and equal choices are equal to the last digit. Only where the weights have no common denominator
//! up to 2^40 each draw is rounded to that fraction of a point.
//!
//! As in [`super::search`] the clock is forgotten where nothing reads it, and a play may stop at any moment as if the
//! scenario had closed: that only adds plays, so no value is too low. Each comes with a deadline, the latest clock at which
//! some best way on is still over before the scenario closes whatever the dice do; up to then it is exact. Past it, all
//! that follows is worked out again with the clock.

use super::branches::Branches;
use super::denominator::Denominator;
use super::graph::{After, ChoiceEdge, EdgeOutcome, StateGraph};
use super::prepared::{Position, Root, Solver};
use super::reads::ClockMode;
use super::unsolved::Unsolved;
use crate::content::scenario::Takes;
use crate::play::engine::State;
use crate::play::scoring::PartialScore;

/// What can still be won from a moment, in units, and until when (seconds since midnight) that is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StateValue {
    pub points: i64,
    pub deadline: i32,
}

/// No clock is early enough.
const NEVER: i32 = -1;

/// Less than anything that play can cost.
const HOPELESS: i64 = i64::MIN / 4;

/// Whether chance is averaged, or the dice are known.
enum ChanceMode<'f> {
    /// The dice can fall in every way: by what is drawn, its share of the units.
    Averaged(&'f [i64]),
    /// The dice are known: by what is drawn, whether it comes.
    Drawn(&'f [bool]),
}

/// All that can follow from a moment, and what it is worth on average.
pub(super) struct ValueTable<'s> {
    solver: &'s Solver<'s>,
    pub graph: StateGraph<'s>,
    pub worth: Vec<StateValue>,
    /// The points at its first state.
    pub denominator: Denominator,
    /// By what is drawn: its share of the units.
    shares: Vec<i64>,
}

impl<'s> ValueTable<'s> {
    /// The whole scenario, with the clock only where it must be.
    ///
    /// # Errors
    /// When there are more states than the bound, or no play has an end.
    pub(super) fn whole(solver: &'s Solver<'s>) -> Result<ValueTable<'s>, Unsolved> {
        let root = solver.opening();
        let forgotten = ValueTable::from(solver, ClockMode::Forgotten, &root)?;
        let is_exact = forgotten.worth[0].holds_at(root.at.state.clock(solver.scenario));
        let table = if is_exact { forgotten } else { ValueTable::from(solver, ClockMode::Kept, &root)? };
        if table.worth[0].points <= HOPELESS / 2 {
            return Err(Unsolved::NoEnding);
        }
        Ok(table)
    }

    /// All that can follow from one moment of a play, with the clock.
    ///
    /// # Errors
    /// When there are more states than the bound.
    pub(super) fn late(
        solver: &'s Solver<'s>,
        state: &State,
        partial: &PartialScore,
    ) -> Result<ValueTable<'s>, Unsolved> {
        let mut at = Position { state: *state, partial: *partial };
        if let Some(scene) = state.scene(solver.scenario) {
            solver.liveness(ClockMode::Kept).canonicalize(&solver.scoring, scene, &mut at.state.0, &mut at.partial);
        }
        ValueTable::from(solver, ClockMode::Kept, &Root { at, points: 0, mood: state.mood(solver.scenario) })
    }

    fn from(solver: &'s Solver<'s>, clock: ClockMode, root: &Root) -> Result<ValueTable<'s>, Unsolved> {
        let denominator = Denominator::of(solver.scenario);
        let graph = StateGraph::grow(solver, solver.liveness(clock), root, &mut Branches::default())?;
        let shares: Vec<i64> = graph.draw_sets().iter().map(|draws| denominator.share(draws)).collect();
        let worth = ChanceMode::Averaged(&shares).state_values(solver, &graph, denominator.0);
        Ok(ValueTable { solver, graph, worth, denominator, shares })
    }

    /// The same with the dice as they fell, in whole points; `drawn` says by draw set which come.
    pub(super) fn under(&self, drawn: Vec<bool>) -> FixedOutcome {
        let worth = ChanceMode::Drawn(&drawn).state_values(self.solver, &self.graph, 1);
        FixedOutcome { drawn, worth }
    }

    /// By outcome, in their places: whether it is one of a best edge.
    pub(super) fn best_outcomes(&self) -> Vec<bool> {
        let mut best = Vec::new();
        for state in 0..self.graph.states() {
            let worth = self.worth[state as usize].points;
            for edge in self.graph.edges_of(state) {
                let is_best = self.edge_value(edge).points == worth;
                best.extend(self.graph.places_of(edge).map(|_| is_best));
            }
        }
        best
    }

    /// What an edge is worth before the dice fall.
    pub(super) fn edge_value(&self, edge: usize) -> StateValue {
        let chance = ChanceMode::Averaged(&self.shares);
        chance.after(self.solver, self.graph.edge(edge), self.graph.outcomes_of(edge), self.denominator.0, &self.worth)
    }

    /// What an outcome wins, each critical break at its penalty.
    pub(super) fn points(&self, outcome: &EdgeOutcome) -> i64 {
        self.solver.points(outcome)
    }

    /// The outcome of an edge that comes, and what the edge is worth then.
    pub(super) fn outcome_under(&self, edge: usize, fixed: &FixedOutcome) -> (EdgeOutcome, StateValue) {
        let outcomes = self.graph.outcomes_of(edge);
        let chance = ChanceMode::Drawn(&fixed.drawn);
        let worth = chance.after(self.solver, self.graph.edge(edge), outcomes, 1, &fixed.worth);
        (*fixed.of(outcomes), worth)
    }
}

/// What each state is worth under given dice.
pub(super) struct FixedOutcome {
    drawn: Vec<bool>,
    pub worth: Vec<StateValue>,
}

impl FixedOutcome {
    /// Whether it is what these dice bring.
    pub(super) fn is_of(&self, drawn: &[bool]) -> bool {
        self.drawn == drawn
    }

    /// Of the outcomes of an edge the one that comes.
    fn of<'o>(&self, outcomes: &'o [EdgeOutcome]) -> &'o EdgeOutcome {
        drawn_outcome(outcomes, &self.drawn)
    }
}

/// Exactly one outcome of an edge comes: together they are all that can be drawn.
fn drawn_outcome<'o>(outcomes: &'o [EdgeOutcome], drawn: &[bool]) -> &'o EdgeOutcome {
    outcomes.iter().find(|outcome| drawn[outcome.draw_set as usize]).unwrap_or(&outcomes[0])
}

impl StateValue {
    /// Whether it is exact at this clock.
    pub(super) fn holds_at(self, clock: u32) -> bool {
        i64::from(self.deadline) >= i64::from(clock)
    }
}

impl Solver<'_> {
    /// What an outcome wins, each critical break at its penalty.
    fn points(&self, outcome: &EdgeOutcome) -> i64 {
        i64::from(outcome.points) - i64::from(self.penalty()) * i64::from(outcome.criticals)
    }
}

impl ChanceMode<'_> {
    /// By state: the most that can still be won. States behind others come first, so one round settles all but the
    /// circles of a forgotten clock. No circle has chance in it (a chance is drawn once) and none wins anything, so a few
    /// rounds more settle them too.
    fn state_values(&self, solver: &Solver, graph: &StateGraph, denominator: i64) -> Vec<StateValue> {
        let order = graph.post_order();
        let stop = |stop: &Option<i32>| stop.map_or(HOPELESS, |points| i64::from(points) * denominator);
        let stops = graph.stops.iter().map(|points| StateValue { points: stop(points), deadline: NEVER });
        let mut worth: Vec<StateValue> = stops.collect();
        loop {
            let mut changed = false;
            for state in &order.states {
                let edges = graph.edges_of(*state);
                let edges = edges
                    .map(|edge| self.after(solver, graph.edge(edge), graph.outcomes_of(edge), denominator, &worth));
                let own = worth[*state as usize];
                let best = edges.max().unwrap_or(own).max(own);
                changed |= best != own;
                worth[*state as usize] = best;
            }
            if !(changed && order.has_cycles) {
                return worth;
            }
        }
    }

    /// What an edge is worth, given what the states after it are worth.
    fn after(
        &self,
        solver: &Solver,
        edge: ChoiceEdge,
        outcomes: &[EdgeOutcome],
        denominator: i64,
        worth: &[StateValue],
    ) -> StateValue {
        let closes_at = solver.scenario.clock.closes_at;
        let rest = |outcome: &EdgeOutcome| {
            let rest = match outcome.to() {
                After::Over(_) => StateValue { points: 0, deadline: closes_at.cast_signed() - 1 },
                After::OutOfTime => StateValue { points: 0, deadline: NEVER },
                After::At(to) => worth[to as usize].moved(edge.takes),
            };
            StateValue { points: (solver.points(outcome) * denominator + rest.points).max(HOPELESS), ..rest }
        };
        match (self, outcomes) {
            (_, [only]) => rest(only),
            (ChanceMode::Drawn(drawn), _) => rest(drawn_outcome(outcomes, drawn)),
            (ChanceMode::Averaged(shares), _) => {
                let (mut sum, mut all, mut deadline) = (0, 0, i32::MAX);
                for outcome in outcomes {
                    let (share, rest) = (i128::from(shares[outcome.draw_set as usize]), rest(outcome));
                    sum += share * i128::from(rest.points);
                    all += share;
                    deadline = deadline.min(rest.deadline);
                }
                StateValue {
                    points: i64::try_from(sum.div_euclid(all.max(1))).expect("a mean lies between its parts"),
                    deadline,
                }
            }
        }
    }
}

impl StateValue {
    /// The same, seen from before a move of this length.
    fn moved(self, takes: Takes) -> StateValue {
        let deadline = match takes {
            Takes::Seconds(seconds) => self.deadline - seconds.cast_signed(),
            Takes::Until(time) if self.deadline >= time.cast_signed() => self.deadline - 1,
            Takes::Until(_) => NEVER,
        };
        StateValue { deadline: deadline.max(NEVER), ..self }
    }
}
