//! Whether an ending could be reached from a situation if the clock stood still and nothing ever closed. What ends only
//! because the hour has come is no trap: the same situation a while earlier had a way out.

use crate::base::chance::Dice;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::play::engine::{Event, Move, State, advance};
use crate::play::solver::{StateIndex, Tracked, Visitor, explore};
use rustc_hash::{FxHashMap, FxHashSet};

/// The most situations that are looked at from one; beyond, it is taken for what it looks like.
const MOST: usize = 50_000;

/// Of some states of a walk, those from which no ending could be reached even if the clock stood still. Of states that differ
/// in the clock alone, only the first is looked at and told.
pub(super) fn true_traps(
    scenario: &Scenario,
    standard: &Standard,
    tracked: &Tracked,
    bound: usize,
    traps: &[StateIndex],
) -> Vec<StateIndex> {
    let mut collector = Collector { wanted: traps.iter().map(|index| index.0).collect(), found: FxHashMap::default() };
    let (_, explored) = explore(scenario, standard, tracked, bound, &mut collector);
    debug_assert!(explored.is_ok(), "the walk that found them was whole");
    let mut endless = scenario.clone();
    endless.clock.closes_at = u32::MAX;
    let mut seen = FxHashSet::default();
    let is_new = |index: &&StateIndex| {
        let timeless = collector.found.get(&index.0).map(|state| at_time(scenario, *state, 0));
        timeless.is_none_or(|state| seen.insert(state))
    };
    let new: Vec<StateIndex> = traps.iter().filter(is_new).copied().collect();
    let ends = |index: &StateIndex| collector.found.get(&index.0).is_some_and(|state| can_end(&endless, *state));
    new.into_iter().filter(|index| !ends(index)).collect()
}

/// Keeps some states of a walk.
struct Collector {
    wanted: FxHashSet<u32>,
    found: FxHashMap<u32, State>,
}

impl Visitor for Collector {
    fn state(&mut self, here: StateIndex, state: &State) {
        if self.wanted.contains(&here.0) {
            self.found.insert(here.0, *state);
        }
    }

    fn step(&mut self, _: StateIndex, _: &State, _: Move, _: &[Event], _: &State, _: Option<StateIndex>) {}
}

fn at_time(scenario: &Scenario, mut state: State, elapsed: u32) -> State {
    scenario.fields.elapsed.set(&mut state.0, elapsed);
    state
}

/// Whether an ending can be reached while the clock stands still.
fn can_end(endless: &Scenario, from: State) -> bool {
    let elapsed = from.elapsed(endless);
    let mut seen: FxHashSet<State> = [from].into_iter().collect();
    let mut open = vec![from];
    let (mut events, mut fall) = (Vec::new(), EveryFall::default());
    while let Some(state) = open.pop() {
        let Some(scene) = state.scene(endless) else { return true };
        for choice in state.open_choices(endless) {
            loop {
                events.clear();
                let after = advance(endless, &state, Move { scene, choice }, &mut fall, &mut events);
                let after = at_time(endless, after, elapsed);
                if seen.len() < MOST && seen.insert(after) {
                    open.push(after);
                }
                if !fall.turn() {
                    break;
                }
            }
        }
    }
    false
}

/// Dice that fall in every way, one after the other.
#[derive(Default)]
struct EveryFall {
    /// The outcome of each draw, and how many there are.
    drawn: Vec<(usize, usize)>,
    next: usize,
}

impl EveryFall {
    /// Turns to the next way; false when all have been.
    fn turn(&mut self) -> bool {
        self.next = 0;
        while let Some((outcome, outcomes)) = self.drawn.pop() {
            if outcome + 1 < outcomes {
                self.drawn.push((outcome + 1, outcomes));
                return true;
            }
        }
        false
    }
}

impl Dice for EveryFall {
    fn draw(&mut self, _: usize, weights: &[u32]) -> usize {
        if self.next == self.drawn.len() {
            let first = weights.iter().position(|weight| *weight > 0).unwrap_or(0);
            self.drawn.push((first, weights.len()));
        }
        let (outcome, _) = self.drawn[self.next];
        self.next += 1;
        outcome
    }
}
