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
use super::graph::{Act, After, Graph, Outcome, Position, Root};
use super::liveness::Clock;
use super::search::{Solver, Unsolved};
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

/// How the dice fall.
enum Fall<'f> {
    /// In every way: by what is drawn, its share of the units.
    Averaged(&'f [i64]),
    /// By what is drawn: whether it comes.
    As(&'f [bool]),
}

/// All that can follow from a moment, and what it is worth on average.
pub(super) struct ValueTable<'s> {
    solver: &'s Solver<'s>,
    pub clock: Clock,
    pub graph: Graph<'s>,
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
        let forgotten = ValueTable::from(solver, Clock::Forgotten, &root)?;
        let ground = match forgotten.worth[0].holds_at(root.at.state.clock(solver.scenario)) {
            true => forgotten,
            false => ValueTable::from(solver, Clock::Kept, &root)?,
        };
        if ground.worth[0].points <= HOPELESS / 2 {
            return Err(Unsolved::NoEnding);
        }
        Ok(ground)
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
            solver.liveness(Clock::Kept).canonicalize(&solver.rules, scene, &mut at.state.0, &mut at.partial);
        }
        ValueTable::from(solver, Clock::Kept, &Root { at, points: 0 })
    }

    fn from(solver: &'s Solver<'s>, clock: Clock, root: &Root) -> Result<ValueTable<'s>, Unsolved> {
        let denominator = Denominator::of(solver.scenario);
        let graph = Graph::grow(solver, solver.liveness(clock), root, &mut Branches::default())?;
        let shares: Vec<i64> = graph.falls().iter().map(|fall| denominator.share(fall)).collect();
        let worth = Fall::Averaged(&shares).worths(solver, &graph, denominator.0);
        Ok(ValueTable { solver, clock, graph, worth, denominator, shares })
    }

    /// The same with the dice as they fell, in whole points; `fallen` says so by what is drawn.
    pub(super) fn under(&self, fallen: Vec<bool>) -> FixedOutcome {
        let worth = Fall::As(&fallen).worths(self.solver, &self.graph, 1);
        FixedOutcome { fallen, worth }
    }

    /// By outcome, in their places: whether it is one of a best act.
    pub(super) fn best_outcomes(&self) -> Vec<bool> {
        let mut best = Vec::new();
        for state in 0..self.graph.states() as u32 {
            let worth = self.worth[state as usize].points;
            for act in self.graph.acts_of(state) {
                let is_best = self.act(act).points == worth;
                best.extend(self.graph.places_of(act).map(|_| is_best));
            }
        }
        best
    }

    /// What an act is worth before the dice fall.
    pub(super) fn act(&self, act: usize) -> StateValue {
        let fall = Fall::Averaged(&self.shares);
        fall.after(self.solver, self.graph.act(act), self.graph.outcomes_of(act), self.denominator.0, &self.worth)
    }

    /// What an outcome wins, each critical break at its penalty.
    pub(super) fn points(&self, outcome: &Outcome) -> i64 {
        self.solver.points(outcome)
    }

    /// The outcome of an act that comes, and what the act is worth then.
    pub(super) fn falls(&self, act: usize, fallen: &FixedOutcome) -> (Outcome, StateValue) {
        let outcomes = self.graph.outcomes_of(act);
        let fall = Fall::As(&fallen.fallen);
        let worth = fall.after(self.solver, self.graph.act(act), outcomes, 1, &fallen.worth);
        (*fallen.of(outcomes), worth)
    }
}

/// What each state is worth under given dice.
pub(super) struct FixedOutcome {
    fallen: Vec<bool>,
    pub worth: Vec<StateValue>,
}

impl FixedOutcome {
    /// Whether it is what these dice bring.
    pub(super) fn is_of(&self, fallen: &[bool]) -> bool {
        self.fallen == fallen
    }

    /// Of the outcomes of an act the one that comes.
    fn of<'o>(&self, outcomes: &'o [Outcome]) -> &'o Outcome {
        came(outcomes, &self.fallen)
    }
}

/// Exactly one outcome of an act comes: together they are all that can be drawn.
fn came<'o>(outcomes: &'o [Outcome], fallen: &[bool]) -> &'o Outcome {
    outcomes.iter().find(|outcome| fallen[outcome.fall as usize]).unwrap_or(&outcomes[0])
}

impl StateValue {
    /// Whether it is exact at this clock.
    pub(super) fn holds_at(self, clock: u32) -> bool {
        i64::from(self.deadline) >= i64::from(clock)
    }
}

impl Solver<'_> {
    /// What a critical break costs on top of its weight: more than all points of the scenario.
    pub(super) fn penalty(&self) -> i32 {
        self.rules.everything() + 1
    }

    /// What an outcome wins, each critical break at its penalty.
    fn points(&self, outcome: &Outcome) -> i64 {
        i64::from(outcome.points) - i64::from(self.penalty()) * i64::from(outcome.criticals)
    }
}

impl Fall<'_> {
    /// By state: the most that can still be won. States behind others come first, so one round settles all but the
    /// circles of a forgotten clock. No circle has chance in it (a chance is drawn once) and none wins anything, so a few
    /// rounds more settle them too.
    fn worths(&self, solver: &Solver, graph: &Graph, denominator: i64) -> Vec<StateValue> {
        let order = graph.post_order(|_, _| true);
        let stop = |stop: &Option<i32>| stop.map_or(HOPELESS, |points| i64::from(points) * denominator);
        let stops = graph.stops.iter().map(|points| StateValue { points: stop(points), deadline: NEVER });
        let mut worth: Vec<StateValue> = stops.collect();
        loop {
            let mut changed = false;
            for state in &order.states {
                let acts = graph.acts_of(*state);
                let acts =
                    acts.map(|act| self.after(solver, graph.act(act), graph.outcomes_of(act), denominator, &worth));
                let own = worth[*state as usize];
                let best = acts.max().unwrap_or(own).max(own);
                changed |= best != own;
                worth[*state as usize] = best;
            }
            if !(changed && order.has_cycles) {
                return worth;
            }
        }
    }

    /// What an act is worth, given what the states after it are worth.
    fn after(
        &self,
        solver: &Solver,
        act: Act,
        outcomes: &[Outcome],
        denominator: i64,
        worth: &[StateValue],
    ) -> StateValue {
        let closes_at = solver.scenario.clock.closes_at;
        let rest = |outcome: &Outcome| {
            let rest = match outcome.to() {
                After::Over(_) => StateValue { points: 0, deadline: closes_at.cast_signed() - 1 },
                After::OutOfTime => StateValue { points: 0, deadline: NEVER },
                After::At(to) => worth[to as usize].moved(act.takes),
            };
            StateValue { points: (solver.points(outcome) * denominator + rest.points).max(HOPELESS), ..rest }
        };
        match (self, outcomes) {
            (_, [only]) => rest(only),
            (Fall::As(fallen), _) => rest(came(outcomes, fallen)),
            (Fall::Averaged(shares), _) => {
                let (mut sum, mut all, mut deadline) = (0, 0, i32::MAX);
                for outcome in outcomes {
                    let (share, rest) = (i128::from(shares[outcome.fall as usize]), rest(outcome));
                    sum += share * i128::from(rest.points);
                    all += share;
                    deadline = deadline.min(rest.deadline);
                }
                StateValue { points: sum.div_euclid(all.max(1)) as i64, deadline }
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
