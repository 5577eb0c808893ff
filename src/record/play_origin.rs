//! Whose play a document tells of, and how it was played: what a page must say that is looked at far from the program.

use super::attempt::{Attempt, Mode};
use super::circumstances::Circumstances;
use jiff::Timestamp;

/// Where a play is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayOrigin {
    /// The name of the learner; none where the file does not lie among anybody's plays.
    pub learner: Option<String>,
    /// When it was begun.
    pub started: Timestamp,
    /// How much help there was.
    pub mode: Mode,
    /// How many hints were asked for in the run that is told of.
    pub hints: usize,
    /// How many moves were taken back in it.
    pub rewinds: usize,
}

impl PlayOrigin {
    /// That of a run with these circumstances.
    pub fn new(learner: Option<String>, attempt: &Attempt, circumstances: &Circumstances) -> PlayOrigin {
        let Circumstances { hints, rewinds, .. } = *circumstances;
        PlayOrigin { learner, started: attempt.started, mode: attempt.mode, hints, rewinds }
    }
}
