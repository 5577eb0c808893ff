//! What became of a crowd of simulated players.

pub mod text;
