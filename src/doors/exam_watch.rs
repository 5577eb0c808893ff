//! The program's own clock in a sitting: what it counts while the clock on the wall may be moved.

#![expect(clippy::disallowed_methods, reason = "a clock that cannot be moved is the point of it")]

use crate::trainer::exam_run::ExamMoment;
use jiff::Timestamp;
use std::time::Instant;

/// Counts from one moment to the next.
#[derive(Debug)]
pub(super) struct ExamWatch(Instant);

impl ExamWatch {
    /// It counts from now.
    pub(super) fn start() -> ExamWatch {
        ExamWatch(Instant::now())
    }

    /// The moment at which the clock on the wall says this, and what was counted since the last one.
    pub(super) fn moment(&mut self, at: Timestamp) -> ExamMoment {
        let ticked = std::mem::replace(&mut self.0, Instant::now()).elapsed();
        ExamMoment { at, ticked: Some(ticked) }
    }
}
