//! What happens: a state, the choices that are open in it, and the step that a choice makes.
//!
//! Pure and deterministic. The dice come in from outside, so that a play, a replay, a rewind and the solver share one
//! [`advance`]. The engine returns events; it never calls back.

mod advance;
mod destinations;
mod event;
mod replay;
mod session;
mod state;
mod tell;

pub use advance::{Move, advance, mood_after};
pub use destinations::destinations;
pub use event::{Event, RequirementEvent};
pub use replay::{Misfit, RecordedMove, Replay};
pub use session::{Closed, ClosedChoice, Session, Turn};
pub use state::{Node, Open, State};
pub use tell::{opening_lines, step};
