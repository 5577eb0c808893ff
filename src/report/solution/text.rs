//! A best play as two lines for people: what it is worth, and its choices as `--choices` takes them.

use super::document::SolutionDocument;

/// The whole text.
pub fn render(document: &SolutionDocument) -> String {
    let (best, states, line) = (document.solution.best, document.solution.states, document.line());
    let (moves, millis) = (line.len(), document.millis());
    format!("best: {best} points in {moves} moves ({states} states, {millis:.0} ms)\n{}\n", line.join(","))
}
