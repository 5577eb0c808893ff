//! When a play was begun, as all papers say it.

use crate::record::play_origin::PlayOrigin;

/// To the minute; the time of day is that of UTC, as nobody knows where a document is read.
pub(super) fn started(origin: &PlayOrigin) -> String {
    origin.started.strftime("%Y-%m-%d %H:%M UTC").to_string()
}
