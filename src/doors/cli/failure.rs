//! Why a command could not do its work: one sentence, a hint below it, an exit code.

use crate::base::diagnostic::{Diagnostic, suggest};
use crate::base::text::make_safe;
use crate::play::engine::{ClosedChoice, Misfit};
use crate::play::solver::Unsolved;
use crate::report::map::Unplaced;
use crate::store::{StoreError, shown};
use std::fmt::Write;
use std::io;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum Failure {
    /// A file or folder; the store says which and why.
    #[error(transparent)]
    World(#[from] StoreError),
    /// Something that was done is not on the disk, though everything else went well.
    #[error("what you did is not saved: {}", reason(.0))]
    Unsaved(StoreError),
    /// The content cannot be used.
    #[error("the content has faults")]
    Content(Vec<Diagnostic>),
    #[error(transparent)]
    Closed(ClosedChoice),
    #[error(transparent)]
    Unsolved(#[from] Unsolved),
    #[error(transparent)]
    Unplaced(#[from] Unplaced),
    /// The terminal or the standard input, as `what` says.
    #[error("{what}: {why}")]
    Stream {
        what: &'static str,
        #[source]
        why: io::Error,
        hint: &'static str,
    },
    /// Anything else that was asked for and is not there.
    #[error("{message}")]
    Wrong { message: String, hint: String },
    /// Whoever read our output is gone: nothing to tell, nobody to tell it to.
    #[error("nobody reads the output any more")]
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

    /// What to do next; none where the sentence says it already.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Failure::World(error) | Failure::Unsaved(error) => error.help(),
            Failure::Content(_) => "`doorstep check` shows each in its place".to_owned(),
            Failure::Unsolved(_) => "`doorstep check` shows where it goes wrong".to_owned(),
            Failure::Unplaced(_) => "`--format dot` and `--format mermaid` write maps of any size".to_owned(),
            Failure::Stream { hint, .. } => (*hint).to_owned(),
            Failure::Wrong { hint, .. } => hint.clone(),
            Failure::Closed(_) | Failure::ReaderLeft => String::new(),
        };
        (!hint.is_empty()).then_some(hint)
    }

    /// Everything that standard error is told.
    pub(super) fn report(&self) -> String {
        let mut report = String::new();
        if let Failure::Content(diagnostics) = self {
            report.extend(diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")));
        }
        // Writing to a String cannot fail.
        let _ = writeln!(report, "error: {self}");
        if let Some(hint) = self.hint() {
            let _ = writeln!(report, "  hint: {hint}");
        }
        report
    }
}

/// Where nothing could be kept at all, that was told at the beginning.
fn reason(error: &StoreError) -> String {
    match error {
        StoreError::InMemory { path, why } => format!("could not prepare {} for saving: {why}", shown(path)),
        other => other.to_string(),
    }
}

impl From<Misfit> for Failure {
    fn from(misfit: Misfit) -> Failure {
        Failure::Closed(misfit.closed)
    }
}
