//! A scenario while it is being written: the last version that could be played, where its author stands in it, and what
//! is wrong with the newest. It reads no disk, and validates and checks only when it is told to, so that others decide when.

mod version;
mod bench;

pub use bench::{Preview, Stopped};
pub use version::PreviewVersion;
