//! A step as a player meets it: the rules, and the lines that are said on the way.

use super::advance::{Move, advance};
use super::event::Event;
use super::state::State;
use crate::base::chance::Dice;
use crate::content::scenario::{LineId, Scenario};
use std::ops::Range;

/// Takes an open choice and tells everything: what [`advance`] tells, the reply, then the lines of the next scene or
/// ending. `events` is added to, never cleared.
pub fn step(scenario: &Scenario, state: &State, taken: Move, dice: &mut impl Dice, events: &mut Vec<Event>) -> State {
    let next = advance(scenario, state, taken, dice, events);
    let arrival = events.pop();
    let choice = &scenario.scene(taken.scene).choices[taken.choice.index()];
    say(scenario, &next, &choice.reply, events);
    events.extend(arrival);
    if let Some(Event::Entered(scene)) = arrival {
        say(scenario, &next, &scenario.scene(scene).lines, events);
    } else if let Some(Event::Stayed(scene)) = arrival {
        say(scenario, &next, &scenario.scene(scene).again, events);
    } else if let Some(Event::Ended(ending)) = arrival {
        say(scenario, &next, &scenario.ending(ending).lines, events);
    }
    next
}

/// The lines before the first choice.
pub fn opening_lines(scenario: &Scenario, events: &mut Vec<Event>) {
    let lines = &scenario.scene(scenario.start).lines;
    say(scenario, &State::opening(scenario), lines, events);
}

#[inline]
fn say(scenario: &Scenario, state: &State, lines: &Range<usize>, events: &mut Vec<Event>) {
    let shown = lines.clone().filter(|line| scenario.lines[*line].when.holds(&state.0));
    events.extend(shown.filter_map(LineId::from_index).map(Event::Line));
}
