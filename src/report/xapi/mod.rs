//! Plays, sittings and answers as statements of xAPI 1.0.3, for a learning record store. Whoever is meant is an account with a
//! homepage that the user gives, never a mailbox. Every id follows from what it names, so that what goes out twice is the same
//! statement.

mod vocabulary;
mod statement;
mod interaction;
mod answers;
mod plays;
mod sittings;

pub use plays::of_play;
pub use sittings::of_sitting;
pub use statement::{Statement, XapiHome};
pub use vocabulary::vocabulary;
