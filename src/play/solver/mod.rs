//! What could happen: a scenario is a finite game against chance, so it is solved, not estimated.

mod branches;
mod explore;
mod graph;
mod judge;
mod length;
mod live;
mod outcomes;
mod rows;
mod search;
mod simulate;
mod unit;
mod value;

pub use explore::{Here, Visitor, Walk, explore};
pub use judge::{Judged, Value, Values, Weighed};
pub use length::lengths;
pub use live::Reader;
pub use outcomes::{every_outcome, seed_like};
pub use search::{Solution, Solver, Unsolved};
pub use simulate::{Crowd, Policy, Simulator, WRONG, WrongTurn};
