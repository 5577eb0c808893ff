//! What was judged and proven, told on paper: a value in, a document out. One format per file; nothing here prints.

#![warn(missing_docs)]

mod wrap;
pub mod json;
pub mod debrief;
pub mod diagnostics;
pub mod simulation;
pub mod walks;
pub mod diff;
pub mod coverage;
pub mod map;
