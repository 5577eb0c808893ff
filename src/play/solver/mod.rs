//! What could happen: a scenario is a finite game against chance, so it is solved, not estimated.

mod unsolved;
mod branches;
mod outcomes;
mod denominator;
mod small;
mod halves;
mod packing;
mod row_index;
mod state_store;
mod reads;
mod liveness;
mod explore;
mod length;
mod prepared;
mod graph;
mod post_order;
mod best_points;
mod best_lines;
mod search;
mod value;
mod judge;
mod foresight;
mod crowd;
mod habit;
mod simulate;

pub use crowd::{Crowd, WRONG, WrongTurn};
pub use explore::{Exploration, StateIndex, Visitor, explore};
pub use habit::Policy;
pub use judge::{Judged, Values, Weighed};
pub use length::lengths;
pub use outcomes::{every_outcome, seed_like};
pub use prepared::Solver;
pub use reads::FactReaders;
pub use search::Solution;
pub use simulate::Simulator;
pub use unsolved::Unsolved;
