//! One learner who is open: the lock, the attempts so far, and the way of new ones to the disk. Where nothing can be
//! written it works the same, in memory.

use super::attempt::{Attempt, AttemptId, DecodeError, decode};
use super::error::{Cause, StoreError};
use super::read::read_text;
use super::saves::{Profile, ProfileError, encode_profile, profile_path, read_profile};
use super::write::{make_folder, set_aside, sweep, write_whole};
use super::writer::Writer;
use crate::base::text::Lang;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A learner who is open. Dropping it brings everything to the disk and lets go of the lock.
#[derive(Debug)]
pub struct Learner {
    profile: Profile,
    folder: PathBuf,
    attempts: BTreeMap<AttemptId, Attempt>,
    next: AttemptId,
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
    pub(super) fn open(folder: PathBuf, new: Profile) -> Result<Learner, StoreError> {
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
            let path = attempts_folder(&folder);
            read.listed.map_err(|why| (path.clone(), why))?;
            let writer = Writer::start(path.clone()).map_err(|error| (path, error.into()))?;
            Ok(Keeping::Disk { writer, _lock: lock })
        });
        let keeping = keeping.unwrap_or_else(|(path, why)| {
            notices.insert(0, StoreError::InMemory { path: path.clone(), why: why.clone() });
            Keeping::Memory { path, why }
        });
        Ok(Learner { profile, folder, attempts: read.attempts, next: read.next, keeping, notices })
    }

    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All attempts, the newest first.
    pub fn attempts(&self) -> impl DoubleEndedIterator<Item = (AttemptId, &Attempt)> {
        self.attempts.iter().rev().map(|(number, attempt)| (*number, attempt))
    }

    pub fn attempt(&self, number: AttemptId) -> Option<&Attempt> {
        self.attempts.get(&number)
    }

    /// The newest attempt that is not finished.
    pub fn resume(&self) -> Option<(AttemptId, &Attempt)> {
        self.attempts().find(|(_, attempt)| !attempt.finished)
    }

    /// The number of a new attempt. Nothing is written before its first save.
    pub fn begin(&mut self) -> AttemptId {
        let number = self.next;
        self.next = number.next();
        number
    }

    /// Keeps this state of an attempt and returns at once; a failure comes with [`Learner::take_notices`].
    pub fn save(&mut self, number: AttemptId, attempt: Attempt) {
        if let Keeping::Disk { writer, .. } = &self.keeping {
            writer.save(number, attempt.clone());
        }
        self.attempts.insert(number, attempt);
    }

    /// Keeps this state of an attempt and returns when it is on the disk, as an exam needs before it shows a reply.
    ///
    /// # Errors
    /// [`StoreError::Write`] or [`StoreError::InMemory`]; the attempt is then kept in memory, and tried again with the next save.
    pub fn save_now(&mut self, number: AttemptId, attempt: Attempt) -> Result<(), StoreError> {
        let saved = match &self.keeping {
            Keeping::Disk { writer, .. } => writer.save_now(number, attempt.clone()),
            Keeping::Memory { path, why } => Err(StoreError::InMemory { path: path.clone(), why: why.clone() }),
        };
        self.attempts.insert(number, attempt);
        saved
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
        Err(ProfileError::DecodeError(DecodeError::Newer(format))) => {
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

fn write_profile(folder: &Path, profile: &Profile) -> Result<(), StoreError> {
    let path = profile_path(folder);
    let text = encode_profile(profile).map_err(|why| StoreError::Write { path: path.clone(), why })?;
    write_whole(&path, &text)
}

fn attempts_folder(folder: &Path) -> PathBuf {
    folder.join("attempts")
}

/// What the disk holds of a learner.
struct ReadAttempts {
    attempts: BTreeMap<AttemptId, Attempt>,
    next: AttemptId,
    /// Whether the folder could be listed, so that `next` is sure to be free.
    listed: Result<(), Cause>,
}

/// Reads every attempt. One that is damaged is set aside and told; it never hides another.
fn read_attempts(folder: &Path, notices: &mut Vec<StoreError>) -> ReadAttempts {
    let mut read = ReadAttempts { attempts: BTreeMap::new(), next: AttemptId::FIRST, listed: Ok(()) };
    let files = match every_file(folder) {
        Ok(files) => files,
        Err(error) => {
            read.listed = Err(error.into());
            return read;
        }
    };
    for (number, path) in files {
        // The number of a file that cannot be used, or was set aside, is not given again.
        read.next = read.next.max(number.next());
        if !is_attempt(&path) {
            continue;
        }
        match read_attempt(&path) {
            Ok(attempt) => {
                read.attempts.insert(number, attempt);
            }
            Err(error) => notices.push(error),
        }
    }
    read
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
    let mut files = every_file(folder)?;
    files.retain(|(_, path)| is_attempt(path));
    Ok(files)
}

fn is_attempt(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ron")
}

/// Everything whose name has a number: attempts, and those that were set aside.
fn every_file(folder: &Path) -> io::Result<Vec<(AttemptId, PathBuf)>> {
    let entries = match fs::read_dir(attempts_folder(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        if let Some(number) = entry.file_name().to_str().and_then(AttemptId::of_file) {
            files.push((number, entry.path()));
        }
    }
    Ok(files)
}
