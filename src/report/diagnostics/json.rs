//! What was found as JSON: an array with an object for each diagnostic.

use super::document::CheckDocument;
use crate::base::diagnostic::{Diagnostic, Witness};
use serde_json::{Value, json};

/// The whole document.
pub fn render(document: &CheckDocument) -> Value {
    document.diagnostics.iter().map(diagnostic).collect()
}

fn diagnostic(diagnostic: &Diagnostic) -> Value {
    let place = &diagnostic.place;
    let witness = |witness: &Witness| json!({"seed": witness.seed, "choices": witness.choices});
    json!({
        "code": diagnostic.code.to_string(),
        "severity": diagnostic.severity.word(),
        "file": &*place.file,
        "line": place.line,
        "column": place.column,
        "place": place.path,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "witness": diagnostic.witness.as_ref().map(witness),
    })
}
