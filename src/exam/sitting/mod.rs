//! A paper being sat: a sitting is the replay of its events. What may not happen is refused, and the sitting stays as it
//! was.

mod exam_clock;
mod state;

pub use exam_clock::ExamClock;
pub use state::{ProctorTurn, Sitting, SittingError, VisitProgress};
