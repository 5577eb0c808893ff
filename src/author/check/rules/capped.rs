//! A bound on what one rule tells of one scenario: each finding has to look for its line, and nobody mends a thousand at once.

use super::rule::Rule;
use crate::author::check::inspection::Inspection;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Diagnostic;
use crate::both;
use crate::content::scenario::SourceRef;

/// The most findings of one rule.
const MOST: usize = 100;

/// What is told of the first of these findings, and how many more there are.
pub(super) fn capped<T>(
    inspection: &Inspection,
    rule: &Rule,
    found: impl IntoIterator<Item = T>,
    tell: impl FnMut(T) -> Diagnostic,
) -> Vec<Diagnostic> {
    let mut found = found.into_iter();
    let mut diagnostics: Vec<Diagnostic> = found.by_ref().take(MOST).map(tell).collect();
    let untold = found.count();
    if untold > 0 {
        let message =
            both!("{untold} more places of this scenario have the same fault", "这个情景还有 {untold} 处同样的问题");
        let place = inspection.scenario.place(SourceRef::Whole);
        diagnostics.push(rule.diagnostic(place, message).help(Phrase::new("mend those above first", "先改上面的")));
    }
    diagnostics
}
