//! What there is to say of a learner's progress.

use crate::content::scenario::Pack;
use crate::learn::progress::LearnerProgress;

/// A learner's progress, with what it is about.
pub struct ProgressDocument<'p> {
    /// The name of the learner.
    pub learner: &'p str,
    /// What is known, and what was played.
    pub progress: &'p LearnerProgress,
    /// What there is to know and to play.
    pub pack: &'p Pack,
}
