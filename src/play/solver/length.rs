//! How long the plays of a scenario are, in moves.

use super::explore::{StateIndex, Visitor, explore};
use super::reads::Tracked;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::play::engine::{Event, Move, State};

/// The most states that are walked for it.
const BOUND: usize = 1_000_000;

/// The fewest and the most moves of a play. Moves that lead back to a situation that the play has met before (waiting
/// once more, with nothing changed but the clock) count for nothing: only the closing time would bound them.
///
/// None when the scenario is too large to be walked.
pub fn lengths(scenario: &Scenario, standard: &Standard) -> Option<(u32, u32)> {
    let mut successors = Successors::default();
    let (_, walked) = explore(scenario, standard, &Tracked::none(scenario), BOUND, &mut successors);
    walked.ok()?;
    let to_end = successors.shortest()?;
    Some((to_end, successors.longest()))
}

/// Which state leads to which, as they were met.
#[derive(Default)]
struct Successors {
    next: Vec<Vec<Option<StateIndex>>>,
}

impl Visitor for Successors {
    fn state(&mut self, _here: StateIndex, _state: &State) {
        self.next.push(Vec::new());
    }

    fn step(&mut self, here: StateIndex, _: &State, _: Move, _: &[Event], _: &State, to: Option<StateIndex>) {
        self.next[here.0 as usize].push(to);
    }
}

impl Successors {
    /// By breadth: the first layer from which a play ends.
    fn shortest(&self) -> Option<u32> {
        let mut layer = vec![0];
        let mut seen = vec![false; self.next.len()];
        for moves in 1.. {
            let mut beyond = Vec::new();
            for to in layer.iter().flat_map(|number: &usize| &self.next[*number]) {
                let Some(to) = to.map(|to| to.0 as usize) else { return Some(moves) };
                if !std::mem::replace(&mut seen[to], true) {
                    beyond.push(to);
                }
            }
            if beyond.is_empty() {
                return None;
            }
            layer = beyond;
        }
        None
    }

    /// Depth first, without recursion; an edge back to a state on the path is passed over.
    fn longest(&self) -> u32 {
        let mut longest: Vec<Option<u32>> = vec![None; self.next.len()];
        let mut on_path = vec![false; self.next.len()];
        let mut path = vec![(0usize, 0usize, 0u32)];
        on_path[0] = true;
        while let Some((number, edge, best)) = path.last_mut() {
            match self.next[*number].get(*edge) {
                Some(None) => (*best, *edge) = ((*best).max(1), *edge + 1),
                Some(Some(to)) => match longest[to.0 as usize] {
                    Some(moves) => (*best, *edge) = ((*best).max(moves + 1), *edge + 1),
                    None if on_path[to.0 as usize] => *edge += 1,
                    None => {
                        on_path[to.0 as usize] = true;
                        path.push((to.0 as usize, 0, 0));
                    }
                },
                None => {
                    (on_path[*number], longest[*number]) = (false, Some(*best));
                    path.pop();
                }
            }
        }
        longest[0].unwrap_or(0)
    }
}
