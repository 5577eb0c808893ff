//! What can go wrong between the program and the disk, each told in one sentence with what to do next.
//!
//! The sentences are English and plain text; colour and exit codes are given at the door.

use super::name::NameFault;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Something that could not be done: an error when it stops the caller, a notice when work goes on without it.
#[derive(Clone, Debug)]
pub enum StoreError {
    /// A folder without `pack.ron` was named as a pack.
    NoPack { folder: PathBuf },
    /// A folder without any walk was named.
    NoWalk { folder: PathBuf },
    /// A file or folder could not be read; it stays as it is.
    Read { path: PathBuf, why: Cause },
    /// A file could not be written; what it held before is untouched.
    Write { path: PathBuf, why: Cause },
    /// This is no name for a learner.
    Name(NameFault),
    /// Another process has this learner open.
    InUse { name: String, lock: PathBuf, process: Option<u32> },
    /// The file system cannot lock; work goes on without.
    NoLock { lock: PathBuf, why: Cause },
    /// The file was written by a newer program; it stays as it is.
    Newer { path: PathBuf, format: u32 },
    /// A save cannot be understood. It was renamed to `aside`, or stayed in its place if even that failed.
    Damaged { path: PathBuf, aside: Option<PathBuf>, why: Cause },
    /// Nothing can be written for this learner: the session is kept in memory only.
    InMemory { path: PathBuf, why: Cause },
    /// The system names no folder for a user's files.
    NoHome,
}

/// The reason behind a [`StoreError`].
#[derive(Clone, Debug)]
pub enum Cause {
    /// The system's own reason; shared, so that a fault can be told in several places.
    Io(Arc<io::Error>),
    /// A folder, pipe, socket or device where a file belongs.
    NotAFile,
    /// A link that leads out of the pack's folder.
    Leaves,
    /// More bytes than a file may have.
    TooLarge { limit: usize },
    /// One file too many in a pack, or one byte.
    PackTooLarge { files: usize, bytes: usize },
    /// Not UTF-8 from this byte on (0-based); line and column are 1-based, columns count characters.
    NotUtf8 { byte: usize, line: usize, column: usize },
    /// It cannot be understood; the words say where and what.
    Notation(String),
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Cause {
        Cause::Io(Arc::new(error))
    }
}

/// A path as it may be shown: cleaned like any text, on one line.
pub fn shown(path: &Path) -> String {
    crate::base::text::make_safe(&path.to_string_lossy()).replace('\n', "\u{FFFD}")
}

impl StoreError {
    /// What was tried, on which path, and why it failed.
    pub fn message(&self) -> String {
        match self {
            StoreError::NoPack { folder } => {
                format!("looked for scenarios in {}, but it holds no pack.ron", shown(folder))
            }
            StoreError::NoWalk { folder } => format!("could not find any walk in {}", shown(folder)),
            StoreError::Read { path, why } => format!("could not read {}: {why}", shown(path)),
            StoreError::Write { path, why } => format!("could not write {}: {why}", shown(path)),
            StoreError::Name(error) => error.to_string(),
            StoreError::InUse { name, lock, process } => {
                let who =
                    process.map_or("another doorstep".to_owned(), |id| format!("another doorstep (process {id})"));
                format!("could not open the saves of \"{name}\": {who} has them open and holds {}", shown(lock))
            }
            StoreError::NoLock { lock, why } => format!("could not lock {}: {why}", shown(lock)),
            StoreError::Newer { path, format } => {
                format!("did not read {}: it is written in format {format}, newer than this program", shown(path))
            }
            StoreError::Damaged { path, aside: Some(aside), why } => {
                format!("could not read {}: {why}; it was set aside as {}", shown(path), last_part(aside))
            }
            StoreError::Damaged { path, aside: None, why } => format!("could not read {}: {why}", shown(path)),
            StoreError::InMemory { path, why } => {
                format!("could not prepare {} for saving: {why}; this session is kept in memory only", shown(path))
            }
            StoreError::NoHome => "could not find a folder for saves: the system names no home folder".to_owned(),
        }
    }

    /// What to do next, as one sentence.
    pub fn help(&self) -> String {
        match self {
            StoreError::NoPack { .. } => {
                "name the folder that holds pack.ron, or leave it out to use the built-in scenarios".to_owned()
            }
            StoreError::NoWalk { .. } => "walks are files whose names end in .walk".to_owned(),
            StoreError::Read { why, .. } => why.help().to_owned(),
            StoreError::Write { why, .. } => format!("what it held before is untouched; {}", why.help()),
            StoreError::Name(_) => "type a name of 1 to 64 letters".to_owned(),
            StoreError::InUse { .. } => "close the other one, or choose another name".to_owned(),
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
            | StoreError::Newer { .. }
            | StoreError::NoHome => None,
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message(), self.help())
    }
}

impl std::error::Error for StoreError {}

impl Cause {
    /// Whether there is no such file at all.
    pub(super) fn is_absence(&self) -> bool {
        matches!(self, Cause::Io(error) if error.kind() == ErrorKind::NotFound)
    }

    /// Whether the bytes were read and are wrong, so that reading again will not help.
    pub(super) fn is_damage(&self) -> bool {
        match self {
            Cause::TooLarge { .. } | Cause::NotUtf8 { .. } | Cause::Notation(_) => true,
            Cause::Io(_) | Cause::NotAFile | Cause::Leaves | Cause::PackTooLarge { .. } => false,
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
            Cause::Leaves => "copy the file into the folder instead of linking to it",
            Cause::TooLarge { .. } => "split it: a scenario can call fragments",
            Cause::PackTooLarge { .. } => "move some scenarios to a folder of their own",
            Cause::NotUtf8 { .. } => "open it in an editor and save it as UTF-8",
            Cause::Notation(_) => "compare it with an undamaged file",
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cause::Io(error) => match error.kind() {
                ErrorKind::NotFound => f.write_str("it does not exist"),
                ErrorKind::PermissionDenied => f.write_str("there is no permission"),
                ErrorKind::ReadOnlyFilesystem => f.write_str("the disk is read-only"),
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => f.write_str("the disk is full"),
                ErrorKind::NotADirectory => f.write_str("a part of its path is no folder"),
                ErrorKind::AlreadyExists => f.write_str("something else stands in its place"),
                ErrorKind::IsADirectory => f.write_str("a folder stands in its place"),
                _ => f.write_str(&crate::base::text::make_safe(&error.to_string())),
            },
            Cause::NotAFile => f.write_str("it is no ordinary file"),
            Cause::Leaves => f.write_str("it is a link that leads out of the folder"),
            Cause::TooLarge { limit } => write!(f, "it is too large; at most {limit} bytes are read"),
            Cause::PackTooLarge { files, bytes } => {
                write!(f, "the folder holds too much; at most {files} files and {bytes} bytes are read")
            }
            Cause::NotUtf8 { byte, line, .. } => write!(f, "it is not UTF-8 at byte {byte}, on line {line}"),
            Cause::Notation(words) => f.write_str(words),
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
        let error = StoreError::Write { path, why: io::Error::from(ErrorKind::StorageFull).into() };
        insta::assert_snapshot!(error.to_string(), @"could not write saves/ann/attempts/000001.ron: the disk is full (what it held before is untouched; free some space on this disk)");
    }

    #[test]
    fn a_hostile_path_is_shown_harmless_and_on_one_line() {
        assert_eq!(shown(Path::new("a\n\u{1b}[2J\u{202e}b")), "a\u{FFFD}\u{FFFD}[2J\u{FFFD}b");
    }
}
