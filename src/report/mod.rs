//! What was judged and proven, told on paper: a value in, a document out. One format per file; nothing here prints.

#![warn(missing_docs)]

pub mod diff;
pub mod coverage;
pub mod map;
pub mod html;
pub mod json;
pub mod markdown;
mod sheet;
pub mod simulation;
pub mod walks;

pub use sheet::DebriefWording;
