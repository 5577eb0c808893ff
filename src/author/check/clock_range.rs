//! Between which times of day each line of interest is shown, and whether a play can run out of time at all.
//!
//! Exploring forgets the clock where nothing reads it, so the times are worked out afterwards: the earliest and the latest
//! at which each situation can be met, from move to move, until nothing changes. What goes round in circles can last until
//! the scenario closes. The ranges are never too narrow.

use super::visitor::Occurrence;
use crate::content::scenario::{Scenario, Takes};
use crate::play::engine::{Event, Move, State};
use crate::play::solver::{StateIndex, Visitor};
use std::ops::Range;

/// The most moves that are kept; what has more is not answered.
const MOST: usize = 4_000_000;

/// How many rounds are made before what still grows is taken to last until the end.
const ROUNDS: usize = 50;

/// One move between two situations; none where the play is over.
struct TimedMove {
    from: StateIndex,
    to: Option<StateIndex>,
    takes: Takes,
}

/// A line that a move shows.
struct Showing {
    line: usize,
    /// The move, by its place.
    by: usize,
    at: Occurrence,
}

/// Sees all moves of a walk, and by which of them the lines of interest are shown.
pub(super) struct ClockVisitor<'s> {
    scenario: &'s Scenario,
    /// By line of the scenario: whether it is of interest.
    wanted: Vec<bool>,
    states: usize,
    moves: Vec<TimedMove>,
    showings: Vec<Showing>,
}

/// When a line is shown: seconds since midnight, the last one included, and where it is shown first.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShownFrom {
    pub line: usize,
    pub earliest: u32,
    pub latest: u32,
    pub at: Occurrence,
}

/// What the clock can be.
pub(super) struct ClockRanges {
    /// The lines of interest that are shown in scenes.
    pub lines: Vec<ShownFrom>,
    /// Whether some play is still under way when the scenario closes.
    pub can_time_out: bool,
}

impl<'s> ClockVisitor<'s> {
    pub(super) fn new(scenario: &'s Scenario, wanted: Vec<bool>) -> ClockVisitor<'s> {
        ClockVisitor { scenario, wanted, states: 0, moves: Vec::new(), showings: Vec::new() }
    }

    fn shows(&mut self, range: &Range<usize>, after: &State, at: Occurrence) {
        let by = self.moves.len();
        for line in range.clone() {
            if self.wanted[line] && self.scenario.lines[line].when.holds(&after.0) {
                self.showings.push(Showing { line, by, at });
            }
        }
    }

    /// None where there were more moves than are kept.
    pub(super) fn ranges(self) -> Option<ClockRanges> {
        if self.moves.len() > MOST {
            return None;
        }
        let clock = &self.scenario.clock;
        let spans = self.spans();
        let after = |number: usize| {
            let TimedMove { from, takes, .. } = &self.moves[number];
            let (earliest, latest) = spans[from.0 as usize];
            (earliest + takes.seconds(earliest), latest + takes.seconds(latest))
        };
        let goes_on = |timed: &TimedMove| timed.to.is_some();
        let can_time_out = (0..self.moves.len()).any(|n| goes_on(&self.moves[n]) && after(n).1 >= clock.closes_at);
        let mut lines = self.at_start();
        for showing in &self.showings {
            let (earliest, latest) = after(showing.by);
            let latest = latest.min(clock.closes_at);
            match lines.iter_mut().find(|known| known.line == showing.line) {
                Some(known) => {
                    known.earliest = known.earliest.min(earliest);
                    known.latest = known.latest.max(latest);
                }
                None => lines.push(ShownFrom { line: showing.line, earliest, latest, at: showing.at }),
            }
        }
        Some(ClockRanges { lines, can_time_out })
    }

    /// The lines of interest that the first scene begins with.
    fn at_start(&self) -> Vec<ShownFrom> {
        let (scenario, opening) = (self.scenario, State::opening(self.scenario));
        let at = Occurrence { here: StateIndex(0), scene: scenario.start, taken: None };
        let time = scenario.clock.start;
        let lines = scenario.scene(scenario.start).lines.clone();
        let shown = lines.filter(|line| self.wanted[*line] && scenario.lines[*line].when.holds(&opening.0));
        shown.map(|line| ShownFrom { line, earliest: time, latest: time, at }).collect()
    }

    /// By state: the earliest and the latest time at which it can be met.
    fn spans(&self) -> Vec<(u32, u32)> {
        let (start, last) = (self.scenario.clock.start, self.scenario.clock.closes_at.saturating_sub(1));
        let mut spans = vec![(u32::MAX, 0); self.states];
        spans.iter_mut().take(1).for_each(|span| *span = (start, start));
        for round in 0.. {
            let mut changed = false;
            for TimedMove { from, to, takes } in &self.moves {
                let (Some(to), (earliest, latest)) = (to, spans[from.0 as usize]) else { continue };
                let later = |time: u32| time.saturating_add(takes.seconds(time)).min(last);
                let (before, reached) = (spans[to.0 as usize], later(latest));
                // What still grows after so many rounds goes in circles.
                let latest = if round >= ROUNDS && reached > before.1 { last } else { reached };
                let now = (before.0.min(later(earliest)), before.1.max(latest));
                changed |= now != before;
                spans[to.0 as usize] = now;
            }
            if !changed {
                break;
            }
        }
        spans
    }
}

impl Visitor for ClockVisitor<'_> {
    fn state(&mut self, _: StateIndex, _: &State) {
        self.states += 1;
    }

    fn step(
        &mut self,
        here: StateIndex,
        _: &State,
        taken: Move,
        events: &[Event],
        after: &State,
        to: Option<StateIndex>,
    ) {
        if self.moves.len() > MOST {
            return;
        }
        let scenario = self.scenario;
        let choice = &scenario.scene(taken.scene).choices[taken.choice.index()];
        let at = Occurrence { here, scene: taken.scene, taken: Some(taken) };
        self.shows(&choice.reply, after, at);
        for event in events {
            match event {
                Event::Entered(scene) => self.shows(&scenario.scene(*scene).lines, after, at),
                Event::Stayed(scene) => self.shows(&scenario.scene(*scene).again, after, at),
                _ => {}
            }
        }
        self.moves.push(TimedMove { from: here, to, takes: choice.takes });
    }
}
