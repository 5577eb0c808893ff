//! One learner who is open: the lock, and the way of new records to the disk. What the learner did is a
//! [`History`], read at opening and kept by whoever plays. Where nothing can be written all works the same, in memory.

use super::attempt_file::{encode, file_name};
use super::attempt_folder::{attempts_folder, read_attempts};
use super::error::{Cause, StoreError};
use super::profile_file::{ProfileError, profile_path, read_profile, write_profile};
use super::read::read_text;
use super::save_format::DecodeError;
use super::write::{make_folder, set_aside, sweep, write_whole};
use super::writer::Writer;
use crate::base::text::Lang;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::history::History;
use crate::record::profile::Profile;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A learner who is open. Dropping it brings everything to the disk and lets go of the lock.
#[derive(Debug)]
pub struct Learner {
    profile: Profile,
    folder: PathBuf,
    keeping: Keeping,
    notices: Vec<StoreError>,
}

/// Where new attempts go.
#[derive(Debug)]
enum Keeping {
    /// The fields are dropped in this order: the lock is let go when everything is written.
    Disk {
        writer: Writer,
        _lock: Lock,
    },
    Memory {
        path: PathBuf,
        why: Cause,
    },
}

/// A locked file, or none where the file system cannot lock.
type Lock = Option<File>;

impl Learner {
    /// Opens the learner of this folder; `new` is who it is if the folder does not say.
    pub(super) fn open(folder: PathBuf, new: Profile) -> Result<(Learner, History), StoreError> {
        let mut notices = Vec::new();
        let prepared = prepare(&folder, &new, &mut notices);
        let (profile, lock) = match prepared {
            Ok((profile, lock)) => (profile, Ok(lock)),
            Err(Unprepared::Stop(error)) => return Err(*error),
            Err(Unprepared::Memory(path, why)) => (read_profile(&folder).unwrap_or(new), Err((path, why))),
        };
        let read = read_attempts(&folder, &mut notices);
        let keeping = lock.and_then(|lock| {
            // Where the earlier attempts cannot even be listed, a new number might be taken already.
            read.listed.map_err(|why| (attempts_folder(&folder), why))?;
            let writer = Writer::start().map_err(|error| (folder.clone(), error.into()))?;
            Ok(Keeping::Disk { writer, _lock: lock })
        });
        let keeping = keeping.unwrap_or_else(|(path, why)| {
            notices.insert(0, StoreError::InMemory { path: path.clone(), why: why.clone() });
            Keeping::Memory { path, why }
        });
        Ok((Learner { profile, folder, keeping, notices }, read.history))
    }

    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Keeps this state of an attempt and returns at once; a failure comes with [`Learner::take_notices`].
    pub fn save(&mut self, id: AttemptId, attempt: &Attempt) {
        let Keeping::Disk { writer, .. } = &self.keeping else { return };
        let path = self.path_of(id);
        match encode(attempt) {
            Ok(text) => writer.write(path, text),
            Err(why) => self.notices.push(StoreError::Write { path, why }),
        }
    }

    /// Keeps this state of an attempt and returns when it is on the disk, as an exam needs before it shows a reply.
    ///
    /// # Errors
    /// [`StoreError::Write`], and the text is tried again with the next save; or [`StoreError::InMemory`].
    pub fn save_now(&self, id: AttemptId, attempt: &Attempt) -> Result<(), StoreError> {
        match &self.keeping {
            Keeping::Disk { writer, .. } => {
                let path = self.path_of(id);
                let text = encode(attempt).map_err(|why| StoreError::Write { path: path.clone(), why })?;
                writer.write_now(&path, text)
            }
            Keeping::Memory { path, why } => Err(StoreError::InMemory { path: path.clone(), why: why.clone() }),
        }
    }

    fn path_of(&self, id: AttemptId) -> PathBuf {
        attempts_folder(&self.folder).join(file_name(id))
    }

    /// Waits until everything handed in was tried, also what failed before.
    pub fn flush(&self) {
        if let Keeping::Disk { writer, .. } = &self.keeping {
            writer.flush();
        }
    }

    /// What went wrong without stopping anything, since the last asking. It never waits.
    pub fn take_notices(&mut self) -> Vec<StoreError> {
        let mut notices = std::mem::take(&mut self.notices);
        if let Keeping::Disk { writer, .. } = &self.keeping {
            notices.extend(writer.take_notices());
        }
        notices
    }

    /// Writes a document into the learner's folder `debriefs`, whole or not at all; its path. One of the same name is
    /// replaced.
    ///
    /// # Errors
    /// [`StoreError::Write`], also for a name that is more than a file's; [`StoreError::InMemory`] where nothing can be kept.
    pub fn export(&self, name: &str, text: &str) -> Result<PathBuf, StoreError> {
        if let Keeping::Memory { path, why } = &self.keeping {
            return Err(StoreError::InMemory { path: path.clone(), why: why.clone() });
        }
        let folder = self.folder.join("debriefs");
        let path = folder.join(name);
        let failed = |error: io::Error| StoreError::Write { path: path.clone(), why: error.into() };
        if Path::new(name).file_name().is_none_or(|own| own != name) {
            return Err(failed(ErrorKind::InvalidInput.into()));
        }
        make_folder(&folder).map_err(failed)?;
        sweep(&folder);
        write_whole(&path, text)?;
        Ok(path)
    }

    /// Remembers the language this learner reads.
    ///
    /// # Errors
    /// [`StoreError::Write`]; the language is then kept for this session.
    pub fn set_language(&mut self, language: Lang) -> Result<(), StoreError> {
        self.profile.language = language;
        match self.keeping {
            Keeping::Disk { .. } => write_profile(&self.folder, &self.profile),
            Keeping::Memory { .. } => Ok(()),
        }
    }

    /// Brings everything to the disk, lets go of the lock, and tells what is still unsaid.
    pub fn close(mut self) -> Vec<StoreError> {
        self.flush();
        self.take_notices()
    }
}

/// Why a folder is not ready for saving.
enum Unprepared {
    /// The learner must not be opened.
    Stop(Box<StoreError>),
    /// This path cannot be written: the learner is opened in memory.
    Memory(PathBuf, Cause),
}

/// Makes the folder, locks it, sweeps it, and reads or writes who the learner is.
fn prepare(folder: &Path, new: &Profile, notices: &mut Vec<StoreError>) -> Result<(Profile, Lock), Unprepared> {
    make_folder(folder).map_err(|error| Unprepared::Memory(folder.to_owned(), error.into()))?;
    let lock = lock(folder, &new.name, notices)?;
    sweep(folder);
    sweep(&attempts_folder(folder));
    let path = profile_path(folder);
    match read_profile(folder) {
        Ok(profile) => return Ok((profile, lock)),
        Err(ProfileError::World(why)) if why.is_absence() => {}
        Err(ProfileError::World(why)) => return Err(Unprepared::Memory(path, why)),
        Err(ProfileError::Unread(DecodeError::Newer(format))) => {
            return Err(Unprepared::Stop(Box::new(StoreError::Newer { path, format })));
        }
        Err(damaged) => {
            let aside = set_aside(&path).map_err(|why| Unprepared::Memory(path.clone(), why))?;
            notices.push(damaged.told(path.clone(), Some(aside)));
        }
    }
    match write_profile(folder, new) {
        Ok(()) => Ok((new.clone(), lock)),
        Err(error) => {
            let why = error.why().cloned().unwrap_or_else(|| io::Error::from(ErrorKind::Other).into());
            Err(Unprepared::Memory(path, why))
        }
    }
}

/// A lock file of its own, as `learner.ron` is replaced when it is written. The system lets go of it when a process
/// dies, however it dies.
fn lock(folder: &Path, name: &str, notices: &mut Vec<StoreError>) -> Result<Lock, Unprepared> {
    let path = folder.join("learner.lock");
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    let mut file = opened.map_err(|error| Unprepared::Memory(path.clone(), error.into()))?;
    match file.try_lock() {
        Ok(()) => {
            // Only for the message of a second process; a full disk is no reason to stop here.
            let _ = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
            Ok(Some(file))
        }
        Err(TryLockError::WouldBlock) => {
            let process = read_text(&path).ok().and_then(|text| text.trim().parse().ok());
            Err(Unprepared::Stop(Box::new(StoreError::InUse { name: name.to_owned(), lock: path, process })))
        }
        Err(TryLockError::Error(error)) => {
            notices.push(StoreError::NoLock { lock: path, why: error.into() });
            Ok(None)
        }
    }
}
