//! A best play as two lines for people: what it is worth, and its choices as `--choices` takes them.

use super::document::SolutionDocument;
use crate::base::text::Lang;
use crate::both;

/// The whole text, in this language.
pub fn render(document: &SolutionDocument, lang: Lang) -> String {
    let (best, states, line) = (document.solution.best, document.solution.states, document.line());
    let (moves, millis) = (line.len(), document.millis());
    let told = both!(
        "best: {best} points in {moves} moves ({states} states, {millis:.0} ms)",
        "最好的走法：{moves} 步，{best} 点（看了 {states} 种局面，{millis:.0} 毫秒）"
    );
    format!("{}\n{}\n", told.in_lang(lang), line.join(","))
}
