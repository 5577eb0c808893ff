//! A play judged move by move, as a chess engine judges a game: what each move lost against the best one there, before
//! the dice fell, and what could still be reached after them. It knows no labels and no words.

use super::graph::{After, Graph, Outcome};
use super::liveness::Clock;
use super::search::{Solution, Solver, Unsolved};
use super::value::{FixedOutcome, StateValue, ValueTable};
use crate::base::chance::Rolls;
use crate::content::scenario::{ChoiceId, Scenario};
use crate::play::engine::{Move, State, Turn};
use crate::play::scoring::PartialScore;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// What a scenario is worth at every moment.
pub struct Values<'s> {
    solver: &'s Solver<'s>,
    ground: ValueTable<'s>,
    /// By outcome: whether it is one of a best act; worked out when first asked for.
    best_outcomes: OnceCell<Vec<bool>>,
    /// The worth of every state under the dice that were asked for last: one visit is judged many times.
    last: RefCell<Option<Rc<FixedOutcome>>>,
}

/// Hundredths of a percent of what the start of the scenario is worth. A moment can be worth more than the start, when
/// the dice fell well, and less than nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value(pub i64);

/// One move of a play, judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Of the best move here.
    pub before: Value,
    /// Of the move taken, before the dice fell.
    pub after: Value,
    /// The difference, from nothing to all: 0 to 10,000. Rounded once, so it need not be the difference of the two above.
    pub loss: u32,
    /// Of the best moves here the one that was taken, or else the one that leaves most time, then the first by id.
    pub best: ChoiceId,
    /// How many choices were open.
    pub open: usize,
    /// Whether it broke something critical.
    pub critical: bool,
    /// The most points that the whole play could still come to after it, with the dice as they fell.
    pub reachable: i32,
}

/// A choice that is open somewhere, and what it costs there before the dice fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    pub taken: Move,
    /// In hundredths of a percent.
    pub loss: u32,
}

/// How far the judging of a play has come.
struct Place {
    state: u32,
    /// Points so far, in whole points, critical breaks at their penalty.
    points: i64,
    criticals: i64,
    /// What the play has earned, with nothing forgotten: from here another ground can begin.
    partial: PartialScore,
}

impl<'s> Values<'s> {
    /// # Errors
    /// When the scenario has more states than the solver's bound, or no play of it ends.
    pub fn new(solver: &'s Solver<'s>) -> Result<Values<'s>, Unsolved> {
        Ok(Values {
            solver,
            ground: ValueTable::whole(solver)?,
            best_outcomes: OnceCell::new(),
            last: RefCell::new(None),
        })
    }

    /// The expected final points of best play, before the first move.
    pub fn expected(&self) -> f64 {
        self.at_start() as f64 / self.ground.denominator.0 as f64
    }

    /// How many different states were met.
    pub fn states(&self) -> usize {
        self.ground.graph.states()
    }

    pub(super) fn scenario(&self) -> &'s Scenario {
        self.solver.scenario
    }

    pub(super) fn graph(&self) -> &Graph<'s> {
        &self.ground.graph
    }

    /// What each act of a state loses against the best one there, in hundredths of a percent.
    pub(super) fn losses(&self, state: u32) -> impl Iterator<Item = u32> + '_ {
        let acts = self.ground.graph.acts_of(state);
        let best = acts.clone().map(|act| self.ground.act(act).points).max().unwrap_or(0);
        acts.map(move |act| self.loss(best - self.ground.act(act).points))
    }

    /// Shows the open choices of every state where something stands to choose.
    pub fn weigh(&self, mut see: impl FnMut(&[Weighed])) {
        let mut weighed = Vec::new();
        for state in 0..self.states() as u32 {
            let acts = self.ground.graph.acts_of(state);
            let scene = self.ground.graph.position(state).state.scene(self.solver.scenario);
            let Some(scene) = scene.filter(|_| acts.len() > 1) else { continue };
            weighed.clear();
            let moves = acts.map(|act| Move { scene, choice: self.ground.graph.act(act).choice });
            weighed.extend(moves.zip(self.losses(state)).map(|(taken, loss)| Weighed { taken, loss }));
            see(&weighed);
        }
    }

    /// Units lost, as a loss.
    fn loss(&self, units: i64) -> u32 {
        self.share(units).0.clamp(0, 10_000) as u32
    }

    /// The best act of a state, the first by id among equals.
    pub(super) fn best_act(&self, state: u32) -> Option<usize> {
        let scene = self.ground.graph.position(state).state.scene(self.solver.scenario)?;
        let ids = &self.solver.scenario.scene(scene).choices;
        let id = |act: usize| &ids[self.ground.graph.act(act).choice.index()].id;
        self.ground.graph.acts_of(state).max_by_key(|act| (self.ground.act(*act), std::cmp::Reverse(id(*act))))
    }

    /// Judges the moves of a play, made under these dice.
    ///
    /// # Errors
    /// When what follows from a late moment has more states than the solver's bound.
    pub fn judge(&self, turns: &[Turn], rolls: &Rolls) -> Result<Vec<Judged>, Unsolved> {
        let opening = State::opening(self.solver.scenario);
        let (partial, points) = self.solver.rules.open(&opening);
        let mut place = Place { state: 0, points: points.into(), criticals: 0, partial };
        let mut fallen = self.under(rolls);
        let mut late: Option<ValueTable> = None;
        let mut judged = Vec::with_capacity(turns.len());
        for turn in turns {
            let mut ground = late.as_ref().unwrap_or(&self.ground);
            let mut moves = self.moves(ground, &fallen, &place, turn);
            if !moves.as_ref().is_some_and(|moves| moves.exact) {
                let begun = ValueTable::late(self.solver, &turn.before, &place.partial)?;
                ground = late.insert(begun);
                fallen = Rc::new(ground.under(ground.graph.fallen(rolls)));
                place.state = 0;
                moves = self.moves(ground, &fallen, &place, turn);
            }
            // The graph holds every open choice of every state that it reaches; a play takes no other.
            let Some(moves) = moves else { break };
            judged.push(self.verdict(ground, &mut place, turn, &moves));
        }
        Ok(judged)
    }

    fn under(&self, rolls: &Rolls) -> Rc<FixedOutcome> {
        let fallen = self.ground.graph.fallen(rolls);
        let mut last = self.last.borrow_mut();
        match &*last {
            Some(known) if known.is_of(&fallen) => known.clone(),
            _ => last.insert(Rc::new(self.ground.under(fallen))).clone(),
        }
    }

    /// What stands to choose here; none when the taken choice is not open in this state.
    fn moves(&self, ground: &ValueTable, fallen: &FixedOutcome, place: &Place, turn: &Turn) -> Option<Moves> {
        let acts = ground.graph.acts_of(place.state);
        let open = acts.len();
        let ids = &self.solver.scenario.scene(turn.taken.scene).choices;
        let id = |act: usize| &ids[ground.graph.act(act).choice.index()].id;
        let taken = acts.clone().find(|act| ground.graph.act(*act).choice == turn.taken.choice)?;
        let taken_worth = ground.act(taken);
        let rank = |act: &usize| (ground.act(*act), std::cmp::Reverse(id(*act)));
        let best = acts.max_by_key(rank)?;
        let best_worth = ground.act(best);
        let (fell, seeded) = ground.falls(taken, fallen);
        let clock = turn.before.clock(self.solver.scenario);
        let holds = |worth: StateValue| worth.holds_at(clock);
        let exact = is_clocked(ground) || holds(best_worth) && holds(taken_worth) && holds(seeded);
        let best = if taken_worth.points == best_worth.points { taken } else { best };
        let best = ground.graph.act(best).choice;
        Some(Moves { exact, open, best, fell, best_worth, taken_worth, seeded })
    }

    fn verdict(&self, ground: &ValueTable, place: &mut Place, turn: &Turn, moves: &Moves) -> Judged {
        let denominator = ground.denominator.0;
        let total = |worth: StateValue| place.points * denominator + worth.points;
        let (before, after) = (total(moves.best_worth), total(moves.taken_worth));
        let criticals = self.solver.criticals(&turn.events) as i64;
        let penalty = i64::from(self.solver.penalty());
        let reachable = place.points + (place.criticals + criticals) * penalty + moves.seeded.points;
        let judged = Judged {
            before: self.share(before),
            after: self.share(after),
            loss: self.loss(before - after),
            best: moves.best,
            open: moves.open,
            critical: criticals > 0,
            reachable: i32::try_from(reachable).unwrap_or(if reachable < 0 { i32::MIN } else { i32::MAX }),
        };
        place.points += ground.points(&moves.fell);
        place.criticals += criticals;
        if let After::At(next) = moves.fell.to() {
            place.state = next;
        }
        self.solver.rules.record(&mut place.partial, &turn.events, &turn.after);
        judged
    }

    fn at_start(&self) -> i64 {
        i64::from(self.ground.graph.points) * self.ground.denominator.0 + self.ground.worth[0].points
    }

    /// Units as a share of what the start is worth, rounded to hundredths of a percent; halves away from nothing. Where
    /// the start is worth nothing there is nothing to lose.
    fn share(&self, units: i64) -> Value {
        let start = i128::from(self.at_start());
        if start <= 0 {
            return Value(0);
        }
        let twice = i128::from(units) * 20_000;
        let rounded = (twice.abs() + start) / (2 * start) * twice.signum();
        Value(i64::try_from(rounded).unwrap_or(i64::MIN))
    }

    /// The best play with the dice as they fall, as [`Solver::best`] finds it.
    ///
    /// # Errors
    /// As [`Solver::best`].
    pub fn best(&self, rolls: &Rolls) -> Result<Solution, Unsolved> {
        self.best_of_each(std::slice::from_ref(rolls)).pop().unwrap_or(Err(Unsolved::NoEnding))
    }

    /// The best play under each of these outcomes of the dice.
    pub fn best_of_each(&self, outcomes: &[Rolls]) -> Vec<Result<Solution, Unsolved>> {
        match self.ground.clock {
            Clock::Forgotten => self.solver.best_in_each(&self.ground.graph, outcomes),
            Clock::Kept => self.solver.best_of_each(outcomes),
        }
    }

    /// A play of value-best moves, ties included, that under these dice does not come to their `best` points: the shortest,
    /// with the points that it lacks. None is what a fair scenario has: whoever plays without foresight can reach 100.
    pub fn shortfall(&self, rolls: &Rolls, best: i32) -> Option<(Vec<Move>, i64)> {
        let fallen = self.ground.graph.fallen(rolls);
        let is_open = |place: usize, outcome: &Outcome| self.best_outcomes()[place] && fallen[outcome.fall as usize];
        let worst = self.worst(&is_open);
        let lacking = i64::from(best - self.ground.graph.points) - worst[0].0;
        (lacking > 0).then(|| (self.worst_line(&is_open, &worst), lacking))
    }

    fn best_outcomes(&self) -> &[bool] {
        self.best_outcomes.get_or_init(|| self.ground.best_outcomes())
    }

    /// By state: the least points that play along these outcomes can still come to, and in how many moves. A circle of
    /// moves that cost nothing leads nowhere, so it is passed over; waiting until the scenario closes is among the plays
    /// where nothing is left to win.
    fn worst(&self, is_open: &impl Fn(usize, &Outcome) -> bool) -> Vec<(i64, u32)> {
        let graph = &self.ground.graph;
        let order = graph.post_order(is_open);
        let mut worst = vec![(i64::MAX, 0); graph.states()];
        loop {
            let mut changed = false;
            for state in &order.states {
                let ways = self.ways(*state, is_open).map(|(_, outcome)| self.falls_to(outcome, &worst));
                let least = ways.chain(self.stop(*state)).min().unwrap_or((i64::MAX, 0));
                if least < worst[*state as usize] {
                    worst[*state as usize] = least;
                    changed = true;
                }
            }
            if !(changed && order.has_cycles) {
                return worst;
            }
        }
    }

    /// The open outcomes of a state, each with its act.
    fn ways<'v>(
        &'v self,
        state: u32,
        is_open: &'v impl Fn(usize, &Outcome) -> bool,
    ) -> impl Iterator<Item = (usize, &'v Outcome)> {
        let graph = &self.ground.graph;
        let places = |act: usize| graph.places_of(act).zip(graph.outcomes_of(act)).map(move |(n, own)| (act, n, own));
        let all = graph.acts_of(state).flat_map(places);
        all.filter(|(_, place, outcome)| is_open(*place, outcome)).map(|(act, _, outcome)| (act, outcome))
    }

    fn falls_to(&self, outcome: &Outcome, worst: &[(i64, u32)]) -> (i64, u32) {
        let (rest, moves) = match outcome.to() {
            After::At(to) => worst[to as usize],
            After::Over(_) | After::OutOfTime => (0, 0),
        };
        (rest.saturating_add(self.ground.points(outcome)), moves + 1)
    }

    /// Letting the time run out, where that is worth as much as anything else.
    fn stop(&self, state: u32) -> Option<(i64, u32)> {
        let points = i64::from(self.ground.graph.stops[state as usize]?);
        (points * self.ground.denominator.0 == self.ground.worth[state as usize].points).then_some((points, 0))
    }

    fn worst_line(&self, is_open: &impl Fn(usize, &Outcome) -> bool, worst: &[(i64, u32)]) -> Vec<Move> {
        let mut line = Vec::new();
        let mut state = 0;
        loop {
            let least = worst[state as usize];
            let way = self.ways(state, is_open).find(|(_, outcome)| self.falls_to(outcome, worst) == least);
            let Some((act, outcome)) = way else { return line };
            line.extend(self.ground.graph.taken(self.solver.scenario, state, act));
            let After::At(next) = outcome.to() else { return line };
            state = next;
        }
    }
}

/// What stands to choose at one moment of a play.
struct Moves {
    /// Whether nothing of it hangs on a clock that was forgotten.
    exact: bool,
    open: usize,
    best: ChoiceId,
    fell: Outcome,
    best_worth: StateValue,
    taken_worth: StateValue,
    /// The taken move with the dice as they fell, in whole points.
    seeded: StateValue,
}

fn is_clocked(ground: &ValueTable) -> bool {
    match ground.clock {
        Clock::Kept => true,
        Clock::Forgotten => false,
    }
}

impl Value {
    pub fn percent(self) -> f64 {
        self.0 as f64 / 100.0
    }
}
