//! The sittings of a learner as files, one each: begun before the first question is seen, and added to before the next thing
//! is shown.

use super::error::{Cause, StoreError};
use super::own_file::open_own;
use super::proctor_code::challenge;
use super::sitting_text::SittingText;
use super::writer::{Writer, Writing};
use crate::exam::sitting::ProctorTurn;
use crate::record::sitting::{SittingBegun, SittingEvent, SittingLine};
use std::fs::{self, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};

/// How large the file of a sitting may be, in bytes: some ten thousand events.
const MAX_SITTING: usize = 4 << 20;

/// A sitting that lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSitting {
    /// Its file.
    pub path: PathBuf,
    /// What happened.
    pub lines: Vec<SittingLine>,
}

impl StoredSitting {
    /// How it was begun.
    pub fn begun(&self) -> Option<&SittingBegun> {
        match self.lines.first().map(|line| &line.what) {
            Some(SittingEvent::Begun(begun)) => Some(begun),
            _ => None,
        }
    }

    /// Whether it was not closed.
    pub fn is_open(&self) -> bool {
        let last = self.lines.iter().rev().find(|line| !matches!(line.what, SittingEvent::Witnessed { .. }));
        !matches!(last, Some(SittingLine { what: SittingEvent::Closed(_), .. }))
    }
}

/// A sitting that is added to.
#[derive(Debug)]
pub struct OpenSitting {
    path: PathBuf,
    held: SittingText,
    on_disk: u64,
}

impl OpenSitting {
    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What a proctor is told of the record as it stands, to answer with a code of hers.
    pub fn challenge(&self, turn: ProctorTurn) -> String {
        challenge(&self.held.seal, turn)
    }

    /// A new file with the first event.
    pub(super) fn begin(folder: &Path, line: &SittingLine, writer: &mut Writer) -> Result<OpenSitting, StoreError> {
        let sittings = sittings_folder(folder);
        let is_free = |path: &PathBuf| path.symlink_metadata().is_err();
        let path = (1..=u32::MAX).map(|number| sittings.join(format!("{number:06}.sitting"))).find(is_free);
        let mut open = OpenSitting { path: path.unwrap_or(sittings), held: SittingText::empty(), on_disk: 0 };
        open.held.push(line);
        if let Err(why) = writer.write(&open.path, open.held.text.clone(), Writing::First) {
            // It has not begun, so it is not tried again.
            writer.forget(&open.path);
            return Err(why);
        }
        open.on_disk = open.held.text.len() as u64;
        Ok(open)
    }

    /// Opens the file of a sitting to go on with it.
    pub(super) fn reopen(path: &Path) -> Result<(OpenSitting, Vec<SittingLine>), StoreError> {
        let (bytes, read) = read_sitting(path)?;
        let on_disk = if read.is_torn { 0 } else { bytes };
        Ok((OpenSitting { path: path.to_owned(), held: read.held, on_disk }, read.lines))
    }

    /// Adds an event and returns when it is on the disk.
    pub(super) fn keep(&mut self, line: &SittingLine, writer: &mut Writer) -> Result<(), StoreError> {
        let Some(added) = self.held.push(line) else { return Ok(()) };
        if self.on_disk > 0 && writer.append(&self.path, self.on_disk, &added) {
            self.on_disk += added.len() as u64;
            return Ok(());
        }
        // The file is written whole; only then may it be added to again.
        self.on_disk = 0;
        writer.write(&self.path, self.held.text.clone(), Writing::Over)?;
        self.on_disk = self.held.text.len() as u64;
        Ok(())
    }
}

/// The sittings in the folder of a learner, in the order of their numbers, and what is wrong with others.
pub(super) fn sittings_in(folder: &Path) -> (Vec<StoredSitting>, Vec<StoreError>) {
    in_folder(&sittings_folder(folder))
}

fn in_folder(folder: &Path) -> (Vec<StoredSitting>, Vec<StoreError>) {
    let (mut sittings, mut wrong) = (Vec::new(), Vec::new());
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(why) => {
            let why = Cause::from(why);
            if !why.is_absence() {
                wrong.push(StoreError::Read { path: folder.to_owned(), why });
            }
            return (sittings, wrong);
        }
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|own| own == "sitting"));
    paths.sort();
    for path in paths {
        match open_sitting(&path) {
            Ok(own) => sittings.push(own),
            Err(why) => wrong.push(why),
        }
    }
    (sittings, wrong)
}

/// The sittings that lie in the same folder as this file, in the order of their names, it among them.
///
/// # Errors
/// The first that cannot be read, or was changed: what it came to is not known.
pub fn sittings_beside(path: &Path) -> Result<Vec<StoredSitting>, StoreError> {
    let (sittings, wrong) = path.parent().map(in_folder).unwrap_or_default();
    wrong.into_iter().next().map_or(Ok(sittings), Err)
}

/// A sitting, to be looked at.
pub(super) fn open_sitting(path: &Path) -> Result<StoredSitting, StoreError> {
    read_sitting(path).map(|(_, read)| StoredSitting { path: path.to_owned(), lines: read.lines })
}

fn sittings_folder(folder: &Path) -> PathBuf {
    folder.join("sittings")
}

fn read_sitting(path: &Path) -> Result<(u64, super::sitting_text::ReadSitting), StoreError> {
    let failed = |why: Cause| StoreError::Read { path: path.to_owned(), why };
    let file = open_own(path, OpenOptions::new().read(true)).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(MAX_SITTING as u64 + 1).read_to_end(&mut bytes).map_err(|why| failed(why.into()))?;
    if bytes.len() > MAX_SITTING {
        return Err(failed(Cause::TooLarge { limit: MAX_SITTING }));
    }
    let read = SittingText::read(&bytes).map_err(|fault| fault.of(path))?;
    Ok((bytes.len() as u64, read))
}
