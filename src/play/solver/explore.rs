//! A walk through every state that play can reach, whatever the dice do and however foolish the player is. Where nothing
//! reads the clock it stands still, so the walk does not meet the moment at which a scenario closes.

use super::branches::Branches;
use super::liveness::Liveness;
use super::move_table::MoveTable;
use super::reads::{ClockMode, Tracked};
use super::small::small;
use super::state_store::{BLOCK, StateStore};
use super::unsolved::Unsolved;
use crate::base::bits::{StateBits, WORDS};
use crate::content::scenario::{ChoiceId, Scenario};
use crate::content::standard::Standard;
use crate::play::engine::{Event, Move, Node, State};
use crate::play::scoring::ScoringModel;
use std::rc::Rc;

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
        State(self.state_store.state(here.0))
    }

    /// How many states there are.
    pub fn states(&self) -> usize {
        self.state_store.len()
    }

    /// Makes every move of a state, and puts the states after them in line, as far as anything reads them.
    fn make(
        &mut self,
        scenario: &Scenario,
        liveness: &Liveness,
        state: &State,
        moves: &mut MoveTable<()>,
        block: &mut Block,
    ) {
        let Some(scene) = state.scene(scenario) else { return };
        for choice in ChoiceId::of(&scenario.scene(scene).choices) {
            let taken = Move { scene, choice };
            for outcome in moves.outcomes(state, taken, &mut Branches::default(), |_, _, _| ()) {
                let after = outcome.after(scenario, state);
                if let Node::Scene(next) = outcome.node {
                    let mut kept = after;
                    liveness.forget(next, &mut kept.0);
                    self.state_store.stage(&kept.0, &NO_TALLY);
                }
                let goes_on = matches!(outcome.node, Node::Scene(_));
                block.made.push(Made { taken, after, events: outcome.events.clone(), goes_on });
            }
        }
    }

    /// Enters the states that the moves of a block of states lead to, and shows each state and its moves.
    fn tell(&mut self, block: &mut Block, visitor: &mut impl Visitor) {
        let Block { first, made, ends, numbers } = block;
        self.state_store.intern_staged(|number| numbers.push(number));
        let (mut numbers, mut from) = (numbers.drain(..), 0);
        for (here, end) in (*first..).map(StateIndex).zip(ends.drain(..)) {
            let state = self.state(here);
            visitor.state(here, &state);
            for made in &made[from..end] {
                let to = if made.goes_on { numbers.next().map(StateIndex) } else { None };
                if to.is_some_and(|to| to.0 as usize == self.came_from.len() + 1) {
                    self.came_from.push((here, made.taken));
                }
                visitor.step(here, &state, made.taken, &made.events, &made.after, to);
            }
            from = end;
        }
        made.clear();
    }

    /// The bytes that the states take, without what is kept in reserve.
    pub fn bytes(&self) -> usize {
        self.state_store.bytes() + self.came_from.len() * size_of::<(StateIndex, Move)>()
    }
}

/// Some states in a row, and the moves that were made from them, until it is known where these lead.
#[derive(Default)]
struct Block {
    /// The number of the first.
    first: u32,
    made: Vec<Made>,
    /// By state: where its moves end in `made`.
    ends: Vec<usize>,
    /// Where the moves that go on lead.
    numbers: Vec<u32>,
}

/// A move that was made from a state of a block.
struct Made {
    taken: Move,
    after: State,
    events: Rc<[Event]>,
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
    let (mut block, mut moves) = (Block::default(), MoveTable::new(scenario));
    let (mut number, mut made) = (0, 0);
    while number < exploration.states() {
        if let Err(unsolved) = Unsolved::check(bound, exploration.states(), made) {
            return (exploration, Err(unsolved));
        }
        block.first = small(number);
        let end = exploration.states().min(number + BLOCK);
        for here in number..end {
            let state = exploration.state(StateIndex(small(here)));
            exploration.make(scenario, &liveness, &state, &mut moves, &mut block);
            block.ends.push(block.made.len());
        }
        number = end;
        made += block.made.len();
        exploration.tell(&mut block, visitor);
    }
    (exploration, Ok(()))
}
