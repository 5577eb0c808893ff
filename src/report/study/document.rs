//! What there is to say of a comparison.

use crate::learn::simulated::Study;

/// A comparison, and what was learned in it.
pub struct StudyDocument<'s> {
    /// What came out.
    pub study: &'s Study,
    /// How many requirements the standard has.
    pub requirements: usize,
    /// How many scenarios there were to play.
    pub scenarios: usize,
}
