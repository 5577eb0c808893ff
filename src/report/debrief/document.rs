//! Everything that a debrief is made of. Words are found by each rendering.

use crate::content::standard::Standard;
use crate::play::debrief::Debrief;
use crate::play::engine::Session;
use crate::record::play_origin::PlayOrigin;

/// A finished play and its review.
pub struct DebriefDocument<'d> {
    /// The play.
    pub session: &'d Session,
    /// What it was judged by.
    pub standard: &'d Standard,
    /// The review.
    pub debrief: &'d Debrief,
    /// Whose play it is, and how it was played; none for a play that was not stored.
    pub origin: Option<&'d PlayOrigin>,
    /// Sentences that a document for people says besides, in its language.
    pub remarks: &'d [String],
}
