//! What could happen: a scenario is a finite game against chance, so it is solved, not estimated.

mod branches;
mod explore;
mod graph;
mod judge;
mod length;
mod liveness;
mod outcomes;
mod state_store;
mod search;
mod simulate;
mod denominator;
mod value;

pub use explore::{Exploration, StateIndex, Visitor, explore};
pub use judge::{Judged, RelativeValue, Values, Weighed};
pub use length::lengths;
pub use liveness::FactReaders;
pub use outcomes::{every_outcome, seed_like};
pub use search::{Solution, Solver, Unsolved};
pub use simulate::{Crowd, Policy, Simulator, WRONG, WrongTurn};
