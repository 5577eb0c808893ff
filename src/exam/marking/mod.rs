//! What a sitting comes to: the points of each question and scenario, how sure they are, and whether that passes.
//!
//! It is worked out from the events alone, on any machine to the last hundredth; a score that somebody wrote down is never
//! believed.

mod key_hash;
mod marks;
mod share;
mod verdict;

pub use key_hash::{is_stale, key_hash};
pub use marks::{BlockMark, ItemMark, Marker, MarkingFault, PlayedMark, SittingMarks, mark};
pub use share::Share;
pub use verdict::{ExamVerdict, FailReason, judge};
