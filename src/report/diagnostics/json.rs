//! What was found as JSON: an array with an object for each diagnostic.

use super::document::CheckDocument;
use crate::base::diagnostic::{Diagnostic, Witness};
use crate::base::text::Lang;
use serde_json::{Value, json};

/// The whole document; what is told to people is in this language.
pub fn render(document: &CheckDocument, lang: Lang) -> Value {
    document.diagnostics.iter().map(|found| diagnostic(found, lang)).collect()
}

fn diagnostic(diagnostic: &Diagnostic, lang: Lang) -> Value {
    let place = &diagnostic.place;
    let witness = |witness: &Witness| json!({"seed": witness.seed, "choices": witness.choices});
    json!({
        "code": diagnostic.code.to_string(),
        "severity": diagnostic.severity.word(),
        "file": &*place.file,
        "line": place.line,
        "column": place.column,
        "place": place.path,
        "message": diagnostic.message.in_lang(lang),
        "help": diagnostic.help.in_lang(lang),
        "witness": diagnostic.witness.as_ref().map(witness),
    })
}
