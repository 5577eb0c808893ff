//! The lock of a learner: a file of its own, as `learner.ron` is replaced when it is written. The system lets go of it when
//! a process dies, however it dies.

use super::error::Cause;
use super::own_file::open_own;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

/// Why there is no lock.
#[derive(Debug)]
pub(super) enum Unlocked {
    /// Another process holds it: this one, if it says so.
    Held(Option<u32>),
    /// The file cannot be used as a lock.
    Unusable(Cause),
    /// The file system cannot lock.
    Unknown(Cause),
}

/// The lock in a learner's folder.
pub(super) fn lock_path(folder: &Path) -> PathBuf {
    folder.join("learner.lock")
}

/// Locks the file of this name, and makes it where there is none. What it holds is never cut off: the number of this
/// process is written over an older one alone.
pub(super) fn lock(path: &Path) -> Result<File, Unlocked> {
    let mut options = OpenOptions::new();
    let options = options.read(true).write(true).create(true).truncate(false);
    let mut file = open_own(path, options).map_err(Unlocked::Unusable)?;
    match file.try_lock() {
        Ok(()) => {
            sign(&mut file);
            Ok(file)
        }
        Err(TryLockError::WouldBlock) => Err(Unlocked::Held(beginning(&mut file).trim().parse().ok())),
        Err(TryLockError::Error(error)) => Err(Unlocked::Unknown(error.into())),
    }
}

/// The columns of a process' number: every number takes as many, so that a shorter one covers a longer one.
const NUMBER: usize = 10;

/// Writes down who holds the lock. It is only for the message of a second process, so a full disk is no reason to stop;
/// and a file that holds anything but a number is somebody's, and is locked as it is.
fn sign(file: &mut File) {
    let is_ours = beginning(file).bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_whitespace());
    if is_ours && file.rewind().is_ok() {
        let _ = writeln!(file, "{:<NUMBER$}", std::process::id());
    }
}

/// What the file begins with, in a letter where it is no text.
fn beginning(file: &mut File) -> String {
    let mut bytes = Vec::new();
    let read = file.take(NUMBER as u64 * 2).read_to_end(&mut bytes);
    read.map_or_else(|_| "?".to_owned(), |_| String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_lock_is_signed_over_an_older_number_and_over_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = lock_path(folder.path());
        let own = std::process::id().to_string();
        for (before, is_signed) in [("", true), ("4294967295\n", true), ("7\n", true), ("Dear Ann\n", false)] {
            fs::write(&path, before).expect("written");
            drop(lock(&path).expect("locked"));
            let after = fs::read_to_string(&path).expect("read");
            assert_eq!(after.trim() == own, is_signed, "{before:?} became {after:?}");
            assert!(is_signed || after == before, "{before:?} became {after:?}");
        }
    }

    #[test]
    fn a_second_lock_names_who_holds_the_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = lock_path(folder.path());
        let first = lock(&path).expect("locked");
        let told = lock(&path).expect_err("held");
        assert!(matches!(told, Unlocked::Held(None)) || cfg!(unix), "{told:?}");
        if cfg!(unix) {
            assert!(matches!(told, Unlocked::Held(Some(process)) if process == std::process::id()), "{told:?}");
        }
        drop(first);
    }
}
