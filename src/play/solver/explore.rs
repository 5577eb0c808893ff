//! A walk through every state that play can reach, whatever the dice do and however foolish the player is. Where nothing
//! reads the clock it stands still, so the walk does not meet the moment at which a scenario closes.

use super::branches::{Branches, OutcomeBranching};
use super::liveness::Liveness;
use super::reads::{ClockMode, Tracked};
use super::small::small;
use super::state_store::StateStore;
use super::unsolved::Unsolved;
use crate::base::bits::{StateBits, WORDS};
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::play::engine::{Event, Move, State, advance};
use crate::play::scoring::ScoringModel;

/// What a walk sees.
pub trait Visitor {
    /// A state of a scene, each once (states that differ only in what nothing reads count as one).
    fn state(&mut self, here: StateIndex, state: &State);

    /// A move from a state with one outcome of its dice, and the state that it leads to, unless the play is over. The
    /// events are those of the rules; the lines that are told on the way are not among them.
    fn step(
        &mut self,
        here: StateIndex,
        before: &State,
        taken: Move,
        events: &[Event],
        after: &State,
        to: Option<StateIndex>,
    );
}

/// A state by its number in an exploration; [`Exploration::path`] tells how to get there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateIndex(pub u32);

/// How each state of a walk was first reached.
pub struct Exploration {
    state_store: StateStore,
    /// By state after the first: the state before it, and the move from there.
    came_from: Vec<(StateIndex, Move)>,
}

impl Exploration {
    /// The moves from the start to this state.
    pub fn path(&self, here: StateIndex) -> Vec<Move> {
        let mut path = Vec::new();
        let mut at = here;
        while let Some((before, taken)) = (at.0 as usize).checked_sub(1).map(|at| self.came_from[at]) {
            path.push(taken);
            at = before;
        }
        path.reverse();
        path
    }

    /// The state of this number, without what nothing reads.
    pub fn state(&self, here: StateIndex) -> State {
        State(self.state_store.get(here.0).0)
    }

    /// How many states there are.
    pub fn states(&self) -> usize {
        self.state_store.len()
    }

    /// Puts the state after a move in line, as far as anything reads it; whether the play goes on there.
    fn stage(&mut self, scenario: &Scenario, liveness: &Liveness, after: &State) -> bool {
        let Some(scene) = after.scene(scenario) else { return false };
        let mut kept = *after;
        liveness.forget(scene, &mut kept.0);
        self.state_store.stage(&kept.0, &NO_TALLY);
        true
    }

    /// Enters the states that the moves from here lead to, and shows each move.
    fn tell(&mut self, here: StateIndex, state: &State, made: &[Made], events: &[Event], visitor: &mut impl Visitor) {
        let (mut moves, mut told) = (made.iter(), 0);
        let mut show = |made: &Made, to: Option<StateIndex>| {
            visitor.step(here, state, made.taken, &events[told..made.events], &made.after, to);
            told = made.events;
        };
        let came_from = &mut self.came_from;
        self.state_store.intern_staged(|number| {
            for made in moves.by_ref() {
                if made.goes_on {
                    if number as usize == came_from.len() + 1 {
                        came_from.push((here, made.taken));
                    }
                    return show(made, Some(StateIndex(number)));
                }
                show(made, None);
            }
        });
        moves.for_each(|made| show(made, None));
    }

    /// The bytes that the states take, without what is kept in reserve.
    pub fn bytes(&self) -> usize {
        self.state_store.bytes() + self.came_from.len() * size_of::<(StateIndex, Move)>()
    }
}

/// A move that was made from the state at hand, until it is known where it leads.
struct Made {
    taken: Move,
    after: State,
    /// Where its events end in those of all moves.
    events: usize,
    goes_on: bool,
}

/// Nothing is judged on a exploration.
const NO_TALLY: StateBits = [0; WORDS];

/// Visits every state and every move, nearest first.
///
/// # Errors
/// When there are more states than `bound`; what was visited until then has been seen.
pub fn explore(
    scenario: &Scenario,
    standard: &Standard,
    tracked: &Tracked,
    bound: usize,
    visitor: &mut impl Visitor,
) -> (Exploration, Result<(), Unsolved>) {
    let scoring = ScoringModel::new(scenario, standard);
    let liveness = Liveness::new(scenario, &scoring, tracked, ClockMode::Forgotten);
    let mut exploration =
        Exploration { state_store: StateStore::new(&liveness.everything(), &NO_TALLY), came_from: Vec::new() };
    exploration.state_store.intern(&State::opening(scenario).0, &NO_TALLY);
    let (mut made, mut events, mut dice) = (Vec::new(), Vec::new(), Branches::default());
    let (mut number, mut moves) = (0, 0);
    while number < exploration.states() {
        if let Err(unsolved) = Unsolved::check(bound, exploration.states(), moves) {
            return (exploration, Err(unsolved));
        }
        let here = StateIndex(small(number));
        let state = exploration.state(here);
        visitor.state(here, &state);
        number += 1;
        made.clear();
        events.clear();
        let Some(scene) = state.scene(scenario) else { continue };
        for choice in state.open_choices(scenario) {
            let taken = Move { scene, choice };
            dice.begin();
            loop {
                let after = advance(scenario, &state, taken, &mut dice, &mut events);
                let goes_on = exploration.stage(scenario, &liveness, &after);
                made.push(Made { taken, after, events: events.len(), goes_on });
                if !dice.turn() {
                    break;
                }
            }
        }
        moves += made.len();
        exploration.tell(here, &state, &made, &events, visitor);
    }
    (exploration, Ok(()))
}
