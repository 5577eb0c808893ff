//! The learners whom a command is about: those in the files and folders that were named, or whoever has played here.

use super::context::{Context, OpenedPack};
use super::failure::Failure;
use crate::store::Gathered;
use std::path::PathBuf;

/// Finds them; they are read later, one after the other.
///
/// # Errors
/// When nothing was named and no folder of saves can be found.
pub(super) fn gathered(typed: &[PathBuf], opened: &OpenedPack, context: &Context) -> Result<Gathered, Failure> {
    if typed.is_empty() {
        return Ok(context.find_saves(&opened.content)?.gathered());
    }
    let paths: Vec<(PathBuf, PathBuf)> = typed.iter().map(|path| (path.clone(), context.cwd.join(path))).collect();
    Ok(Gathered::at(&paths))
}
