//! Whether an ending could be reached from a situation if the clock stood still and nothing ever closed. What ends only
//! because the hour has come is no trap: the same situation a while earlier had a way out.

use crate::content::scenario::Scenario;
use crate::play::engine::{Move, State, advance};
use crate::play::solver::{Branches, Exploration, OutcomeBranching, StateIndex};
use rustc_hash::FxHashSet;

/// The most situations that are looked at from one; beyond, it is taken for what it looks like.
const MOST: usize = 50_000;

/// Of some states of a walk, those from which no ending could be reached even if the clock stood still. Of states that differ
/// in the clock alone, only the first is looked at and told.
pub(super) fn true_traps(scenario: &Scenario, exploration: &Exploration, traps: &[StateIndex]) -> Vec<StateIndex> {
    let mut endless = scenario.clone();
    endless.clock.closes_at = u32::MAX;
    let mut seen = FxHashSet::default();
    let is_new = |index: &&StateIndex| seen.insert(at_time(scenario, exploration.state(**index), 0));
    let new: Vec<StateIndex> = traps.iter().filter(is_new).copied().collect();
    new.into_iter().filter(|index| !can_end(&endless, exploration.state(*index))).collect()
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
    let (mut events, mut dice) = (Vec::new(), Branches::default());
    while let Some(state) = open.pop() {
        let Some(scene) = state.scene(endless) else { return true };
        for choice in state.open_choices(endless) {
            dice.begin();
            loop {
                events.clear();
                let after = advance(endless, &state, Move { scene, choice }, &mut dice, &mut events);
                let after = at_time(endless, after, elapsed);
                if seen.len() < MOST && seen.insert(after) {
                    open.push(after);
                }
                if !dice.turn() {
                    break;
                }
            }
        }
    }
    false
}
