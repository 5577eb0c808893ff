//! What could happen: a scenario is a finite game against chance, so it is solved, not estimated.

mod live;
mod outcomes;
mod search;
mod table;

pub use outcomes::{every_outcome, seed_like};
pub use search::{Solution, Solver, Unsolved};
