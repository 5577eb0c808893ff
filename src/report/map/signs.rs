//! What stands beside an arrow where a map is text: the signs of its choices, the share of plays, and short lines.

use super::document::{StepRow, WayRow};
use super::node_box::CELLS;
use crate::speech::line_breaking::lines;

/// The choices of a way, each with the sign of what it is (★ on the best play, ✗ never open) and the share of plays that
/// take it this way, in lines of bearable length.
pub(super) fn labels(way: &WayRow) -> Vec<String> {
    way.steps.iter().flat_map(|step| wrapped(&signed(step))).collect()
}

fn signed(step: &StepRow) -> String {
    let share = step.share.map_or_else(String::new, |share| format!("{} ", share.told()));
    match (step.best, step.reached) {
        (true, _) => format!("★ {share}{}", step.words),
        (false, false) => format!("✗ {share}{}", step.words),
        (false, true) => format!("{share}{}", step.words),
    }
}

/// Words in lines of bearable length.
pub(super) fn wrapped(words: &str) -> Vec<String> {
    lines(words, CELLS).into_iter().map(str::to_owned).collect()
}
