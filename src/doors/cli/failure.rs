//! Why a command could not do its work: one sentence, a hint below, exit code 2.

use crate::base::diagnostic::{Diagnostic, suggest};
use crate::base::text::make_safe;
use crate::play::engine::{ClosedChoice, Misfit};
use crate::play::solver::Unsolved;
use crate::store::StoreError;
use std::fmt;

#[derive(Debug)]
pub enum Failure {
    /// A file or folder; the store says which and why.
    World(StoreError),
    /// The content cannot be used.
    Content(Vec<Diagnostic>),
    Closed(ClosedChoice),
    Unsolved(Unsolved),
    /// Anything else that was asked for and is not there.
    Wrong {
        message: String,
        hint: String,
    },
    /// Whoever read our output is gone: nothing to tell, nobody to tell it to.
    ReaderLeft,
}

impl Failure {
    pub fn wrong(message: impl Into<String>, hint: impl Into<String>) -> Failure {
        Failure::Wrong { message: make_safe(&message.into()), hint: make_safe(&hint.into()) }
    }

    pub fn no_scenario<'k>(id: &str, known: impl Iterator<Item = &'k str> + Clone) -> Failure {
        let near = suggest(id, known.clone()).map(|near| format!("did you mean \"{near}\"?"));
        let list = || format!("there are: {}", known.collect::<Vec<_>>().join(", "));
        Failure::wrong(format!("there is no scenario \"{id}\""), near.unwrap_or_else(list))
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        Failure::World(error)
    }
}

impl From<Misfit> for Failure {
    fn from(misfit: Misfit) -> Failure {
        Failure::Closed(misfit.closed)
    }
}

impl From<Unsolved> for Failure {
    fn from(unsolved: Unsolved) -> Failure {
        Failure::Unsolved(unsolved)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::World(error) => write!(f, "error: {}\n  hint: {}", error, error.help()),
            Failure::Content(diagnostics) => {
                diagnostics.iter().try_for_each(|diagnostic| writeln!(f, "{diagnostic}"))?;
                write!(f, "error: the content has faults\n  hint: `doorstep check` shows each in its place")
            }
            Failure::Closed(closed) => write!(f, "error: {closed}"),
            Failure::Unsolved(unsolved) => {
                write!(f, "error: {unsolved}\n  hint: `doorstep check` shows where it goes wrong")
            }
            Failure::Wrong { message, hint } if hint.is_empty() => write!(f, "error: {message}"),
            Failure::Wrong { message, hint } => write!(f, "error: {message}\n  hint: {hint}"),
            Failure::ReaderLeft => Ok(()),
        }
    }
}

impl std::error::Error for Failure {}
