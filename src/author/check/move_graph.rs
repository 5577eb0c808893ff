//! Where each state of a scenario leads, and from which of them play never ends but by the clock.

use crate::play::solver::StateIndex;

/// Where each state can lead, as far as it matters for the question whether play can end.
#[derive(Default)]
pub struct MoveGraph {
    /// By state: whether an ending can be reached at once, or nothing can be chosen (which has a rule of its own).
    over: Vec<bool>,
    /// By state: how many of the moves in `to` are its own. They stand there behind those of the states before it.
    counts: Vec<u32>,
    to: Vec<StateIndex>,
    /// Whether some move leads back to the very state it was made in.
    stands_still: bool,
}

impl MoveGraph {
    /// The states from which no ending can be reached but by the clock, as far as play first comes into them from
    /// others; by number.
    pub fn traps(&self) -> Vec<StateIndex> {
        let free = self.free();
        // Who was reached first has the lower number: a state that was entered from a trapped one has a lower one before it.
        let mut inner = vec![false; free.len()];
        let mut end = self.to.len();
        for state in (0..free.len()).rev() {
            let moves = self.moves_before(&mut end, state);
            let later = moves.iter().map(|to| number(*to)).filter(|to| !free[state] && *to > state && *to < free.len());
            later.for_each(|to| inner[to] = true);
        }
        let states = (0..).map(StateIndex).zip(free.iter().zip(&inner));
        states.filter(|(_, (free, inner))| !**free && !**inner).map(|(state, _)| state).collect()
    }

    /// By state: whether an ending can be reached. States are numbered from the start onwards, so one round backwards
    /// settles all but the cycles.
    fn free(&self) -> Vec<bool> {
        let mut free = self.over.clone();
        loop {
            let mut changed = false;
            let mut end = self.to.len();
            for state in (0..free.len()).rev() {
                let moves = self.moves_before(&mut end, state);
                if !free[state] && moves.iter().any(|to| free.get(number(*to)) == Some(&true)) {
                    free[state] = true;
                    changed = true;
                }
            }
            if !changed {
                return free;
            }
        }
    }

    /// The moves of a state, which end at `end`; that is then the end of those of the state before it.
    fn moves_before(&self, end: &mut usize, state: usize) -> &[StateIndex] {
        let start = *end - self.counts[state] as usize;
        let moves = &self.to[start..*end];
        *end = start;
        moves
    }

    pub(super) fn enter(&mut self) {
        self.over.push(false);
        self.counts.push(0);
    }

    pub(super) fn over(&mut self) {
        if let Some(over) = self.over.last_mut() {
            *over = true;
        }
    }

    /// Whether some play can come back to where it was with nothing changed but the clock: then it can last as long as one
    /// likes. Depth first, without recursion.
    pub(super) fn can_go_round(&self) -> bool {
        let mut ends = Vec::with_capacity(self.counts.len());
        let mut end = 0;
        ends.extend(self.counts.iter().map(|count| {
            end += *count as usize;
            end
        }));
        let first = |state: usize| state.checked_sub(1).map_or(0, |before| ends[before]);
        let (mut met, mut on_path) = (vec![false; ends.len()], vec![false; ends.len()]);
        let mut path = if ends.is_empty() { Vec::new() } else { vec![(0, 0)] };
        while let Some((state, next)) = path.last_mut() {
            (met[*state], on_path[*state]) = (true, true);
            if *next == ends[*state] {
                on_path[*state] = false;
                path.pop();
                continue;
            }
            let to = number(self.to[*next]);
            *next += 1;
            if on_path.get(to) == Some(&true) {
                return true;
            }
            if met.get(to) == Some(&false) {
                path.push((to, first(to)));
            }
        }
        self.stands_still
    }

    /// A move from the state entered last; one that leads back to it is not worth its room.
    pub(super) fn leads(&mut self, here: StateIndex, to: StateIndex) {
        self.stands_still |= here == to;
        if here != to
            && let Some(count) = self.counts.last_mut()
        {
            *count += 1;
            self.to.push(to);
        }
    }
}

fn number(state: StateIndex) -> usize {
    state.0 as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// States 0 to 4: the first leads to an ending's door (1) and into a trap (2), in which one goes round (3, 2) and down
    /// (4, which leads nowhere).
    #[test]
    fn a_trap_is_told_where_play_comes_into_it() {
        let mut graph = MoveGraph::default();
        for (state, moves) in [(0, vec![1, 2]), (1, vec![]), (2, vec![3]), (3, vec![2, 4]), (4, vec![])] {
            graph.enter();
            for to in moves {
                graph.leads(StateIndex(state), StateIndex(to));
            }
            if state == 1 {
                graph.over();
            }
        }
        assert_eq!(graph.free(), [true, true, false, false, false]);
        assert_eq!(graph.traps(), [StateIndex(2)]);
        assert!(graph.can_go_round(), "2 leads to 3 and back");
    }

    #[test]
    fn ways_that_part_and_meet_again_are_no_circle() {
        let mut graph = MoveGraph::default();
        assert!(!graph.can_go_round());
        for (state, moves) in [(0, vec![1, 2]), (1, vec![3]), (2, vec![1, 3]), (3, vec![])] {
            graph.enter();
            for to in moves {
                graph.leads(StateIndex(state), StateIndex(to));
            }
        }
        assert!(!graph.can_go_round());
        graph.enter();
        graph.leads(StateIndex(4), StateIndex(4));
        assert!(graph.can_go_round(), "a move that leads back to where it was made");
    }
}
