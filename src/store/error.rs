//! What can go wrong between the program and the disk, each told in one sentence with what to do next.
//!
//! The sentences are plain text, in both languages; which of them is shown, colour and exit codes are given at the door.

use super::certificate_fault::CertificateFault;
use super::travel_fault::TravelFault;
use crate::base::bilingual::Bilingual;
use crate::base::text::make_safe;
use crate::record::attempt::AttemptId;
use crate::record::profile::NameError;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// Something that could not be done: an error when it stops the caller, a notice when work goes on without it. It says
/// what was tried, on which path, and why it failed; [`StoreError::help`] says what to do.
#[derive(Clone, Debug, Error)]
#[error("{}", self.told().en)]
pub enum StoreError {
    /// A folder without `pack.ron` was named as a pack.
    NoPack { folder: PathBuf },
    /// A folder without any walk was named.
    NoWalk { folder: PathBuf },
    /// A file or folder could not be read; it stays as it is.
    Read {
        path: PathBuf,
        #[source]
        why: Cause,
    },
    /// A file could not be written; `remains` is what stands under its name now.
    Write {
        path: PathBuf,
        remains: Remains,
        #[source]
        why: Cause,
    },
    /// This is no name for a learner.
    Name(#[from] NameError),
    /// Another process has this learner open.
    InUse { name: String, lock: PathBuf, process: Option<u32> },
    /// It is not clear who is meant.
    Learner(LearnerMixup),
    /// Every number for a play is taken, so no new one can be kept.
    NoNumber { folder: PathBuf, highest: AttemptId },
    /// The file system cannot lock; work goes on without.
    NoLock {
        lock: PathBuf,
        #[source]
        why: Cause,
    },
    /// The file was written by a newer program; it stays as it is.
    Newer { path: PathBuf, format: u32 },
    /// A save cannot be understood. It was renamed to `aside`, or stayed in its place if even that failed.
    Damaged {
        path: PathBuf,
        aside: Option<PathBuf>,
        #[source]
        why: Cause,
    },
    /// Something of a journal is not understood; the rest was read.
    Journal { path: PathBuf, fault: JournalFault },
    /// The file of a learner who travels is not as it was written; nothing of it was taken in.
    Travel { path: PathBuf, fault: TravelFault },
    /// A certificate, a key or a list of revoked certificates cannot be relied on.
    Certificate { path: PathBuf, fault: CertificateFault },
    /// The file of a sitting is not what was written, from this line on, counted from 1.
    SittingChanged { path: PathBuf, line: usize },
    /// Nothing can be written for this learner: the session is kept in memory only.
    InMemory {
        path: PathBuf,
        #[source]
        why: Cause,
    },
    /// The system names no folder for a user's files.
    NoHome,
}

/// Why it is not clear which learner is meant.
#[derive(Clone, Debug)]
pub enum LearnerMixup {
    /// Two folders say that they are of one learner: one was opened, the other stays as it is.
    SameName { name: String, opened: PathBuf, other: PathBuf },
    /// Nobody of this name is known.
    Nobody { name: String, known: Vec<String> },
    /// Somebody else has this name already.
    NameTaken { name: String },
    /// One learner was named twice.
    SameLearner { name: String },
}

/// What of a journal is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalFault {
    /// A kill has left half a last line, which was never told to be kept.
    Torn,
    /// These lines, counted from 1, make no sense. A copy of the whole file lies in `aside`, where it could be written.
    Damaged { lines: Vec<usize>, aside: Option<PathBuf> },
    /// A newer version has written so many events that this one does not know; they stay in the file.
    Unknown { events: usize },
}

/// What a write that failed has left under the name of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remains {
    /// No file: there never was one.
    Nothing,
    /// The file as it was.
    Old,
    /// The new text, but perhaps not safe from a power cut yet.
    New,
}

/// The reason behind a [`StoreError`].
#[derive(Clone, Debug, Error)]
#[error("{}", self.told().en)]
pub enum Cause {
    /// The system's own reason; shared, so that a fault can be told in several places.
    Io(#[source] Arc<io::Error>),
    /// A folder, pipe, socket or device where a file belongs.
    NotAFile,
    /// A link, or a file with another name elsewhere, where a file of ours belongs.
    Linked,
    /// A name that looks like that of a play, but no play has such a number.
    NotANumber,
    /// A copy of one of our files, by its name.
    ConflictCopy,
    /// A link that leads out of the pack's folder.
    Leaves,
    /// More bytes than a file may have.
    TooLarge { limit: usize },
    /// One file too many in a pack, or one byte.
    PackTooLarge { files: usize, bytes: usize },
    /// Not UTF-8 from this byte on (0-based); line and column are 1-based, columns count characters.
    NotUtf8 { byte: usize, line: usize, column: usize },
    /// It says something else than what was read before.
    Changed,
    /// It cannot be understood; the words say where and what.
    Notation(Bilingual),
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Cause {
        Cause::Io(Arc::new(error))
    }
}

/// A path as it may be shown: cleaned like any text, on one line.
pub fn shown(path: &Path) -> String {
    make_safe(&path.to_string_lossy()).replace('\n', "\u{FFFD}")
}

impl StoreError {
    /// Whether nothing was written because something stood there already.
    pub fn stood_there(&self) -> bool {
        matches!(self, StoreError::Write { why: Cause::Io(error), .. } if error.kind() == ErrorKind::AlreadyExists)
    }

    /// That this file could not be written, with what stands there now.
    pub(super) fn not_written(path: &Path, why: impl Into<Cause>) -> StoreError {
        let stands = path.symlink_metadata().is_ok_and(|meta| meta.is_file());
        let remains = if stands { Remains::Old } else { Remains::Nothing };
        StoreError::Write { path: path.to_owned(), remains, why: why.into() }
    }

    /// The reason, where there is one beside the fault itself.
    pub fn why(&self) -> Option<&Cause> {
        match self {
            StoreError::Read { why, .. }
            | StoreError::Write { why, .. }
            | StoreError::NoLock { why, .. }
            | StoreError::Damaged { why, .. }
            | StoreError::InMemory { why, .. } => Some(why),
            StoreError::NoPack { .. }
            | StoreError::NoWalk { .. }
            | StoreError::Name(_)
            | StoreError::InUse { .. }
            | StoreError::Learner(_)
            | StoreError::NoNumber { .. }
            | StoreError::Newer { .. }
            | StoreError::Journal { .. }
            | StoreError::SittingChanged { .. }
            | StoreError::Travel { .. }
            | StoreError::Certificate { .. }
            | StoreError::NoHome => None,
        }
    }
}

impl Cause {
    /// Whether there is no such file at all.
    pub(super) fn is_absence(&self) -> bool {
        matches!(self, Cause::Io(error) if error.kind() == ErrorKind::NotFound)
    }

    /// Whether the bytes were read and are wrong, so that reading again will not help.
    pub(super) fn is_damage(&self) -> bool {
        match self {
            Cause::TooLarge { .. } | Cause::NotUtf8 { .. } | Cause::Notation(_) => true,
            Cause::Io(_)
            | Cause::NotAFile
            | Cause::Linked
            | Cause::NotANumber
            | Cause::ConflictCopy
            | Cause::Leaves
            | Cause::Changed
            | Cause::PackTooLarge { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_tells_what_where_why_and_what_next() {
        let path = PathBuf::from("saves/ann/attempts/000001.ron");
        let told = |remains| {
            StoreError::Write { path: path.clone(), remains, why: io::Error::from(ErrorKind::StorageFull).into() }
                .sentence()
                .en
        };
        insta::assert_snapshot!(told(Remains::Old), @"could not write saves/ann/attempts/000001.ron: the disk is full (what it held before is untouched; free some space on this disk)");
        insta::assert_snapshot!(told(Remains::Nothing), @"could not write saves/ann/attempts/000001.ron: the disk is full (free some space on this disk)");
        insta::assert_snapshot!(told(Remains::New), @"could not write saves/ann/attempts/000001.ron: the disk is full (its new text is there, but may not outlast a power cut; free some space on this disk)");
    }

    #[test]
    fn a_hostile_path_is_shown_harmless_and_on_one_line() {
        assert_eq!(shown(Path::new("a\n\u{1b}[2J\u{202e}b")), "a\u{FFFD}\u{FFFD}[2J\u{FFFD}b");
    }
}
