//! Where each state of a scenario leads, and from which of them play never ends but by the clock.

use crate::play::solver::StateIndex;

/// Where each state can lead, as far as it matters for the question whether play can end.
#[derive(Default)]
pub struct MoveGraph {
    /// By state: whether an ending can be reached at once, or nothing can be chosen (which has a rule of its own).
    over: Vec<bool>,
    /// By state: where its moves begin in `to`.
    first: Vec<u32>,
    to: Vec<u32>,
}

impl MoveGraph {
    /// The states from which no ending can be reached but by the clock, as far as play first comes into them from
    /// others; by number.
    pub fn traps(&self) -> Vec<StateIndex> {
        let free = self.free();
        let trapped = |state: &usize| !free[*state];
        let mut inner = vec![false; free.len()];
        // Who was reached first has the lower number: a state that was entered from a trapped one has a lower one before it.
        for state in (0..free.len()).filter(trapped) {
            for to in self.successors(state).iter().map(|to| *to as usize).filter(|to| *to > state && *to < free.len())
            {
                inner[to] = true;
            }
        }
        (0..free.len()).filter(trapped).filter(|state| !inner[*state]).map(|state| StateIndex(state as u32)).collect()
    }

    /// By state: whether an ending can be reached. States are numbered from the start onwards, so one round backwards
    /// settles all but the circles.
    fn free(&self) -> Vec<bool> {
        let mut free = self.over.clone();
        loop {
            let mut changed = false;
            for state in (0..free.len()).rev() {
                if !free[state] && self.successors(state).iter().any(|to| free.get(*to as usize) == Some(&true)) {
                    free[state] = true;
                    changed = true;
                }
            }
            if !changed {
                return free;
            }
        }
    }

    fn successors(&self, state: usize) -> &[u32] {
        let end = self.first.get(state + 1).map_or(self.to.len(), |end| *end as usize);
        &self.to[self.first[state] as usize..end]
    }

    pub(super) fn enter(&mut self) {
        self.over.push(false);
        self.first.push(self.to.len() as u32);
    }

    pub(super) fn over(&mut self) {
        if let Some(over) = self.over.last_mut() {
            *over = true;
        }
    }

    /// A move from the state entered last; what leads nowhere new is not worth its room.
    pub(super) fn leads(&mut self, here: StateIndex, to: StateIndex) {
        if here != to && self.over.last() == Some(&false) {
            self.to.push(to.0);
        }
    }
}
