//! Whether best play needs to know the dice. Whoever plays without knowing them takes, at each moment, any of the choices
//! that are best on average; of all such plays this finds the worst under each outcome of the dice.

use super::graph::{After, EdgeOutcome};
use super::judge::Values;
use crate::base::chance::Rolls;
use crate::play::engine::Move;

impl Values<'_> {
    /// A play of value-best moves, ties included, that under these dice does not come to their `best` points: the shortest,
    /// with the points that it lacks. None is what a fair scenario has: whoever plays without foresight can reach 100.
    pub fn shortfall(&self, rolls: &Rolls, best: i32) -> Option<(Vec<Move>, i64)> {
        let drawn = self.table.graph.drawn_under(rolls);
        let is_open =
            |place: usize, outcome: &EdgeOutcome| self.best_outcomes()[place] && drawn[outcome.draw_set as usize];
        let mut worst = self.worst.borrow_mut();
        self.find_worst(&is_open, &mut worst);
        let lacking = i64::from(best - self.table.graph.points) - worst[0].0;
        (lacking > 0).then(|| (self.worst_line(&is_open, &worst), lacking))
    }

    fn best_outcomes(&self) -> &[bool] {
        self.best_outcomes.get_or_init(|| self.table.best_outcomes())
    }

    /// By state that they lead to: the least points that play along these outcomes can still come to, and in how many
    /// moves. A circle of moves that cost nothing leads nowhere, so it is passed over; waiting until the scenario closes is
    /// among the plays where nothing is left to win.
    fn find_worst(&self, is_open: &impl Fn(usize, &EdgeOutcome) -> bool, worst: &mut Vec<(i64, u32)>) {
        let graph = &self.table.graph;
        let order = graph.post_order_along(is_open);
        worst.resize(graph.states() as usize, (i64::MAX, 0));
        order.states.iter().for_each(|state| worst[*state as usize] = (i64::MAX, 0));
        loop {
            let mut changed = false;
            for state in &order.states {
                let open_outcomes =
                    self.open_outcomes(*state, is_open).map(|(_, outcome)| self.total_after(outcome, worst));
                let least = open_outcomes.chain(self.stop(*state)).min().unwrap_or((i64::MAX, 0));
                if least < worst[*state as usize] {
                    worst[*state as usize] = least;
                    changed = true;
                }
            }
            if !(changed && order.has_cycles) {
                return;
            }
        }
    }

    /// The open outcomes of a state, each with its edge.
    fn open_outcomes<'v>(
        &'v self,
        state: u32,
        is_open: &'v impl Fn(usize, &EdgeOutcome) -> bool,
    ) -> impl Iterator<Item = (usize, &'v EdgeOutcome)> {
        let graph = &self.table.graph;
        let places =
            |edge: usize| graph.places_of(edge).zip(graph.outcomes_of(edge)).map(move |(n, own)| (edge, n, own));
        let all = graph.edges_of(state).flat_map(places);
        all.filter(|(_, place, outcome)| is_open(*place, outcome)).map(|(edge, _, outcome)| (edge, outcome))
    }

    fn total_after(&self, outcome: &EdgeOutcome, worst: &[(i64, u32)]) -> (i64, u32) {
        let (rest, moves) = match outcome.to() {
            After::At(to) => worst[to as usize],
            After::Over(_) | After::OutOfTime => (0, 0),
        };
        (rest.saturating_add(self.table.points(outcome)), moves + 1)
    }

    /// Letting the time run out, where that is worth as much as anything else.
    fn stop(&self, state: u32) -> Option<(i64, u32)> {
        let points = i64::from(self.table.graph.stops[state as usize]?);
        (points * self.table.denominator.0 == self.table.worth[state as usize].points).then_some((points, 0))
    }

    fn worst_line(&self, is_open: &impl Fn(usize, &EdgeOutcome) -> bool, worst: &[(i64, u32)]) -> Vec<Move> {
        let mut line = Vec::new();
        let mut state = 0;
        loop {
            let least = worst[state as usize];
            let path =
                self.open_outcomes(state, is_open).find(|(_, outcome)| self.total_after(outcome, worst) == least);
            let Some((edge, outcome)) = path else { return line };
            line.extend(self.table.graph.taken(self.solver.scenario, state, edge));
            let After::At(next) = outcome.to() else { return line };
            state = next;
        }
    }
}
