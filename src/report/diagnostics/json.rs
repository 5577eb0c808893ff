//! What was found as JSON.

use super::document::CheckDocument;
use crate::base::diagnostic::Severity;
use crate::base::text::Lang;
use crate::report::json::{DocumentKind, JsonDocument, diagnostic, document};
use serde_json::{Value, json};

/// The whole document; what is told to people is in this language.
pub fn render(checked: &CheckDocument, lang: Lang) -> JsonDocument {
    let diagnostics: Vec<Value> = checked.diagnostics.iter().map(|found| diagnostic(found, lang)).collect();
    let counts = json!({
        "scenarios": checked.scenarios,
        "errors": checked.count(Severity::Error),
        "warnings": checked.count(Severity::Warning),
        "notes": checked.count(Severity::Note),
    });
    document(DocumentKind::Check, json!({"counts": counts, "diagnostics": diagnostics}))
}
