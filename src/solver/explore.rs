//! A walk through every state that play can reach, whatever the dice do and however foolish the player is. Where nothing
//! reads the clock it stands still, so the walk does not meet the moment at which a scenario closes.

use super::branches::{Branches, Falls};
use super::live::{Clock, Live, Reader};
use super::search::Unsolved;
use super::table::Table;
use crate::bits::WORDS;
use crate::engine::{Event, Move, State, step};
use crate::scenario::Scenario;
use crate::scoring::Rulebook;
use crate::standard::Standard;

/// What a walk sees.
pub trait Visitor {
    /// A state of a scene, each once (states that differ only in what nothing reads count as one).
    fn state(&mut self, here: Here, state: &State);

    /// A move from a state with one outcome of its dice, and the state that it leads to, unless the play is over.
    fn step(&mut self, here: Here, before: &State, taken: Move, events: &[Event], after: &State, to: Option<Here>);
}

/// A state by its number in the walk; [`Walk::way`] tells how to get there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here(pub u32);

/// How each state of a walk was first reached.
pub struct Walk {
    came_from: Vec<Option<(u32, Move)>>,
}

impl Walk {
    /// The moves from the start to this state.
    pub fn way(&self, here: Here) -> Vec<Move> {
        let mut way = Vec::new();
        let mut at = here.0;
        while let Some((before, taken)) = self.came_from[at as usize] {
            way.push(taken);
            at = before;
        }
        way.reverse();
        way
    }

    pub fn states(&self) -> usize {
        self.came_from.len()
    }
}

/// Visits every state and every move, nearest first.
///
/// # Errors
/// When there are more states than `bound`; what was visited until then has been seen.
pub fn explore(
    scenario: &Scenario,
    standard: &Standard,
    reader: Reader,
    bound: usize,
    visitor: &mut impl Visitor,
) -> (Walk, Result<(), Unsolved>) {
    let rules = Rulebook::new(scenario, standard);
    let live = Live::new(scenario, &rules, reader, Clock::Forgotten);
    let used = scenario.fields.used;
    let mut table = Table::new(used);
    let mut walk = Walk { came_from: vec![None] };
    table.intern(&State::opening(scenario).0[..used]);
    let (mut events, mut dice) = (Vec::new(), Branches::default());
    let mut number = 0u32;
    while (number as usize) < table.len() {
        if table.len() > bound {
            return (walk, Err(Unsolved::TooLarge { bound }));
        }
        let mut words = [0; WORDS];
        words[..used].copy_from_slice(table.row(number));
        let state = State(words);
        visitor.state(Here(number), &state);
        let Some(scene) = state.scene(scenario) else { continue };
        for choice in state.open_choices(scenario) {
            let taken = Move { scene, choice };
            dice.begin();
            loop {
                events.clear();
                let after = step(scenario, &state, taken, &mut dice, &mut events);
                let to = after.scene(scenario).map(|next| {
                    let mut kept = after;
                    live.forget(next, &mut kept.0);
                    enter(&mut table, &mut walk, &kept.0[..used], (number, taken))
                });
                visitor.step(Here(number), &state, taken, &events, &after, to);
                if !dice.turn() {
                    break;
                }
            }
        }
        number += 1;
    }
    (walk, Ok(()))
}

fn enter(table: &mut Table, walk: &mut Walk, row: &[u64], from: (u32, Move)) -> Here {
    let known = table.len();
    let number = table.intern(row);
    if table.len() > known {
        walk.came_from.push(Some(from));
    }
    Here(number)
}
