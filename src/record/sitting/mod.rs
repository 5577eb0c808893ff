//! A sitting of an exam, as it is kept: what was put before a candidate and what she did, one event after the other. A
//! sitting only grows. What stands in it says nothing about right and wrong.

mod paper;
mod event;

pub use event::{ClosedBecause, ItemReply, SittingBegun, SittingEvent, SittingLine};
pub use paper::{ExamPaper, PaperItem, PaperVisit};
