//! A scenario while it is being written: the last version that could be played, where its author stands in it, and what
//! is wrong with the newest. It reads no disk, and validates and checks only when it is told to, so that others decide when.

mod version;
mod scene_ways;
mod bench;
mod jump;

pub use bench::{Preview, Stopped};
pub use jump::{NoSeed, SEEDS};
pub use scene_ways::SceneWays;
pub use version::PreviewVersion;
