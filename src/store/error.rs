//! What can go wrong between the program and the disk, each told in one sentence with what to do next.
//!
//! The sentences are English and plain text; colour and exit codes are given at the door.

use crate::base::text::make_safe;
use crate::record::attempt::AttemptId;
use crate::record::profile::NameError;
use std::borrow::Cow;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// Something that could not be done: an error when it stops the caller, a notice when work goes on without it. It says
/// what was tried, on which path, and why it failed; [`StoreError::help`] says what to do.
#[derive(Clone, Debug, Error)]
pub enum StoreError {
    /// A folder without `pack.ron` was named as a pack.
    #[error("looked for scenarios in {}, but it holds no pack.ron", shown(.folder))]
    NoPack { folder: PathBuf },
    /// A folder without any walk was named.
    #[error("could not find any walk in {}", shown(.folder))]
    NoWalk { folder: PathBuf },
    /// A file or folder could not be read; it stays as it is.
    #[error("could not read {}: {why}", shown(.path))]
    Read {
        path: PathBuf,
        #[source]
        why: Cause,
    },
    /// A file could not be written; `remains` is what stands under its name now.
    #[error("could not write {}: {why}", shown(.path))]
    Write {
        path: PathBuf,
        remains: Remains,
        #[source]
        why: Cause,
    },
    /// This is no name for a learner.
    #[error(transparent)]
    Name(#[from] NameError),
    /// Another process has this learner open.
    #[error("could not open the saves of \"{name}\": {} has them open and holds {}", holder(*.process), shown(.lock))]
    InUse { name: String, lock: PathBuf, process: Option<u32> },
    /// Two folders say that they are of one learner: one was opened, the other stays as it is.
    #[error("found \"{name}\" in two folders: {} was opened, {} was left as it is", last_part(.opened), last_part(.other))]
    SameName { name: String, opened: PathBuf, other: PathBuf },
    /// Nobody of this name is known.
    #[error("there is no learner \"{name}\"")]
    NoLearner { name: String, known: Vec<String> },
    /// Somebody else has this name already.
    #[error("could not rename: \"{name}\" is another learner")]
    NameTaken { name: String },
    /// One learner was named twice.
    #[error("could not merge \"{name}\" with itself")]
    SameLearner { name: String },
    /// Every number for a play is taken, so no new one can be kept.
    #[error("could not begin a play: the highest number there is, {highest}, is taken in {}", shown(.folder))]
    NoNumber { folder: PathBuf, highest: AttemptId },
    /// The file system cannot lock; work goes on without.
    #[error("could not lock {}: {why}", shown(.lock))]
    NoLock {
        lock: PathBuf,
        #[source]
        why: Cause,
    },
    /// The file was written by a newer program; it stays as it is.
    #[error("did not read {}: it is written in format {format}, newer than this program", shown(.path))]
    Newer { path: PathBuf, format: u32 },
    /// A save cannot be understood. It was renamed to `aside`, or stayed in its place if even that failed.
    #[error("could not read {}: {why}{}", shown(.path), set_aside_as(.aside.as_deref()))]
    Damaged {
        path: PathBuf,
        aside: Option<PathBuf>,
        #[source]
        why: Cause,
    },
    /// Nothing can be written for this learner: the session is kept in memory only.
    #[error("could not prepare {} for saving: {why}; this session is kept in memory only", shown(.path))]
    InMemory {
        path: PathBuf,
        #[source]
        why: Cause,
    },
    /// The system names no folder for a user's files.
    #[error("could not find a folder for saves: the system names no home folder")]
    NoHome,
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
pub enum Cause {
    /// The system's own reason; shared, so that a fault can be told in several places.
    #[error("{}", reason(.0))]
    Io(#[source] Arc<io::Error>),
    /// A folder, pipe, socket or device where a file belongs.
    #[error("it is no ordinary file")]
    NotAFile,
    /// A link, or a file with another name elsewhere, where a file of ours belongs.
    #[error("it is a link, or has another name elsewhere")]
    Linked,
    /// A name that looks like that of a play, but no play has such a number.
    #[error("its name is not the number of a play")]
    NotANumber,
    /// A copy of one of our files, by its name.
    #[error("by its name it is a copy that a synchroniser or a hand has made")]
    ConflictCopy,
    /// A link that leads out of the pack's folder.
    #[error("it is a link that leads out of the folder")]
    Leaves,
    /// More bytes than a file may have.
    #[error("it is too large; at most {limit} bytes are read")]
    TooLarge { limit: usize },
    /// One file too many in a pack, or one byte.
    #[error("the folder holds too much; at most {files} files and {bytes} bytes are read")]
    PackTooLarge { files: usize, bytes: usize },
    /// Not UTF-8 from this byte on (0-based); line and column are 1-based, columns count characters.
    #[error("it is not UTF-8 at byte {byte}, on line {line}")]
    NotUtf8 { byte: usize, line: usize, column: usize },
    /// It cannot be understood; the words say where and what.
    #[error("{0}")]
    Notation(String),
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

fn holder(process: Option<u32>) -> String {
    process.map_or("another doorstep".to_owned(), |id| format!("another doorstep (process {id})"))
}

fn set_aside_as(aside: Option<&Path>) -> String {
    aside.map(|aside| format!("; it was set aside as {}", last_part(aside))).unwrap_or_default()
}

/// The system's reason in words that say what is there, where it is one of the usual ones.
fn reason(error: &io::Error) -> Cow<'static, str> {
    match error.kind() {
        ErrorKind::NotFound => "it does not exist".into(),
        ErrorKind::PermissionDenied => "there is no permission".into(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".into(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full".into(),
        ErrorKind::NotADirectory => "a part of its path is no folder".into(),
        ErrorKind::AlreadyExists => "something else stands in its place".into(),
        ErrorKind::IsADirectory => "a folder stands in its place".into(),
        _ => make_safe(&error.to_string()).into(),
    }
}

impl StoreError {
    /// That this file could not be written, with what stands there now.
    pub(super) fn not_written(path: &Path, why: impl Into<Cause>) -> StoreError {
        let stands = path.symlink_metadata().is_ok_and(|meta| meta.is_file());
        let remains = if stands { Remains::Old } else { Remains::Nothing };
        StoreError::Write { path: path.to_owned(), remains, why: why.into() }
    }

    /// What happened and what to do, in one line.
    pub fn sentence(&self) -> String {
        format!("{self} ({})", self.help())
    }

    /// What to do next, as one sentence.
    pub fn help(&self) -> String {
        match self {
            StoreError::NoPack { .. } => {
                "name the folder that holds pack.ron, or leave it out to use the built-in scenarios".to_owned()
            }
            StoreError::NoWalk { .. } => "walks are files whose names end in .walk".to_owned(),
            StoreError::Read { why, .. } => why.help().to_owned(),
            StoreError::Write { why, remains, .. } => match remains {
                Remains::Nothing => why.help().to_owned(),
                Remains::Old => format!("what it held before is untouched; {}", why.help()),
                Remains::New => format!("its new text is there, but may not outlast a power cut; {}", why.help()),
            },
            StoreError::Name(_) => "type a name of 1 to 64 letters".to_owned(),
            StoreError::InUse { .. } => "close the other one, or choose another name".to_owned(),
            StoreError::SameName { .. } => {
                "move one of them away, or give it another name in its learner.ron".to_owned()
            }
            StoreError::NoLearner { known, .. } if known.is_empty() => "nobody has played here yet".to_owned(),
            StoreError::NoLearner { known, .. } => format!("there are: {}", known.join(", ")),
            StoreError::NameTaken { .. } => "take another name, or merge the two learners".to_owned(),
            StoreError::SameLearner { .. } => "name two different learners".to_owned(),
            StoreError::NoNumber { highest, .. } => format!("move {highest}.ron away, then start again"),
            StoreError::NoLock { .. } => {
                "open this learner in one place at a time, or keep saves on a local disk".to_owned()
            }
            StoreError::Newer { .. } => "update doorstep; the file was left as it is".to_owned(),
            StoreError::Damaged { aside: Some(_), .. } => {
                "everything else was read; keep the file if you want somebody to look at it".to_owned()
            }
            StoreError::Damaged { aside: None, .. } => "everything else was read; rename it or move it away".to_owned(),
            StoreError::InMemory { why, .. } => format!("to keep what you do, {}, then start again", why.help()),
            StoreError::NoHome => "give a folder with --saves FOLDER".to_owned(),
        }
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
            | StoreError::SameName { .. }
            | StoreError::NoLearner { .. }
            | StoreError::NameTaken { .. }
            | StoreError::SameLearner { .. }
            | StoreError::NoNumber { .. }
            | StoreError::Newer { .. }
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
            | Cause::PackTooLarge { .. } => false,
        }
    }

    /// What to do against it, as half a sentence.
    pub fn help(&self) -> &'static str {
        match self {
            Cause::Io(error) => match error.kind() {
                ErrorKind::NotFound => "check the name and the folder",
                ErrorKind::PermissionDenied => "ask for permission to this folder, or choose another one",
                ErrorKind::ReadOnlyFilesystem => "choose a folder on a disk that can be written",
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "free some space on this disk",
                ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
                    "move away the file that stands where a folder belongs"
                }
                ErrorKind::IsADirectory => "move away the folder that stands where a file belongs",
                _ => "check the disk, or choose another folder",
            },
            Cause::NotAFile => "put an ordinary file in its place",
            Cause::Linked => "move it away",
            Cause::NotANumber => "rename it, or move it away",
            Cause::ConflictCopy => {
                "compare it with the file beside it, keep the one you want under the plain name, and move the other away"
            }
            Cause::Leaves => "copy the file into the folder instead of linking to it",
            Cause::TooLarge { .. } => "split it: a scenario can call fragments",
            Cause::PackTooLarge { .. } => "move some scenarios to a folder of their own",
            Cause::NotUtf8 { .. } => "open it in an editor and save it as UTF-8",
            Cause::Notation(_) => "compare it with an undamaged file",
        }
    }
}

fn last_part(path: &Path) -> String {
    path.file_name().map_or_else(|| shown(path), |name| shown(Path::new(name)))
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
