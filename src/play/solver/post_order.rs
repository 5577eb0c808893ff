//! The order in which values are worked out: each state after those that it leads to.

use super::graph::{After, EdgeOutcome, StateGraph};
use super::small::small;
use super::state_order::{StateOrder, WholeOrder};

impl StateGraph<'_> {
    /// All states, each after those that it leads to as far as there are no circles; and whether there are any. Depth
    /// first.
    pub(super) fn post_order(&self) -> &StateOrder {
        &self.whole_order().order
    }

    fn whole_order(&self) -> &WholeOrder {
        self.order.get_or_init(|| {
            // States are numbered as they are found: most often each leads only to later ones.
            let leads_on = |state: u32| {
                self.outcomes_from(state).all(|outcome| !matches!(outcome.to(), After::At(to) if to <= state))
            };
            let order = if (0..self.states()).all(leads_on) {
                StateOrder { states: (0..self.states()).rev().collect(), has_cycles: false }
            } else {
                self.depth_first()
            };
            let mut places = vec![0; order.states.len()];
            for (place, state) in order.states.iter().enumerate() {
                places[*state as usize] = small(place);
            }
            WholeOrder { order, places }
        })
    }

    fn depth_first(&self) -> StateOrder {
        let mut order = StateOrder { states: Vec::with_capacity(self.states() as usize), has_cycles: false };
        let mut marks = vec![VisitMark::New; self.states() as usize];
        let mut path: Vec<(u32, std::ops::Range<usize>)> = Vec::new();
        let enter = |state: u32, marks: &mut [VisitMark], path: &mut Vec<(u32, std::ops::Range<usize>)>| {
            marks[state as usize] = VisitMark::OnPath;
            path.push((state, self.places_from(state)));
        };
        enter(0, &mut marks, &mut path);
        while let Some((state, places)) = path.last_mut() {
            let Some(place) = places.next() else {
                marks[*state as usize] = VisitMark::Done;
                order.states.push(*state);
                path.pop();
                continue;
            };
            if let After::At(to) = self.outcome_at(place).to() {
                match marks[to as usize] {
                    VisitMark::New => enter(to, &mut marks, &mut path),
                    VisitMark::OnPath => order.has_cycles = true,
                    VisitMark::Done => {}
                }
            }
        }
        order
    }

    /// The same order, as far as the states can be reached along outcomes that are `open`. An outcome is asked for by its
    /// place among all and itself.
    pub(super) fn post_order_along(&self, open: impl Fn(usize, &EdgeOutcome) -> bool) -> StateOrder {
        let WholeOrder { order, places } = self.whole_order();
        // A bit for each place in the order: what was reached is read off in that order, and the rest costs nothing.
        let mut reached = vec![0u64; places.len().div_ceil(64)];
        let mut reach = |state: u32| {
            let place = places[state as usize] as usize;
            let (word, bit) = (&mut reached[place / 64], 1 << (place % 64));
            let is_new = *word & bit == 0;
            *word |= bit;
            is_new
        };
        reach(0);
        let mut waiting = vec![0];
        while let Some(state) = waiting.pop() {
            for place in self.places_from(state) {
                let outcome = self.outcome_at(place);
                if let (After::At(to), true) = (outcome.to(), open(place, outcome))
                    && reach(to)
                {
                    waiting.push(to);
                }
            }
        }
        let mut states = Vec::new();
        for (number, mut word) in reached.into_iter().enumerate() {
            while word != 0 {
                states.push(order.states[number * 64 + word.trailing_zeros() as usize]);
                word &= word - 1;
            }
        }
        StateOrder { states, has_cycles: order.has_cycles }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum VisitMark {
    New,
    OnPath,
    Done,
}
