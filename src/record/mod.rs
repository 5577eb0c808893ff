//! What a learner leaves behind, as plain values, and what follows from them. It knows no disk.

#![warn(missing_docs)]

pub mod moment; //  moments as records keep them
pub mod profile; // who a learner is
pub mod play_result; // what a play came to
pub mod attempt; // one play: a seed and moves
pub mod same_play; // one play on two machines
pub mod summary; // what is known of a play without its moves
pub mod history; // all plays of one learner
pub mod circumstances; // what a result is to be read with
pub mod play_origin; // whose play it is, and how it was played
pub mod day; //     days as learning counts them
pub mod trusted_days; // which days are to be believed
pub mod journal; // what happened to what a learner knows
pub mod travel; //  what came of a learner who went from one machine to another
pub mod sitting; // an exam being sat: what was put and what was answered
pub mod certificate; // who passed which exam, and who says so
