//! The order in which values are worked out: each state after those that it leads to.

use super::graph::{After, EdgeOutcome, StateGraph};

impl StateGraph<'_> {
    /// The states that can be reached along outcomes that are `open`, each after those that it leads to as far as there are
    /// no circles; and whether there are any. Depth first. An outcome is asked for by its place among all and itself.
    pub(super) fn post_order(&self, open: impl Fn(usize, &EdgeOutcome) -> bool) -> PostOrder {
        let mut order = PostOrder { states: Vec::with_capacity(self.states() as usize), has_cycles: false };
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
            let outcome = self.outcome_at(place);
            if let (After::At(to), true) = (outcome.to(), open(place, outcome)) {
                match marks[to as usize] {
                    VisitMark::New => enter(to, &mut marks, &mut path),
                    VisitMark::OnPath => order.has_cycles = true,
                    VisitMark::Done => {}
                }
            }
        }
        order
    }
}

/// States, those that others lead to before them.
pub(super) struct PostOrder {
    pub states: Vec<u32>,
    pub has_cycles: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum VisitMark {
    New,
    OnPath,
    Done,
}
