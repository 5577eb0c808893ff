//! Playscripts: plays that an author writes down as plain text, with what is expected on the way, and plays again whenever
//! the scenario changes. It reads no disk: a [`Source`](crate::content::notation::Source) is handed in.
//!
//! text → [`Script`] (as typed) → [`Playscript`] (validated against a pack) → [`Outcome`] (played, with everything that
//! went otherwise than it says).

#![expect(clippy::result_large_err, reason = "a script ends at its first mismatch: one is made for a whole file")]

mod token;
mod mismatch;
mod mismatches;
mod script;
mod read;
mod playable;
mod view;
mod unknown;
mod dice;
mod validate;
mod open;
mod unmet;
mod moment;
mod comparison;
mod deferred;
mod expect;
mod judge;
mod run;

pub use mismatch::{Mismatch, MismatchKind};
pub use open::open;
pub use playable::Playscript;
pub use read::read;
pub use run::{Outcome, run};
pub use script::{ChoiceRef, DiceSpec, Expectation, Instruction, Script, ScriptStep, TypedStep};
pub use token::{Word, WordKind};
pub use validate::validate;
