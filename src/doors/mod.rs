//! The doors to the house: a door lays out and reads keys, and decides nothing.

pub mod learner_change; // what can be done to a learner
mod store_words; // what the store says of learners, for every door
mod earlier_plays; // what was played before the journal began
mod exam_watch; // the clock of a sitting that nobody can move
pub mod group; // a group read and put together
pub mod tui; //   everything a learner sees in a terminal
pub mod plain; // the same play as lines of text
pub mod cli; //   the command line: one command per file
