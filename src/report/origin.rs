//! Where a play is from, as all documents of plays say it.

use crate::record::play_origin::PlayOrigin;
use serde_json::{Value, json};

/// For programs. `started` is a moment of UTC.
pub(super) fn origin_json(origin: &PlayOrigin) -> Value {
    json!({
        "learner": origin.learner,
        "started": origin.started.to_string(),
        "mode": origin.mode.word(),
        "hints": origin.hints,
        "rewinds": origin.rewinds,
    })
}

/// When it was begun, to the minute; the time of day is that of UTC, as nobody knows where a document is read.
pub(super) fn started(origin: &PlayOrigin) -> String {
    origin.started.strftime("%Y-%m-%d %H:%M UTC").to_string()
}
