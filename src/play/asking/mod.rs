//! A question put to somebody: what is asked, step by step, what can be answered, and what the answers come to.
//!
//! Every kind of question is a row of steps, each answered by choosing from a list; so a door knows one thing, how to
//! show a list. The order of a list is drawn from the seed, and says nothing.

mod choices;
mod marking;
mod marks;
mod asked;

pub use asked::{Asked, ReplyError};
pub use choices::{Choices, Offered, Step};
pub use marking::{Found, MarkedAnswer, Marking};
