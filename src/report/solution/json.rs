//! A best play as JSON.

use super::document::SolutionDocument;
use crate::report::json::{DocumentKind, JsonDocument, document, play};
use serde_json::json;

/// The whole document.
pub fn render(solved: &SolutionDocument) -> JsonDocument {
    let keys = json!({
        "scenario": solved.scenario.id,
        "play": play(Some(solved.seed), &solved.line()),
        "best": solved.solution.best,
        "counts": {"states": solved.solution.states},
        "search_seconds": solved.took.as_secs_f64(),
    });
    document(DocumentKind::Solve, keys)
}
