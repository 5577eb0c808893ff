//! Content out again: a file of a pack replaced by another text of it, for whoever changed no more than that.

use super::content::{Content, inside};
use super::error::{Cause, Remains, StoreError};
use super::read::{read_bytes, text_of};
use super::write::write_whole;
use crate::content::notation::Source;
use std::io::{Error, ErrorKind};
use std::path::Path;

/// What some editors put before a text.
const MARK: char = '\u{FEFF}';

impl Content {
    /// What a file is called in its pack, with slashes: `standard/01_visit.ron`.
    pub fn name_of(&self, source: &Source) -> String {
        let name = source.file.strip_prefix(&self.shown).unwrap_or(&source.file);
        name.trim_start_matches('/').to_owned()
    }

    /// Puts another text in the place of a file, if it still says what was read. A byte order mark stays.
    ///
    /// # Errors
    /// When it says something else by now, cannot be written, or is built in.
    pub fn replace(&self, source: &Source, text: &str) -> Result<(), StoreError> {
        let unwritten = |why: Cause| StoreError::Write { path: (&*source.file).into(), remains: Remains::Old, why };
        let root = self.folder().ok_or_else(|| unwritten(Error::from(ErrorKind::ReadOnlyFilesystem).into()))?;
        let path = inside(root, Path::new(&self.name_of(source))).map_err(unwritten)?;
        let stands = read_bytes(&path).and_then(text_of).map_err(unwritten)?;
        let body = stands.trim_start_matches(MARK);
        if body != &*source.text {
            return Err(unwritten(Cause::Changed));
        }
        let mark = &stands[..stands.len() - body.len()];
        write_whole(&path, &format!("{mark}{text}"))
    }
}
