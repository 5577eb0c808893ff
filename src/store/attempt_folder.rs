//! The attempts of one learner as files of a folder: listed, read, and set aside where they are damaged.

use super::attempt_file::{decode, id_of, load_attempt};
use super::conflict_copy::is_conflict_copy;
use super::error::{Cause, StoreError};
use super::index_file::{Index, IndexRow, Stamp};
use super::read::read_text;
use super::save_format::DecodeError;
use super::write::set_aside;
use crate::base::parallel::map;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::summary::{JudgedResult, PlaySummary, PlayedContent};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub(super) fn attempts_folder(folder: &Path) -> PathBuf {
    folder.join("attempts")
}

/// What the disk holds of a learner.
pub(super) struct ReadAttempts {
    pub(super) index: Index,
    /// Whether the folder could be listed, so that the next number is sure to be free.
    pub(super) listed: Result<(), Cause>,
    /// Whether the index is to be written anew.
    pub(super) is_new: bool,
}

/// Reads what is known of every attempt: from the index, and of the files that it does not fit, from these. One that is
/// damaged is set aside and told; it never hides another.
pub(super) fn read_attempts(folder: &Path, notices: &mut Vec<StoreError>) -> ReadAttempts {
    let old = match Index::read(folder) {
        Some(index) if index.fits(&attempts_folder(folder)) => {
            return ReadAttempts { index, listed: Ok(()), is_new: false };
        }
        old => old.unwrap_or_default(),
    };
    let files = match every_file(folder, &mut |path, why| notices.push(StoreError::Read { path, why })) {
        Ok(files) => files,
        Err(error) => return ReadAttempts { index: Index::default(), listed: Err(error.into()), is_new: false },
    };
    let before = notices.len();
    let mut index = Index::default();
    for (id, path) in files {
        // The number of a file that cannot be used, or was set aside, is not given again.
        index.highest = index.highest.max(Some(id));
        if is_attempt(&path) {
            match read_summary(id, &path, &old, read_attempt) {
                Ok(row) => index.add(row),
                Err(error) => notices.push(error),
            }
        }
    }
    // What was told must be told again next time, so it must be met again.
    ReadAttempts { index, listed: Ok(()), is_new: notices.len() == before }
}

/// What is known of an attempt: what the index says, if its file is as it was; else what `read` finds in the file.
fn read_summary(
    id: AttemptId,
    path: &Path,
    old: &Index,
    read: impl Fn(&Path) -> Result<Attempt, StoreError>,
) -> Result<IndexRow, StoreError> {
    let meta = fs::metadata(path).map_err(|error| StoreError::Read { path: path.to_owned(), why: error.into() })?;
    let stamp = Stamp::of(&meta);
    let summary = if let Some(known) = old.known(id, stamp) {
        known.clone()
    } else {
        let own = PlaySummary::of(id, &read(path)?);
        // What it came to by another judgement is still known.
        let judged = old.rows.get(&id).filter(|row| row.summary.content == own.content);
        PlaySummary { result: own.result.or(judged.and_then(|row| row.summary.result.clone())), ..own }
    };
    Ok(IndexRow { stamp: Some(stamp), summary })
}

/// One attempt. If it is damaged it is set aside.
pub(super) fn read_attempt(path: &Path) -> Result<Attempt, StoreError> {
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

/// The plays of somebody who may have them open elsewhere.
#[derive(Clone, Debug, Default)]
pub struct FoundPlays {
    /// With their moves, in the order of their numbers.
    pub plays: Vec<(AttemptId, Attempt)>,
    /// What could not be read.
    pub unread: Vec<StoreError>,
}

/// Every attempt with its moves, in the order of the numbers, and what could not be read. What a play came to that was judged
/// later stands in the index alone, and is with it. Nothing is changed on the disk.
///
/// # Errors
/// When the folder cannot be listed.
pub(super) fn look_at_attempts(folder: &Path) -> io::Result<FoundPlays> {
    let (files, mut notices) = each_attempt(folder)?;
    let mut plays = Vec::with_capacity(files.len());
    let read = map(&files, WORTH_A_THREAD, |own| load_attempt(&own.path).map(|attempt| own.with_result(attempt)));
    for (own, read) in files.iter().zip(read) {
        match read {
            Ok(attempt) => plays.push((own.id, attempt)),
            Err(why) => notices.push(why),
        }
    }
    Ok(FoundPlays { plays, unread: notices })
}

/// An attempt that is still to be read.
pub(super) struct ListedAttempt {
    pub(super) id: AttemptId,
    pub(super) path: PathBuf,
    /// What it came to, where that was judged later and stands in the index alone.
    known: Option<JudgedResult>,
}

impl ListedAttempt {
    /// The attempt that was read, with what it came to.
    pub(super) fn with_result(&self, mut attempt: Attempt) -> Attempt {
        let known = self.known.as_ref().filter(|own| *own.by == PlayedContent::of(&attempt));
        attempt.result = attempt.result.or(known.map(|own| own.result));
        attempt
    }
}

/// Every attempt in the order of the numbers, not read yet, and what looks like one and is none.
///
/// # Errors
/// When the folder cannot be listed.
pub(super) fn each_attempt(folder: &Path) -> io::Result<(Vec<ListedAttempt>, Vec<StoreError>)> {
    let mut notices = Vec::new();
    let mut files = every_file(folder, &mut |path, why| notices.push(StoreError::Read { path, why }))?;
    files.retain(|(_, path)| is_attempt(path));
    files.sort();
    let mut index = Index::read(folder).unwrap_or_default();
    let listed = |(id, path): (AttemptId, PathBuf)| {
        let known = index.rows.remove(&id).and_then(|row| row.summary.result);
        ListedAttempt { id, path, known }
    };
    Ok((files.into_iter().map(listed).collect(), notices))
}

/// What is known of every attempt in the order of the numbers: by the index where its file is what it was, else by the file.
/// Nothing is changed on the disk.
///
/// # Errors
/// When the folder cannot be listed.
pub(super) fn look_at_summaries(folder: &Path, notices: &mut Vec<StoreError>) -> io::Result<Vec<PlaySummary>> {
    let mut files = every_file(folder, &mut |path, why| notices.push(StoreError::Read { path, why }))?;
    files.retain(|(_, path)| is_attempt(path));
    files.sort();
    let old = Index::read(folder).unwrap_or_default();
    let mut plays = Vec::with_capacity(files.len());
    for (id, path) in files {
        match read_summary(id, &path, &old, load_attempt) {
            Ok(row) => plays.push(row.summary),
            Err(error) => notices.push(error),
        }
    }
    Ok(plays)
}

/// From how many files on they are read by two threads.
const WORTH_A_THREAD: usize = 200;

/// The attempts of a learner's folder by number, in no order.
pub(super) fn attempt_files(folder: &Path) -> io::Result<Vec<(AttemptId, PathBuf)>> {
    let mut files = every_file(folder, &mut |_, _| {})?;
    files.retain(|(_, path)| is_attempt(path));
    Ok(files)
}

fn looks_like_an_attempt(name: &str) -> bool {
    name.strip_suffix(".ron").is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

fn is_attempt(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ron")
}

/// The copies of our files that stand beside `learner.ron`.
pub(super) fn copies_beside(folder: &Path) -> Vec<StoreError> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let copies = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_conflict_copy));
    copies.map(|copy| StoreError::Read { path: copy.path(), why: Cause::ConflictCopy }).collect()
}

/// Everything whose name has a number: attempts, and those that were set aside. `strange` is told what looks like an
/// attempt, but no play has such a number, and what is a copy of one.
pub(super) fn every_file(
    folder: &Path,
    strange: &mut dyn FnMut(PathBuf, Cause),
) -> io::Result<Vec<(AttemptId, PathBuf)>> {
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
            _ if is_conflict_copy(name) => strange(entry.path(), Cause::ConflictCopy),
            Some(id) => files.push((id, entry.path())),
            None if looks_like_an_attempt(name) => strange(entry.path(), Cause::NotANumber),
            None => {}
        }
    }
    Ok(files)
}
