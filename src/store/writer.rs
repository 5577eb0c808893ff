//! What brings texts to the disk, and remembers those that it could not. It decides nothing and knows no kind of record:
//! what is handed in is a path and a text, written whole, the newest of each path; and what fails is kept and tried again
//! with the next one.

use super::error::{Cause, StoreError};
use super::save_state::SaveState;
use super::write::{append, make_folder, write_new, write_whole};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The way to the disk of one learner.
#[derive(Debug, Default)]
pub(super) struct Writer {
    /// The texts that are not on the disk, as far as it is known.
    waiting: BTreeMap<PathBuf, WaitingText>,
    /// Why nothing is even tried in this session.
    in_memory: Option<StoreError>,
    /// Why the last try failed.
    failing: Option<StoreError>,
    /// The reason told last, so that a full disk is told once and not with every move.
    told: Option<String>,
    notices: Vec<StoreError>,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// Over what stands there, which is ours.
    Over,
    /// For the first time: never over anything.
    First,
}

/// A text that is not on the disk.
#[derive(Debug)]
struct WaitingText {
    text: String,
    writing: Writing,
}

impl Writer {
    /// One that keeps everything to itself, because nothing can be written.
    pub(super) fn in_memory(why: StoreError) -> Writer {
        Writer { in_memory: Some(why), ..Writer::default() }
    }

    /// Writes this text to this path, with the folder above it, and returns when it is on the disk.
    ///
    /// # Errors
    /// Why it is not; it is tried again with the next one.
    pub(super) fn write(&mut self, path: &Path, text: String, writing: Writing) -> Result<(), StoreError> {
        self.waiting.insert(path.to_owned(), WaitingText { text, writing });
        self.flush();
        if self.waiting.contains_key(path) { self.state().why.map_or(Ok(()), Err) } else { Ok(()) }
    }

    /// Whether the first text of this path is not on the disk yet.
    pub(super) fn waits_first(&self, path: &Path) -> bool {
        self.waiting.get(path).is_some_and(|own| own.writing == Writing::First)
    }

    /// Gives up what waits for this path: it is written elsewhere.
    pub(super) fn forget(&mut self, path: &Path) {
        self.waiting.remove(path);
    }

    /// Adds lines to a file that is `length` bytes long and returns when they are on the disk; whether they are. If not,
    /// the file is to be written whole.
    pub(super) fn append(&mut self, path: &Path, length: u64, lines: &str) -> bool {
        self.in_memory.is_none() && self.waiting.is_empty() && append(path, length, lines).is_ok()
    }

    /// Writes anew what a file says already. Where that fails nothing is lost, so nothing is told.
    pub(super) fn tidy(&self, path: &Path, text: &str) {
        if self.in_memory.is_none() {
            let _ = write_with_folder(path, text, Writing::Over);
        }
    }

    /// Tries everything that failed before.
    pub(super) fn flush(&mut self) {
        if self.in_memory.is_some() {
            return;
        }
        self.failing = None;
        for (path, own) in std::mem::take(&mut self.waiting) {
            if let Err(error) = write_with_folder(&path, &own.text, own.writing) {
                self.waiting.insert(path, own);
                self.failing.get_or_insert(error);
            }
        }
        self.notify();
    }

    /// Why nothing is even tried in this session, where that is so.
    pub(super) fn in_memory_because(&self) -> Option<&StoreError> {
        self.in_memory.as_ref()
    }

    /// How the saves stand.
    pub(super) fn state(&self) -> SaveState {
        SaveState { why: self.in_memory.clone().or(self.failing.clone()), unsaved: self.waiting.len() }
    }

    /// What could not be written since the last asking.
    pub(super) fn take_notices(&mut self) -> Vec<StoreError> {
        std::mem::take(&mut self.notices)
    }

    /// Tells a fault once for each reason.
    fn notify(&mut self) {
        let reason = self.failing.as_ref().and_then(StoreError::why).map(Cause::to_string);
        if self.told != reason {
            self.told = reason;
            self.notices.extend(self.failing.clone());
        }
    }
}

fn write_with_folder(path: &Path, text: &str, writing: Writing) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder).map_err(|error| StoreError::not_written(path, error))?;
    match writing {
        Writing::Over => write_whole(path, text),
        // Not every file system can put a file where none is in one step.
        Writing::First => write_new(path, text).or_else(|error| match path.symlink_metadata() {
            Ok(_) => Err(error),
            Err(_) => write_whole(path, text),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::error::Remains;
    use std::fs;
    use std::io::{self, ErrorKind};

    fn on_disk(path: &Path) -> String {
        fs::read_to_string(path).expect("read")
    }

    #[test]
    fn what_a_file_says_already_is_not_missed_where_it_cannot_be_written_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("attempts"), "no folder").expect("written");
        let path = folder.path().join("attempts").join("a");
        let mut writer = Writer::default();
        writer.tidy(&path, "1");
        assert!(writer.state().unsaved().is_none() && writer.take_notices().is_empty());
        writer.write(&path, "1".to_owned(), Writing::Over).expect_err("there is no folder");
        assert!(writer.state().unsaved().is_some(), "what was never on the disk is missed");
    }

    #[test]
    fn a_text_is_on_the_disk_when_it_returns() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("attempts").join("a");
        let mut writer = Writer::default();
        for text in ["1", "2"] {
            writer.write(&path, text.to_owned(), Writing::Over).expect("written");
            assert_eq!(on_disk(&path), text);
        }
        assert!(writer.state().why().is_none());
    }

    #[test]
    fn lines_are_added_to_a_file_that_is_as_it_was_left_and_to_no_other() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        let mut writer = Writer::default();
        assert!(!writer.append(&path, 0, "1\n"), "there is none");
        assert!(!path.exists());
        writer.write(&path, "1\n".to_owned(), Writing::Over).expect("written");
        assert!(writer.append(&path, 2, "2\n"));
        assert!(!writer.append(&path, 2, "3\n"), "somebody else has added to it");
        assert_eq!(on_disk(&path), "1\n2\n");
        fs::remove_file(&path).expect("removed");
        assert!(!writer.append(&path, 4, "3\n"), "it is gone");
    }

    #[test]
    fn a_failure_lasts_is_told_once_and_is_healed_by_a_later_text() {
        let folder = tempfile::tempdir().expect("a folder");
        let attempts = folder.path().join("attempts");
        let [first, second] = ["a", "b"].map(|name| attempts.join(name));
        fs::write(&attempts, "a file where the folder belongs").expect("written");
        let mut writer = Writer::default();
        for text in 0..3 {
            writer.write(&first, text.to_string(), Writing::Over).expect_err("a file stands there");
            assert!(writer.state().unsaved().is_some(), "for as long as it lasts");
        }
        let told = writer.take_notices();
        let [StoreError::Write { path, remains: Remains::Nothing, .. }] = &told[..] else { panic!("{told:?}") };
        assert_eq!(*path, first);
        assert!(!told[0].sentence().en.contains("untouched"), "there never was one: {}", told[0]);
        assert!(writer.write(&second, "5".to_owned(), Writing::Over).is_err());
        assert!(!writer.append(&first, 1, "6"), "nothing is added while something waits");
        fs::remove_file(&attempts).expect("removed");
        writer.write(&second, "6".to_owned(), Writing::Over).expect("written");
        assert_eq!([on_disk(&first), on_disk(&second)], ["2", "6"], "what failed before came with it");
        assert!(writer.state().why().is_none(), "it is healed");
    }

    #[test]
    fn in_memory_nothing_is_tried_and_what_was_done_counts_as_unsaved() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        let why = io::Error::from(ErrorKind::ReadOnlyFilesystem).into();
        let mut writer = Writer::in_memory(StoreError::InMemory { path: path.clone(), why });
        assert!(writer.state().why().is_some() && writer.state().unsaved().is_none(), "nothing was done yet");
        assert!(matches!(writer.write(&path, "1".to_owned(), Writing::Over), Err(StoreError::InMemory { .. })));
        assert!(writer.state().unsaved().is_some() && !path.exists());
    }
}
