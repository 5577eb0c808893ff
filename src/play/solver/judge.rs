//! A play judged move by move, as a chess engine judges a game: what each move lost against the best one there, before
//! the dice fell, and what could still be reached after them. It knows no labels and no words.

use super::first_ways::FirstWays;
use super::graph::{After, EdgeOutcome, StateGraph};
use super::prepared::Solver;
use super::reads::ClockMode;
use super::search::Solution;
use super::unsolved::Unsolved;
use super::value::{FixedOutcome, StateValue, ValueTable};
use crate::base::chance::Rolls;
use crate::content::scenario::{ChoiceId, Scenario};
use crate::play::engine::{Move, Session, State, Turn};
use crate::play::scoring::{PartialScore, RelativeValue};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// What a scenario is worth at every moment.
pub struct Values<'s> {
    pub(super) solver: &'s Solver<'s>,
    pub(super) table: ValueTable<'s>,
    /// By outcome: whether it is one of a best edge; worked out when first asked for.
    pub(super) best_outcomes: OnceCell<Vec<bool>>,
    /// By edge: what it loses, in hundredths of a percent; worked out when first asked for.
    losses: OnceCell<Vec<u32>>,
    /// How each state was first found; worked out when first asked for.
    first_ways: OnceCell<FirstWays>,
    /// Room for the worst plays under some dice.
    pub(super) worst: RefCell<Vec<(i64, u32)>>,
    /// The worth of every state under the dice that were asked for last: one visit is judged many times.
    last: RefCell<Option<Rc<FixedOutcome>>>,
}

/// One move of a play, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Of the best move here.
    pub before: RelativeValue,
    /// Of the move taken, before the dice fell.
    pub after: RelativeValue,
    /// The difference, from nothing to all: 0 to 10,000. Rounded once, so it need not be the difference of the two above.
    pub loss: u32,
    /// Of the best moves here the one that was taken, or else the one that leaves most time, then the first by id.
    pub best: ChoiceId,
    /// All best moves here, in the order of the file.
    pub equals: Box<[ChoiceId]>,
    /// What each open choice loses, in the order of the file.
    pub losses: Box<[Weighed]>,
    /// Whether it broke something critical.
    pub critical: bool,
    /// The most points that the whole play could still come to after it, with the dice as they fell.
    pub reachable: i32,
}

/// A choice that is open somewhere, and what it costs there before the dice fall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Which choice, and where.
    pub taken: Move,
    /// In hundredths of a percent.
    pub loss: u32,
}

/// How far the judging of a play has come.
struct JudgeCursor {
    state: u32,
    /// Points so far, in whole points, critical breaks at their penalty.
    points: i64,
    criticals: i64,
    /// What the play has earned, with nothing forgotten: from here another table can begin.
    partial: PartialScore,
}

impl<'s> Values<'s> {
    /// # Errors
    /// When the scenario has more states than the solver's bound, or no play of it ends.
    pub fn new(solver: &'s Solver<'s>) -> Result<Values<'s>, Unsolved> {
        Ok(Values {
            solver,
            table: ValueTable::whole(solver)?,
            best_outcomes: OnceCell::new(),
            losses: OnceCell::new(),
            first_ways: OnceCell::new(),
            worst: RefCell::default(),
            last: RefCell::new(None),
        })
    }

    /// What it was worked out with.
    pub fn solver(&self) -> &'s Solver<'s> {
        self.solver
    }

    /// The expected final points of best play, before the first move.
    pub fn expected(&self) -> f64 {
        as_float(self.at_start()) / as_float(self.table.denominator.0)
    }

    /// How many different states were met.
    pub fn states(&self) -> usize {
        self.table.graph.states() as usize
    }

    /// What was judged.
    pub fn scenario(&self) -> &'s Scenario {
        self.solver.scenario
    }

    pub(super) fn graph(&self) -> &StateGraph<'s> {
        &self.table.graph
    }

    /// The moves by which a state was first found.
    pub(super) fn path_to(&self, state: u32) -> Vec<Move> {
        let ways = self.first_ways.get_or_init(|| self.graph().first_ways());
        self.graph().path_to(self.scenario(), ways, state)
    }

    /// What each edge of a state loses against the best one there, in hundredths of a percent.
    pub(super) fn losses(&self, state: u32) -> impl Iterator<Item = u32> + Clone + '_ {
        self.edge_losses()[self.table.graph.edges_of(state)].iter().copied()
    }

    /// The same of every edge.
    pub(super) fn edge_losses(&self) -> &[u32] {
        self.losses.get_or_init(|| {
            let mut losses = Vec::new();
            let mut points = Vec::new();
            for state in 0..self.table.graph.states() {
                points.clear();
                points.extend(self.table.graph.edges_of(state).map(|edge| self.table.edge_value(edge).points));
                let best = points.iter().copied().max().unwrap_or(0);
                losses.extend(points.iter().map(|own| if *own == best { 0 } else { self.loss(best - own) }));
            }
            losses
        })
    }

    /// Shows the open choices of every state where something stands to choose.
    pub fn weigh(&self, mut see: impl FnMut(&[Weighed])) {
        let mut weighed = Vec::new();
        for state in 0..self.table.graph.states() {
            let edges = self.table.graph.edges_of(state);
            let scene = self.table.graph.scene(self.solver.scenario, state);
            let Some(scene) = scene.filter(|_| edges.len() > 1) else { continue };
            weighed.clear();
            let moves = edges.map(|edge| Move { scene, choice: self.table.graph.edge(edge).choice });
            weighed.extend(moves.zip(self.losses(state)).map(|(taken, loss)| Weighed { taken, loss }));
            see(&weighed);
        }
    }

    /// Units lost, as a loss.
    fn loss(&self, units: i64) -> u32 {
        self.share(units).loss()
    }

    /// The best edge of a state, the first by id among equals.
    pub(super) fn best_edge(&self, state: u32) -> Option<usize> {
        let scene = self.table.graph.scene(self.solver.scenario, state)?;
        let ids = &self.solver.scenario.scene(scene).choices;
        let id = |edge: usize| &ids[self.table.graph.edge(edge).choice.index()].id;
        self.table.graph.edges_of(state).max_by_key(|edge| (self.table.edge_value(*edge), std::cmp::Reverse(id(*edge))))
    }

    /// Judges the moves of a play, made under these dice.
    ///
    /// # Errors
    /// When what follows from a late moment has more states than the solver's bound.
    pub fn judge(&self, turns: &[Turn], rolls: &Rolls) -> Result<Vec<Judged>, Unsolved> {
        let opening = State::opening(self.solver.scenario);
        let (partial, points) = self.solver.scoring.open(&opening);
        let mut cursor = JudgeCursor { state: 0, points: points.into(), criticals: 0, partial };
        let mut fixed = self.under(rolls);
        let mut late: Option<ValueTable> = None;
        let mut judged = Vec::with_capacity(turns.len());
        for turn in turns {
            let mut table = late.as_ref().unwrap_or(&self.table);
            let mut moves = self.moves(table, &fixed, &cursor, turn);
            if !moves.as_ref().is_some_and(|moves| moves.exact) {
                let begun = ValueTable::late(self.solver, &turn.before, &cursor.partial)?;
                table = late.insert(begun);
                fixed = Rc::new(table.under(table.graph.drawn_under(rolls)));
                cursor.state = 0;
                moves = self.moves(table, &fixed, &cursor, turn);
            }
            // The graph holds every open choice of every state that it reaches; a play takes no other.
            let Some(moves) = moves else { break };
            judged.push(self.verdict(table, &mut cursor, turn, moves));
        }
        Ok(judged)
    }

    /// The best choices of the moment where a play stands, in the order of the file; none when it is over.
    ///
    /// # Errors
    /// When what follows from a late moment has more states than the solver's bound.
    pub fn best_choices(&self, session: &Session) -> Result<Vec<ChoiceId>, Unsolved> {
        let rolls = self.solver.scenario.rolls(session.seed());
        let Some(first) = session.state().open_choices(self.solver.scenario).next() else { return Ok(Vec::new()) };
        let mut play = session.clone();
        // It is open, so it can be taken.
        if play.take(first).is_err() {
            return Ok(Vec::new());
        }
        Ok(self.judge(play.turns(), &rolls)?.pop().map(|judged| judged.equals.into_vec()).unwrap_or_default())
    }

    /// How many moves of a play stood at something to get wrong: some open choice loses more than another.
    pub fn judged_moves(&self, turns: &[Turn], rolls: &Rolls) -> usize {
        let (fixed, mut state, mut count) = (self.under(rolls), 0, 0);
        for turn in turns {
            let graph = &self.table.graph;
            count += usize::from(self.losses(state).any(|loss| loss > 0));
            let taken = graph.edges_of(state).find(|edge| graph.edge(*edge).choice == turn.taken.choice);
            let Some(edge) = taken else { break };
            match self.table.outcome_under(edge, &fixed).0.to() {
                After::At(next) => state = next,
                After::Over(_) | After::OutOfTime => break,
            }
        }
        count
    }

    fn under(&self, rolls: &Rolls) -> Rc<FixedOutcome> {
        let drawn = self.table.graph.drawn_under(rolls);
        let mut last = self.last.borrow_mut();
        match &*last {
            Some(known) if known.is_of(&drawn) => known.clone(),
            _ => last.insert(Rc::new(self.table.under(drawn))).clone(),
        }
    }

    /// What stands to choose here; none when the taken choice is not open in this state.
    fn moves(&self, table: &ValueTable, fixed: &FixedOutcome, cursor: &JudgeCursor, turn: &Turn) -> Option<Moves> {
        let edges = table.graph.edges_of(cursor.state);
        let ids = &self.solver.scenario.scene(turn.taken.scene).choices;
        let id = |edge: usize| &ids[table.graph.edge(edge).choice.index()].id;
        let taken = edges.clone().find(|edge| table.graph.edge(*edge).choice == turn.taken.choice)?;
        let taken_worth = table.edge_value(taken);
        let rank = |edge: &usize| (table.edge_value(*edge), std::cmp::Reverse(id(*edge)));
        let best = edges.clone().max_by_key(rank)?;
        let best_worth = table.edge_value(best);
        let equals = edges.clone().filter(|edge| table.edge_value(*edge).points == best_worth.points);
        let equals = equals.map(|edge| table.graph.edge(edge).choice).collect();
        let losses = edges.map(|edge| {
            let choice = table.graph.edge(edge).choice;
            let loss = self.loss(best_worth.points - table.edge_value(edge).points);
            Weighed { taken: Move { scene: turn.taken.scene, choice }, loss }
        });
        let losses = losses.collect();
        let (outcome, seeded) = table.outcome_under(taken, fixed);
        let clock = turn.before.clock(self.solver.scenario);
        let holds = |worth: StateValue| worth.holds_at(clock);
        let exact = is_clocked(table) || holds(best_worth) && holds(taken_worth) && holds(seeded);
        let best = if taken_worth.points == best_worth.points { taken } else { best };
        let best = table.graph.edge(best).choice;
        Some(Moves { exact, losses, best, equals, outcome, best_worth, taken_worth, seeded })
    }

    fn verdict(&self, table: &ValueTable, cursor: &mut JudgeCursor, turn: &Turn, moves: Moves) -> Judged {
        let denominator = table.denominator.0;
        let total = |worth: StateValue| cursor.points * denominator + worth.points;
        let (before, after) = (total(moves.best_worth), total(moves.taken_worth));
        let criticals = i64::from(self.solver.criticals(&turn.events));
        let penalty = i64::from(self.solver.penalty());
        let reachable = cursor.points + (cursor.criticals + criticals) * penalty + moves.seeded.points;
        let judged = Judged {
            before: self.share(before),
            after: self.share(after),
            loss: self.loss(before - after),
            best: moves.best,
            equals: moves.equals,
            losses: moves.losses,
            critical: criticals > 0,
            reachable: i32::try_from(reachable).unwrap_or(if reachable < 0 { i32::MIN } else { i32::MAX }),
        };
        cursor.points += table.points(&moves.outcome);
        cursor.criticals += criticals;
        if let After::At(next) = moves.outcome.to() {
            cursor.state = next;
        }
        self.solver.scoring.record(&mut cursor.partial, &turn.events, &turn.before, &turn.after);
        judged
    }

    fn at_start(&self) -> i64 {
        i64::from(self.table.graph.points) * self.table.denominator.0 + self.table.worth[0].points
    }

    /// A loss, which is a share of what the start is worth, in hundredths of a point.
    pub fn points_of_loss(&self, loss: u32) -> i32 {
        let points = i64::from(loss) * self.at_start() / (100 * self.table.denominator.0);
        i32::try_from(points).unwrap_or(i32::MAX)
    }

    /// So many points as a share of what the start is worth, in hundredths of a percent.
    pub fn loss_of_points(&self, points: i32) -> u32 {
        self.loss(i64::from(points) * self.table.denominator.0)
    }

    /// Units as a share of what the start is worth.
    fn share(&self, units: i64) -> RelativeValue {
        RelativeValue::share(units, self.at_start())
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
        match self.table.graph.liveness.clock {
            ClockMode::Forgotten => self.solver.best_in_each(&self.table.graph, outcomes),
            ClockMode::Kept => self.solver.best_of_each(outcomes),
        }
    }
}

/// What stands to choose at one moment of a play.
struct Moves {
    /// Whether nothing of it hangs on a clock that was forgotten.
    exact: bool,
    losses: Box<[Weighed]>,
    best: ChoiceId,
    equals: Box<[ChoiceId]>,
    /// The outcome of the taken move with the dice as they fell.
    outcome: EdgeOutcome,
    best_worth: StateValue,
    taken_worth: StateValue,
    /// The taken move with the dice as they fell, in whole points.
    seeded: StateValue,
}

fn is_clocked(table: &ValueTable) -> bool {
    table.graph.liveness.clock == ClockMode::Kept
}

#[expect(clippy::cast_precision_loss, reason = "shown to people, and most often below 2^52")]
fn as_float(units: i64) -> f64 {
    units as f64
}
