//! What somebody begins with: a scenario that fits the pack it is to stand in, and a pack of another trade. Both can be
//! played at once, and are to be written over word by word.

mod languages;
mod scenario;
mod pack;

pub use pack::{FreshFile, fresh_pack};
pub use scenario::fresh_scenario;
