//! What happens in a visit, what it is worth, and everything that could have happened.

#![warn(missing_docs)]

pub mod engine; //  what happens: states, steps, events, a session
pub mod scoring; // a play judged: ledger, order, score
pub mod solver; //  every state: best, best line, every outcome of the dice
pub mod hearing; // what is said, held against the words that are prescribed
pub mod asking; //  a question put step by step, and marked
pub mod hint; //    what a hint points at
pub mod parting; // what a move gave up, row by row
pub mod debrief; // a play reviewed: every move with its label, what it lost and what was better
