//! The journal of a learner as a file: read, mended, added to, and made one with another learner's.

use super::error::{Cause, JournalFault, StoreError};
use super::journal_line::line_of;
use super::journal_text::{JournalText, empty_text, merged_text, read_journal_text};
use super::own_file::open_own;
use super::write::{write_aside, write_whole};
use super::writer::{Writer, Writing};
use crate::record::journal::{EventKey, Happened, JournalEvent, JournalStamp};
use crate::record::moment::whole_milliseconds;
use std::fs::OpenOptions;
use std::io::Read;
use std::path::{Path, PathBuf};

/// How large a journal may be, in bytes: some hundred thousand events.
const MAX_JOURNAL: usize = 64 << 20;

/// The journal in a learner's folder.
pub(super) fn journal_path(folder: &Path) -> PathBuf {
    folder.join("journal")
}

/// A journal that is read, and can be added to.
#[derive(Debug)]
pub(super) struct JournalFile {
    path: PathBuf,
    held: JournalText,
    /// The bytes on the disk, as far as it is known.
    on_disk: u64,
    /// Why nothing can be added: it is newer, or cannot be read.
    closed: Option<StoreError>,
}

impl JournalFile {
    /// Reads the journal of this folder, and mends it where it may be written. What was found is told to `notices`.
    pub(super) fn open(folder: &Path, may_write: bool, notices: &mut Vec<StoreError>) -> JournalFile {
        let path = journal_path(folder);
        match read_journal(&path) {
            Ok((held, on_disk)) => {
                tell(&path, &held, may_write, notices);
                let on_disk = if may_write && held.differs && mend(&path, &held, notices) {
                    held.text.len() as u64
                } else {
                    on_disk
                };
                JournalFile { path, held, on_disk, closed: None }
            }
            Err(why) => {
                // Where nothing is written, nothing can be written over, and that nothing is was told already.
                let closed = may_write.then_some(why);
                notices.extend(closed.clone());
                let held = JournalText { text: empty_text(), ..JournalText::default() };
                JournalFile { path, held, on_disk: 0, closed }
            }
        }
    }

    /// Every event that is understood, in order.
    pub(super) fn events(&self) -> &[JournalEvent] {
        &self.held.events
    }

    /// Adds what happened, and returns when it is on the disk. It is kept for this session in any case.
    ///
    /// # Errors
    /// Why it is not on the disk; the writer tries it again. Where the journal cannot be added to, nothing is kept.
    pub(super) fn append(
        &mut self,
        happened: Vec<Happened>,
        stamp: JournalStamp,
        writer: &mut Writer,
    ) -> Result<Vec<EventKey>, StoreError> {
        if let Some(why) = &self.closed {
            return Err(why.clone());
        }
        let own = self.held.events.iter().filter(|event| event.key.origin == stamp.origin);
        let first = own.map(|event| event.key.number).max().unwrap_or(0);
        let numbers = (1..).map(|place: u64| first.saturating_add(place));
        let (mut keys, mut lines) = (Vec::new(), String::new());
        for (number, what) in numbers.zip(happened) {
            let key = EventKey { origin: stamp.origin, number };
            let event = JournalEvent { key, at: whole_milliseconds(stamp.at), day: stamp.day, what };
            if let Some(line) = line_of(&event) {
                lines += &line;
                keys.push(key);
                self.held.events.push(event);
            }
        }
        self.held.text += &lines;
        self.bring_to_disk(&lines, writer).map(|()| keys)
    }

    fn bring_to_disk(&mut self, lines: &str, writer: &mut Writer) -> Result<(), StoreError> {
        if writer.append(&self.path, self.on_disk, lines) {
            self.on_disk += lines.len() as u64;
            return Ok(());
        }
        // Where the file system knows no locks, somebody else may have added to it.
        if writer.in_memory_because().is_none()
            && let Ok((there, length)) = read_journal(&self.path)
            && length > 0
        {
            let text = merged_text(&self.held, &there);
            self.held = read_journal_text(text.as_bytes()).unwrap_or_default();
        }
        self.on_disk = self.held.text.len() as u64;
        writer.write(&self.path, self.held.text.clone(), Writing::Over)
    }
}

/// What the journal of a folder holds, and what of it is not understood. Nothing is changed on the disk.
///
/// # Errors
/// [`StoreError::Newer`], [`StoreError::Read`].
pub(super) fn look_at_journal(folder: &Path) -> Result<(JournalText, Vec<StoreError>), StoreError> {
    let (path, mut notices) = (journal_path(folder), Vec::new());
    let (held, _) = read_journal(&path)?;
    tell(&path, &held, false, &mut notices);
    Ok((held, notices))
}

/// A journal that is to get the events of others.
#[derive(Debug)]
pub(super) struct JournalPlan {
    path: PathBuf,
    held: JournalText,
    is_damaged: bool,
    is_news: bool,
}

impl JournalPlan {
    /// The journal of this folder, as it is.
    ///
    /// # Errors
    /// [`StoreError::Newer`], [`StoreError::Read`].
    pub(super) fn of(folder: &Path) -> Result<JournalPlan, StoreError> {
        let path = journal_path(folder);
        let (held, _) = read_journal(&path)?;
        Ok(JournalPlan { path, is_damaged: !held.damaged.is_empty(), is_news: false, held })
    }

    /// Takes in what another journal holds; how many events of it were not there.
    ///
    /// # Errors
    /// When the journal would be larger than what is read again.
    pub(super) fn take(&mut self, theirs: &JournalText) -> Result<usize, StoreError> {
        let before = self.held.events.len();
        let text = merged_text(&self.held, theirs);
        if text.len() > MAX_JOURNAL {
            return Err(StoreError::not_written(&self.path, Cause::TooLarge { limit: MAX_JOURNAL }));
        }
        let merged = read_journal_text(text.as_bytes()).unwrap_or_default();
        let news = merged.events.len().saturating_sub(before);
        if news > 0 {
            (self.held, self.is_news) = (merged, true);
        }
        Ok(news)
    }

    /// Writes it, where something was taken in. What makes no sense in it is copied aside first.
    ///
    /// # Errors
    /// [`StoreError::Write`], and the journal is as it was.
    pub(super) fn write(self) -> Result<(), StoreError> {
        if self.is_news && self.is_damaged {
            set_copy_aside(&self.path)?;
        }
        if self.is_news { write_whole(&self.path, &self.held.text) } else { Ok(()) }
    }
}

/// Gives all events of one learner to another. Each is there once, wherever it is cut off, and however often it is done.
///
/// # Errors
/// [`StoreError::Newer`], [`StoreError::Read`] or [`StoreError::Write`]; both journals are then as they were.
pub(super) fn move_journal(from: &Path, into: &Path) -> Result<(), StoreError> {
    let (source, target) = (journal_path(from), journal_path(into));
    if source.symlink_metadata().is_err() {
        return Ok(());
    }
    let (theirs, _) = read_journal(&source)?;
    let (ours, length) = read_journal(&target)?;
    if !ours.damaged.is_empty() {
        set_copy_aside(&target)?;
    }
    if !theirs.events.is_empty() || length > 0 {
        write_whole(&target, &merged_text(&ours, &theirs))?;
    }
    if theirs.damaged.is_empty() {
        std::fs::remove_file(&source).map_err(|why| StoreError::not_written(&source, why))
    } else {
        // What makes no sense goes with the rest, to be looked at.
        write_aside(&target, &read_own(&source)?)?;
        std::fs::remove_file(&source).map_err(|why| StoreError::not_written(&source, why))
    }
}

/// What a journal holds and how many bytes it has; nothing where there is none.
fn read_journal(path: &Path) -> Result<(JournalText, u64), StoreError> {
    let bytes = match read_own(path) {
        Ok(bytes) => bytes,
        Err(StoreError::Read { why, .. }) if why.is_absence() => {
            return Ok((JournalText { text: empty_text(), ..JournalText::default() }, 0));
        }
        Err(why) => return Err(why),
    };
    let held = read_journal_text(&bytes).map_err(|format| StoreError::Newer { path: path.to_owned(), format })?;
    Ok((held, bytes.len() as u64))
}

fn read_own(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |why: Cause| StoreError::Read { path: path.to_owned(), why };
    let file = open_own(path, OpenOptions::new().read(true)).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(MAX_JOURNAL as u64 + 1).read_to_end(&mut bytes).map_err(|why| failed(why.into()))?;
    if bytes.len() > MAX_JOURNAL { Err(failed(Cause::TooLarge { limit: MAX_JOURNAL })) } else { Ok(bytes) }
}

/// Tells what was found in a journal, and sets a copy aside of one that holds what makes no sense.
fn tell(path: &Path, held: &JournalText, may_write: bool, notices: &mut Vec<StoreError>) {
    let mut told = |fault| notices.push(StoreError::Journal { path: path.to_owned(), fault });
    if !held.damaged.is_empty() {
        let aside = if may_write { set_copy_aside(path).ok() } else { None };
        told(JournalFault::Damaged { lines: held.damaged.clone(), aside });
    }
    if held.is_torn {
        told(JournalFault::Torn);
    }
    let unknown = held.events.iter().filter(|event| matches!(event.what, Happened::Unknown(_))).count();
    if unknown > 0 {
        told(JournalFault::Unknown { events: unknown });
    }
}

fn set_copy_aside(path: &Path) -> Result<PathBuf, StoreError> {
    write_aside(path, &read_own(path)?)
}

/// Writes a journal without what is torn or damaged; whether that is on the disk now. Nothing is taken out of which no copy
/// was set aside.
fn mend(path: &Path, held: &JournalText, notices: &mut Vec<StoreError>) -> bool {
    let is_copied = notices
        .iter()
        .all(|notice| !matches!(notice, StoreError::Journal { fault: JournalFault::Damaged { aside: None, .. }, .. }));
    is_copied && write_whole(path, &held.text).map_err(|why| notices.push(why)).is_ok()
}
