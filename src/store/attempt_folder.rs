//! The attempts of one learner as files of a folder: listed, read, and set aside where they are damaged.

use super::attempt_file::{decode, id_of};
use super::error::{Cause, StoreError};
use super::read::read_text;
use super::save_format::DecodeError;
use super::write::set_aside;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::history::History;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) fn attempts_folder(folder: &Path) -> PathBuf {
    folder.join("attempts")
}

/// What the disk holds of a learner.
pub(super) struct ReadAttempts {
    pub(super) history: History,
    /// Whether the folder could be listed, so that the next number is sure to be free.
    pub(super) listed: Result<(), Cause>,
}

/// Reads every attempt. One that is damaged is set aside and told; it never hides another.
pub(super) fn read_attempts(folder: &Path, notices: &mut Vec<StoreError>) -> ReadAttempts {
    let files = match every_file(folder, &mut |path| {
        notices.push(StoreError::Read { path, why: Cause::NotANumber });
    }) {
        Ok(files) => files,
        Err(error) => return ReadAttempts { history: History::default(), listed: Err(error.into()) },
    };
    let (mut attempts, mut highest) = (BTreeMap::new(), None);
    for (id, path) in files {
        // The number of a file that cannot be used, or was set aside, is not given again.
        highest = highest.max(Some(id));
        if !is_attempt(&path) {
            continue;
        }
        match read_attempt(&path) {
            Ok(attempt) => {
                attempts.insert(id, Arc::new(attempt));
            }
            Err(error) => notices.push(error),
        }
    }
    ReadAttempts { history: History::new(attempts, highest), listed: Ok(()) }
}

fn read_attempt(path: &Path) -> Result<Attempt, StoreError> {
    let why = match read_text(path) {
        Ok(text) => match decode(&text) {
            Ok(attempt) => return Ok(attempt),
            Err(DecodeError::Newer(format)) => return Err(StoreError::Newer { path: path.to_owned(), format }),
            Err(DecodeError::Damaged(words)) => Cause::Notation(words),
        },
        Err(why) if why.is_damage() => why,
        // The disk may give it another time: it is not called damaged.
        Err(why) => return Err(StoreError::Read { path: path.to_owned(), why }),
    };
    Err(StoreError::Damaged { path: path.to_owned(), aside: set_aside(path).ok(), why })
}

/// The attempts of a learner's folder by number, in no order.
pub(super) fn attempt_files(folder: &Path) -> io::Result<Vec<(AttemptId, PathBuf)>> {
    let mut files = every_file(folder, &mut |_| {})?;
    files.retain(|(_, path)| is_attempt(path));
    Ok(files)
}

fn looks_like_an_attempt(name: &str) -> bool {
    name.strip_suffix(".ron").is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

fn is_attempt(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ron")
}

/// Everything whose name has a number: attempts, and those that were set aside. `strange` is told what looks like an
/// attempt, but no play has such a number.
fn every_file(folder: &Path, strange: &mut dyn FnMut(PathBuf)) -> io::Result<Vec<(AttemptId, PathBuf)>> {
    let entries = match fs::read_dir(attempts_folder(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().unwrap_or_default();
        match id_of(name) {
            Some(id) => files.push((id, entry.path())),
            None if looks_like_an_attempt(name) => strange(entry.path()),
            None => {}
        }
    }
    Ok(files)
}
