//! Everything that can follow from a moment, whatever is chosen and however the dice fall: states, the choices open in
//! them, and the outcomes of each. It keeps what happens and judges nothing; [`super::value`] works on it from the end
//! backwards. Nothing recurses.

use super::branches::{Branches, Falls};
use super::live::{Clock, Live};
use super::search::{After, OUT_OF_TIME, OVER, Position, Solver, Unsolved};
use super::table::Table;
use crate::chance::Rolls;
use crate::engine::{Event, Move, State, advance};
use crate::scenario::{Chance, ChoiceId, Scenario, Takes};

/// All states from one moment on.
pub(super) struct Fan {
    pub clock: Clock,
    table: Table,
    stride: usize,
    acts: Vec<Act>,
    outcomes: Vec<Outcome>,
    /// By state: where its acts end; they begin where those of the state before end.
    ends: Vec<usize>,
    /// By state: the points that stopping there wins, where the clock is forgotten.
    pub stops: Vec<Option<i32>>,
    /// Each state after those that it leads to, as far as there are no circles.
    pub order: Vec<u32>,
}

/// A choice that is open in a state.
#[derive(Clone, Copy)]
pub(super) struct Act {
    pub choice: ChoiceId,
    pub takes: Takes,
    /// Where its outcomes end; they begin where those of the act before end.
    end: usize,
}

/// One way in which the dice can fall on an act.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Outcome {
    /// Its probability in units; those of one act make one [`Fan::unit`].
    pub share: i64,
    /// What the act wins, a critical break costing its penalty on top.
    pub points: i32,
    /// The state after it, or that the play is over.
    pub to: u32,
}

/// Probabilities and expected points are kept as whole numbers of this fraction of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit(pub i64);

impl Unit {
    /// More would not leave enough room for the points.
    const MOST: u64 = 1 << 40;

    /// The common denominator of everything that chance can do here, so that nothing is ever rounded; past 2^40 that
    /// number instead, and each draw is rounded to it.
    pub fn of(scenario: &Scenario) -> Unit {
        let mut product = Some(1u64);
        for chance in &scenario.chances {
            product = product.and_then(|product| product.checked_mul(denominator(chance)?));
        }
        Unit(product.filter(|product| *product <= Unit::MOST).unwrap_or(Unit::MOST) as i64)
    }
}

fn denominator(chance: &Chance) -> Option<u64> {
    let tables = [&chance.weights].into_iter().chain(chance.odds.iter().map(|(_, weights)| weights));
    let mut common = 1u64;
    for weights in tables {
        let sum: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
        let shared = weights.iter().fold(sum, |shared, weight| gcd(shared, (*weight).into())).max(1);
        let own = (sum / shared).max(1);
        common = (common / gcd(common, own)).checked_mul(own)?;
    }
    Some(common)
}

fn gcd(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Fan {
    /// Everything that can follow from this settled position.
    ///
    /// # Errors
    /// When there are more states than the solver's bound.
    pub fn grow(solver: &Solver, clock: Clock, root: Position, unit: Unit) -> Result<Fan, Unsolved> {
        let stride = (solver.scenario.fields.used + solver.rules.used).max(1);
        let mut fan = Fan {
            clock,
            table: Table::new(stride),
            stride,
            acts: Vec::new(),
            outcomes: Vec::new(),
            ends: Vec::new(),
            stops: Vec::new(),
            order: Vec::new(),
        };
        fan.table.intern(&solver.row(root)[..stride]);
        let mut events = Vec::new();
        let mut number = 0;
        while (number as usize) < fan.table.len() {
            if fan.table.len() > solver.bound {
                return Err(Unsolved::TooLarge { bound: solver.bound });
            }
            fan.expand(solver, number, unit, &mut events);
            number += 1;
        }
        fan.order = fan.behind_first();
        Ok(fan)
    }

    pub fn states(&self) -> usize {
        self.table.len()
    }

    /// The acts of a state, by their numbers in the fan.
    pub fn acts_of(&self, state: u32) -> std::ops::Range<usize> {
        let from = (state as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        from..self.ends[state as usize]
    }

    pub fn act(&self, act: usize) -> Act {
        self.acts[act]
    }

    pub fn outcomes_of(&self, act: usize) -> &[Outcome] {
        let from = act.checked_sub(1).map_or(0, |before| self.acts[before].end);
        &self.outcomes[from..self.acts[act].end]
    }

    /// By act: which of its outcomes these rolls bring.
    pub fn fallen(&self, solver: &Solver, rolls: &Rolls) -> Vec<u32> {
        let mut fallen = vec![0; self.acts.len()];
        for state in 0..self.states() as u32 {
            for act in self.acts_of(state).filter(|act| self.outcomes_of(*act).len() > 1) {
                fallen[act] = self.falls(solver, state, act, rolls);
            }
        }
        fallen
    }

    /// The outcomes of an act stand in the order in which [`Branches`] turns them.
    fn falls(&self, solver: &Solver, state: u32, act: usize, rolls: &Rolls) -> u32 {
        let before = solver.position(self.table.row(state)).state;
        let Some(scene) = before.scene(solver.scenario) else { return 0 };
        let taken = Move { scene, choice: self.acts[act].choice };
        let (mut rolls, mut dice, mut events) = (rolls.clone(), Branches::default(), Vec::new());
        let rolled = advance(solver.scenario, &before, taken, &mut rolls, &mut events);
        let mut number = 0;
        // A state holds the outcomes drawn, so different outcomes are different states.
        while advance(solver.scenario, &before, taken, &mut dice, &mut events) != rolled && dice.turn() {
            number += 1;
        }
        number
    }

    /// The choice that an act of this state takes.
    pub fn taken(&self, solver: &Solver, state: u32, act: usize) -> Option<Move> {
        let scene = solver.position(self.table.row(state)).state.scene(solver.scenario)?;
        Some(Move { scene, choice: self.acts[act].choice })
    }

    fn expand(&mut self, solver: &Solver, number: u32, unit: Unit, events: &mut Vec<Event>) {
        let live = solver.live(self.clock);
        let position = solver.position(self.table.row(number));
        let mut stop = None;
        if let Some(scene) = position.state.scene(solver.scenario) {
            let excused = solver.rules.close(&position.tally, solver.scenario, &position.state);
            stop = (!live.reads_clock(solver.scenario, scene)).then_some(excused);
            for choice in position.state.open_choices(solver.scenario) {
                self.spread(solver, live, &position, Move { scene, choice }, unit, events);
            }
        }
        self.stops.push(stop);
        self.ends.push(self.acts.len());
    }

    /// Adds one choice with all of its outcomes.
    fn spread(
        &mut self,
        solver: &Solver,
        live: &Live,
        position: &Position,
        taken: Move,
        unit: Unit,
        events: &mut Vec<Event>,
    ) {
        let first = self.outcomes.len();
        let mut dice = Branches::default();
        loop {
            events.clear();
            let state: State = advance(solver.scenario, &position.state, taken, &mut dice, events);
            let (points, after) = solver.judged(live, position, events, state);
            let to = match after {
                After::At(next) => self.table.intern(&solver.row(next)[..self.stride]),
                After::Over => OVER,
                After::OutOfTime => OUT_OF_TIME,
            };
            let points = points - solver.penalty() * solver.criticals(events) as i32;
            self.outcomes.push(Outcome { share: share(unit, &dice), points, to });
            if !dice.turn() {
                break;
            }
        }
        // What rounding lost, where the unit is no common denominator.
        let shared: i64 = self.outcomes[first..].iter().map(|outcome| outcome.share).sum();
        self.outcomes[first].share += unit.0 - shared;
        let choice = &solver.scenario.scene(taken.scene).choices[taken.choice.index()];
        self.acts.push(Act { choice: taken.choice, takes: choice.takes, end: self.outcomes.len() });
    }

    /// Depth first, without recursion.
    fn behind_first(&self) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.states());
        let mut seen = vec![false; self.states()];
        let mut way: Vec<(u32, usize)> = vec![(0, 0)];
        seen[0] = true;
        while let Some((state, next)) = way.last_mut() {
            match self.leads_to(*state).get(*next) {
                Some(outcome) => {
                    *next += 1;
                    let to = outcome.to;
                    if to < OUT_OF_TIME && !std::mem::replace(&mut seen[to as usize], true) {
                        way.push((to, 0));
                    }
                }
                None => {
                    order.push(*state);
                    way.pop();
                }
            }
        }
        order
    }

    /// The outcomes of all acts of a state, which stand side by side.
    fn leads_to(&self, state: u32) -> &[Outcome] {
        let acts = self.acts_of(state);
        let from = acts.start.checked_sub(1).map_or(0, |before| self.acts[before].end);
        let to = acts.end.checked_sub(1).map_or(0, |last| self.acts[last].end);
        &self.outcomes[from..to.max(from)]
    }
}

/// The probability of the outcome that was just drawn. Each chance is drawn once in a play, so that in a common
/// denominator every division comes out even.
fn share(unit: Unit, dice: &Branches) -> i64 {
    let share = dice.drawn().iter().fold(i128::from(unit.0), |share, draw| {
        let sum: i128 = draw.weights.iter().map(|weight| i128::from(*weight)).sum();
        share * i128::from(draw.weights[draw.outcome]) / sum
    });
    share as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bits::Field;

    fn chance(tables: &[&[u32]]) -> Chance {
        let odds = tables[1..].iter().map(|weights| (crate::scenario::Condition::Always, (*weights).into())).collect();
        Chance { name: "x".into(), outcomes: Vec::new(), weights: tables[0].into(), odds, field: Field::default() }
    }

    #[test]
    fn the_denominator_holds_every_table_in_its_lowest_terms() {
        assert_eq!(denominator(&chance(&[&[1, 2]])), Some(3));
        assert_eq!(denominator(&chance(&[&[30, 70], &[50, 25]])), Some(30));
        assert_eq!(denominator(&chance(&[&[0, 5]])), Some(1));
    }
}
