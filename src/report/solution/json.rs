//! A best play as JSON.

use super::document::SolutionDocument;
use serde_json::{Value, json};

/// The whole document.
pub fn render(document: &SolutionDocument) -> Value {
    json!({
        "scenario": document.scenario.id,
        "seed": document.seed.number(),
        "best": document.solution.best,
        "line": document.line(),
        "states": document.solution.states,
        "millis": (document.millis() * 100.0).round() / 100.0,
    })
}
