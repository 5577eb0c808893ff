//! doorstep (登门): a trainer for people who ring at customers' doors.
//!
//! **The law:** a room may name only rooms that stand above it here. Reading order is dependency order, and
//! `tests/house.rs` keeps it.

#![warn(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types)] // the water line: clippy.toml

pub mod text; //       words in several languages, safe to show
pub mod chance; //     the only dice: a seed and named draws
pub mod bits; //       many small facts in a few machine words
pub mod finding; //    a fault in content: code, place, message, what to do
pub mod notation; //   how content is written, and the way from a fault back to its line
pub mod standard; //   the service standard: sections, clauses, requirements
pub mod scenario; //   a scenario as typed, and proven
pub mod engine; //     what happens: states, steps, events, a session
pub mod scoring; //    a play judged: ledger, order, score
pub mod solver; //     every state: best, best line, every outcome of the dice
pub mod check; //      the author's bench: every path played, every fault with a witness
pub mod debrief; //    a play reviewed: every move with its label, what it lost and what was better
pub mod coverage; //   what the scenarios touch of the standard, and what plays reach of them
pub mod graph; //      a scenario as a map: scenes, the ways between them, what play reaches
pub mod change; //     what a change of a scenario means to a learner
pub mod preview; //    a scenario while it is being written: the last version that plays, and where its author stands
pub mod words; //      the words of the interface, by language
pub mod show; //       a play in words, for every door
pub mod walk; //       a play written down as text, with what is expected on the way
pub mod report; //     told on paper: a value in, a document out

// ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ water line ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

pub mod store; //      content in, saves in and out, whole or not at all
pub mod tui; //        everything a learner sees in a terminal
pub mod plain; //      the same play as lines of text
pub mod cli; //        the command line: one command per file
