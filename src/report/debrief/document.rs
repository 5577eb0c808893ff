//! Everything that a debrief is made of. Words are found by each rendering.

use crate::content::standard::Standard;
use crate::play::debrief::Debrief;
use crate::play::engine::Session;

/// A finished play and its review.
pub struct DebriefDocument<'d> {
    /// The play.
    pub session: &'d Session,
    /// What it was judged by.
    pub standard: &'d Standard,
    /// The review.
    pub debrief: &'d Debrief,
    /// Sentences that a document for people says besides, in its language.
    pub remarks: &'d [String],
}
