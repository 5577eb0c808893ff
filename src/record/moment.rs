//! Moments as records keep them: whole milliseconds, so that what was written is what is read again.

use jiff::Timestamp;

/// The same moment without what is shorter than a millisecond.
pub fn whole_milliseconds(moment: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(moment.as_millisecond()).unwrap_or(moment)
}
