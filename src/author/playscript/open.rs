//! The whole way of a script from its text to what can be played.

use super::mismatch::Mismatch;
use super::playable::Playscript;
use super::read::read;
use super::validate::validate;
use crate::content::notation::Source;
use crate::content::scenario::Pack;

/// Reads a script and validates it against what a folder holds.
///
/// # Errors
/// Every line that cannot be read; or, where all can, every name that the folder does not have.
pub fn open(source: &Source, pack: &Pack) -> Result<Playscript, Vec<Mismatch>> {
    validate(&read(source)?, pack)
}
