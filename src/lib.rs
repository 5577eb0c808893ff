//! doorstep (登门): a trainer for people who ring at customers' doors.
//!
//! **The law:** a wing may name only wings that stand above it here; a room only rooms that stand above it in its wing's
//! `mod.rs`. The files of a room form no circle. Nothing above the water line can reach the world. Reading order is
//! dependency order, and `tests/it/house/` keeps it.

#![warn(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types)] // the water line: clippy.toml

pub mod base; //     words that are safe to show, dice, packed facts, faults
pub mod content; //  the standard and the scenarios, as typed and as valid
pub mod play; //     what happens, what it is worth, and what could have happened
pub mod record; //   what a learner leaves, as plain values
pub mod speech; //   the words of the interface, and a play in words
pub mod author; //   the author's bench
pub mod learn; //    what is remembered, what is due, what today is for
pub mod exam; //     a paper, a sitting of it, and what it comes to
pub mod trainer; //  the rules of a running play, free of any screen
pub mod report; //   told on paper: a value in, a document out

// ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ water line ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

pub mod store; //    content in, saves in and out, whole or not at all
pub mod doors; //    a terminal, lines of text, the command line
