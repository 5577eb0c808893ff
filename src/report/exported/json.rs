//! What an export has written, as JSON.

use crate::record::travel::ExportedLearner;
use crate::report::json::{DocumentKind, JsonDocument, document};
use serde_json::json;

/// The whole document, for a file that is shown so.
pub fn render(own: &ExportedLearner, file: &str) -> JsonDocument {
    let keys = json!({
        "learner": own.learner,
        "file": file,
        "bytes": own.text.len(),
        "sha256": own.sha256,
        "counts": {"plays": own.plays, "events": own.events},
    });
    document(DocumentKind::Export, keys)
}
