//! What an import has brought, as JSON.

use crate::record::travel::ImportedLearner;
use crate::report::json::{DocumentKind, JsonDocument, document};
use serde_json::{Value, json};

/// The whole document: each file as it is shown, with what it has brought.
pub fn render(all: &[(String, ImportedLearner)]) -> JsonDocument {
    document(DocumentKind::Import, json!({"files": all.iter().map(file).collect::<Vec<Value>>()}))
}

fn file((file, own): &(String, ImportedLearner)) -> Value {
    json!({
        "file": file,
        "learner": own.learner,
        "is_new": own.is_new,
        "counts": {
            "plays_added": own.plays.added,
            "plays_continued": own.plays.went_on,
            "plays_parted": own.plays.parted,
            "plays_known": own.plays.known,
            "events_added": own.events,
        },
    })
}
