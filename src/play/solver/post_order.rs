//! The order in which values are worked out: each state after those that it leads to.

use super::graph::{After, EdgeOutcome, StateGraph};
use super::state_order::StateOrder;

impl StateGraph<'_> {
    /// All states, each after those that it leads to as far as there are no circles; and whether there are any. Depth
    /// first.
    pub(super) fn post_order(&self) -> &StateOrder {
        self.order.get_or_init(|| self.new_order())
    }

    fn new_order(&self) -> StateOrder {
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
        let StateOrder { states, has_cycles } = self.post_order();
        let mut reached = vec![false; self.states() as usize];
        reached[0] = true;
        loop {
            let mut news = false;
            for state in states.iter().rev() {
                if !reached[*state as usize] {
                    continue;
                }
                for place in self.places_from(*state) {
                    let outcome = self.outcome_at(place);
                    if let (After::At(to), true) = (outcome.to(), open(place, outcome)) {
                        news |= !reached[to as usize];
                        reached[to as usize] = true;
                    }
                }
            }
            // Only a circle leads back to what has had its turn.
            if !(news && *has_cycles) {
                break;
            }
        }
        StateOrder {
            states: states.iter().filter(|s| reached[**s as usize]).copied().collect(),
            has_cycles: *has_cycles,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum VisitMark {
    New,
    OnPath,
    Done,
}
