//! A file that a command writes for its author: a new one, never over anything.

use super::context::Context;
use super::failure::Failure;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;
use crate::store::{StoreError, may_write_new, shown, write_new};
use std::path::Path;

/// Writes a file, named as it was typed in whatever goes wrong.
///
/// # Errors
/// `stood`, when something stands there already; else why it cannot be written.
pub(super) fn write(
    name: &Path,
    text: &str,
    context: &Context,
    stood: impl FnOnce() -> Failure,
) -> Result<(), Failure> {
    told(name, write_new(&context.cwd.join(name), text), stood)
}

/// Looks whether a file could be written, and leaves nothing behind.
///
/// # Errors
/// As [`write`].
pub(super) fn may_be_written(name: &Path, context: &Context, stood: impl FnOnce() -> Failure) -> Result<(), Failure> {
    told(name, may_write_new(&context.cwd.join(name)), stood)
}

fn told(name: &Path, done: Result<(), StoreError>, stood: impl FnOnce() -> Failure) -> Result<(), Failure> {
    match done {
        Err(error) if error.stood_there() => Err(stood()),
        Err(StoreError::Write { why, remains, .. }) => {
            Err(Failure::World(StoreError::Write { path: name.to_owned(), remains, why }))
        }
        done => Ok(done?),
    }
}

/// That a file was there before, with what to do instead.
pub(super) fn stands(name: &Path, hint: impl Into<Bilingual>) -> Failure {
    let message =
        both!("{file} is there already and was left as it is", "{file} 已经有了，没有动它", file = shown(name));
    Failure::wrong(message, hint)
}

/// The same, where another name will do.
pub(super) fn taken(file: &Path) -> Failure {
    stands(file, Phrase::new("give another name", "换个名字"))
}
