//! One learner who is open: the lock, and the way of new records to the disk. What the learner did is a
//! [`History`], read at opening and kept by whoever plays. Where nothing can be written all works the same, in memory.

use super::attempt_file::{encode, file_name};
use super::attempt_folder::{attempts_folder, copies_beside, read_attempt, read_attempts};
use super::attempt_tail::tail;
use super::error::{Cause, StoreError};
use super::index_file::Index;
use super::journal_file::JournalFile;
use super::lock::{Unlocked, lock, lock_path};
use super::numbers::Numbers;
use super::profile_file::{ProfileError, encode_profile, profile_path, read_profile, write_profile};
use super::save_format::DecodeError;
use super::save_state::SaveState;
use super::sitting_file::{OpenSitting, StoredSitting, sittings_in};
use super::write::{make_folder, set_aside, sweep, write_whole};
use super::writer::{Writer, Writing};
use crate::base::text::Lang;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::history::History;
use crate::record::journal::{EventKey, Happened, JournalEvent, JournalStamp};
use crate::record::profile::Profile;
use crate::record::sitting::SittingLine;
use crate::record::summary::{JudgedResult, PlaySummary};
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A learner who is open. Dropping it brings everything to the disk and lets go of the lock.
#[derive(Debug)]
pub struct Learner {
    profile: Profile,
    folder: PathBuf,
    writer: Writer,
    /// The attempt whose file is added to, as it stands on the disk.
    open: Option<OpenFile>,
    /// What is known of every play.
    index: Index,
    /// Under which number each play of this session lies on the disk.
    numbers: Numbers,
    /// Whether the index on the disk does not say all of it.
    has_news: bool,
    /// What happened to what the learner knows, once it was asked for.
    journal: Option<JournalFile>,
    notices: Vec<StoreError>,
    /// Let go of last, when everything is written.
    _lock: Lock,
}

/// The file of an attempt that is being played.
#[derive(Debug)]
struct OpenFile {
    id: AttemptId,
    /// What it holds.
    attempt: Arc<Attempt>,
    /// Its bytes.
    length: u64,
    /// Whether something was added since it was written whole.
    has_tail: bool,
}

/// A locked file, or none where the file system cannot lock or nothing is written.
type Lock = Option<File>;

impl Learner {
    /// Opens the learner of this folder; `new` is who it is if the folder does not say, `notices` what was found on the way.
    pub(super) fn open(
        folder: PathBuf,
        new: Profile,
        mut notices: Vec<StoreError>,
    ) -> Result<(Learner, History), StoreError> {
        let prepared = prepare(&folder, &new, &mut notices);
        let (profile, lock) = match prepared {
            Ok((profile, lock)) => (profile, Ok(lock)),
            Err(Unprepared::Stop(error)) => return Err(*error),
            Err(Unprepared::Memory(path, why)) => (read_profile(&folder).unwrap_or(new), Err((path, why))),
        };
        notices.extend(copies_beside(&folder));
        let read = read_attempts(&folder, &mut notices);
        let history = read.index.history();
        // Where the earlier attempts cannot even be listed, a new number might be taken already.
        let lock = lock.and_then(|lock| read.listed.map(|()| lock).map_err(|why| (attempts_folder(&folder), why)));
        let (writer, lock) = match lock {
            Ok(lock) => (Writer::default(), lock),
            Err((path, why)) => {
                let error = StoreError::InMemory { path, why };
                notices.insert(0, error.clone());
                (Writer::in_memory(error), None)
            }
        };
        let mut learner = Learner {
            profile,
            folder,
            writer,
            open: None,
            index: read.index,
            numbers: Numbers::default(),
            has_news: read.is_new,
            journal: None,
            notices,
            _lock: lock,
        };
        learner.write_index();
        Ok((learner, history))
    }

    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Keeps this state of an attempt, and returns when it is on the disk: nothing that answers it may be shown before. The
    /// first time it never covers a file that stands there, but takes the next number.
    ///
    /// # Errors
    /// [`StoreError::Write`], and it is tried again with the next save; or [`StoreError::InMemory`]. [`Learner::state`]
    /// goes on saying so.
    pub fn save(&mut self, id: AttemptId, attempt: &Arc<Attempt>) -> Result<(), StoreError> {
        let is_own = self.numbers.is_own(id, self.index.rows.contains_key(&id));
        if is_own && !self.writer.waits_first(&self.path_of(self.numbers.of(id))) {
            return self.save_as(self.numbers.of(id), attempt, Writing::Over);
        }
        let own = self.give_number(id)?;
        self.save_as(own, attempt, Writing::First)
    }

    /// The number of the file of a play that has none yet.
    fn give_number(&mut self, id: AttemptId) -> Result<AttemptId, StoreError> {
        let before = self.numbers.of(id);
        let attempts = attempts_folder(&self.folder);
        let is_free = |number| attempts.join(file_name(number)).symlink_metadata().is_err();
        let Some(own) = self.numbers.give(id, is_free) else {
            return Err(StoreError::NoNumber { folder: self.folder.clone(), highest: AttemptId::LAST });
        };
        if own != before {
            self.writer.forget(&self.path_of(before));
        }
        Ok(own)
    }

    fn save_as(&mut self, id: AttemptId, attempt: &Arc<Attempt>, writing: Writing) -> Result<(), StoreError> {
        self.index.put(PlaySummary::of(id, attempt));
        self.has_news = true;
        if self.add(id, attempt) {
            return Ok(());
        }
        let path = self.path_of(id);
        let text = encode(attempt).map_err(|why| StoreError::not_written(&path, why))?;
        let length = text.len() as u64;
        self.finish(Some(id));
        self.writer.write(&path, text, writing)?;
        self.open = Some(OpenFile { id, attempt: attempt.clone(), length, has_tail: false });
        Ok(())
    }

    /// The attempt of this number with its moves.
    ///
    /// # Errors
    /// [`StoreError::Read`], [`StoreError::Newer`], or [`StoreError::Damaged`], and it was set aside.
    pub fn load(&self, id: AttemptId) -> Result<Arc<Attempt>, StoreError> {
        read_attempt(&self.path_of(self.numbers.of(id))).map(Arc::new)
    }

    /// Remembers what a play came to that was judged anew. Its own file is left as it is.
    pub fn note(&mut self, id: AttemptId, result: JudgedResult) {
        if let Some(row) = self.index.rows.get_mut(&self.numbers.of(id)) {
            row.summary.result = Some(result);
            self.has_news = true;
        }
    }

    /// Everything that happened to what the learner knows, in order. It is read when it is first asked for; what is not
    /// understood of it is told as a notice.
    pub fn read_journal(&mut self) -> &[JournalEvent] {
        self.journal().0.events()
    }

    /// Adds what happened to the journal, and returns when it is on the disk: nothing that builds on it may be told before.
    /// The keys of the events, in their order.
    ///
    /// # Errors
    /// As with [`Learner::save`], and the events are kept for this session; or [`StoreError::Newer`] or
    /// [`StoreError::Read`] where the journal itself cannot be used, and nothing is kept.
    pub fn append(&mut self, happened: Vec<Happened>, stamp: JournalStamp) -> Result<Vec<EventKey>, StoreError> {
        let (journal, writer) = self.journal();
        journal.append(happened, stamp, writer)
    }

    /// The sittings of this learner, in their order, and what is wrong with others.
    pub fn sittings(&self) -> (Vec<StoredSitting>, Vec<StoreError>) {
        sittings_in(&self.folder)
    }

    /// Begins the file of a sitting, and returns when its first event is on the disk.
    ///
    /// # Errors
    /// Why it is not; the sitting has not begun then.
    pub fn begin_sitting(&mut self, line: &SittingLine) -> Result<OpenSitting, StoreError> {
        OpenSitting::begin(&self.folder, line, &mut self.writer)
    }

    /// Opens the file of a sitting to go on with it.
    ///
    /// # Errors
    /// [`StoreError::Read`], [`StoreError::Newer`] or [`StoreError::SittingChanged`].
    pub fn reopen_sitting(&self, sitting: &StoredSitting) -> Result<OpenSitting, StoreError> {
        OpenSitting::reopen(&sitting.path).map(|(open, _)| open)
    }

    /// Adds an event to the file of a sitting, and returns when it is on the disk: nothing may be shown before.
    ///
    /// # Errors
    /// Why it is not.
    pub fn keep_event(&mut self, sitting: &mut OpenSitting, line: &SittingLine) -> Result<(), StoreError> {
        sitting.keep(line, &mut self.writer)
    }

    fn journal(&mut self) -> (&mut JournalFile, &mut Writer) {
        let may_write = self.writer.in_memory_because().is_none();
        let (folder, notices) = (&self.folder, &mut self.notices);
        (self.journal.get_or_insert_with(|| JournalFile::open(folder, may_write, notices)), &mut self.writer)
    }

    /// Writes the index, where it has something to say and may be written.
    fn write_index(&mut self) {
        let has_news = std::mem::take(&mut self.has_news) && !self.index.rows.is_empty();
        if has_news && self.writer.in_memory_because().is_none() {
            let attempts = attempts_folder(&self.folder);
            self.index.write(&self.folder, &attempts, |id| attempts.join(file_name(id)));
        }
    }

    /// Adds what is new to the file that is open; whether it is on the disk now.
    fn add(&mut self, id: AttemptId, attempt: &Arc<Attempt>) -> bool {
        let path = self.path_of(id);
        let Some(open) = self.open.as_mut().filter(|open| open.id == id) else { return false };
        let Some(lines) = tail(&open.attempt, attempt) else { return false };
        if !self.writer.append(&path, open.length, &lines) {
            return false;
        }
        open.length += lines.len() as u64;
        (open.attempt, open.has_tail) = (attempt.clone(), true);
        true
    }

    /// Writes the file that was added to whole, unless `but` is written anyway.
    fn finish(&mut self, but: Option<AttemptId>) {
        let Some(open) = self.open.take().filter(|open| open.has_tail && Some(open.id) != but) else { return };
        if let Ok(text) = encode(&open.attempt) {
            self.writer.tidy(&self.path_of(open.id), &text);
        }
    }

    fn path_of(&self, id: AttemptId) -> PathBuf {
        attempts_folder(&self.folder).join(file_name(id))
    }

    /// Whether everything so far is on the disk.
    pub fn state(&self) -> SaveState {
        self.writer.state()
    }

    /// Tries again what failed before.
    pub fn flush(&mut self) {
        self.writer.flush();
    }

    /// What went wrong without stopping anything, since the last asking. It never waits.
    pub fn take_notices(&mut self) -> Vec<StoreError> {
        let mut notices = std::mem::take(&mut self.notices);
        notices.extend(self.writer.take_notices());
        notices
    }

    /// Writes a document into the learner's folder `debriefs`, whole or not at all; its path. One of the same name is
    /// replaced.
    ///
    /// # Errors
    /// [`StoreError::Write`], also for a name that is more than a file's; [`StoreError::InMemory`] where nothing can be kept.
    pub fn export(&self, name: &str, text: &str) -> Result<PathBuf, StoreError> {
        if let Some(why) = self.writer.in_memory_because() {
            return Err(why.clone());
        }
        let folder = self.folder.join("debriefs");
        let path = folder.join(name);
        let failed = |error: io::Error| StoreError::not_written(&path, error);
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
    /// As with [`Learner::save`]; the language is then kept for this session.
    pub fn set_language(&mut self, language: Lang) -> Result<(), StoreError> {
        self.profile.language = language;
        self.write_profile()
    }

    /// Remembers whether this learner's clicks are taken.
    ///
    /// # Errors
    /// As with [`Learner::set_language`].
    pub fn set_mouse(&mut self, mouse: bool) -> Result<(), StoreError> {
        self.profile.mouse = mouse;
        self.write_profile()
    }

    fn write_profile(&mut self) -> Result<(), StoreError> {
        if self.writer.in_memory_because().is_some() {
            return Ok(());
        }
        let path = profile_path(&self.folder);
        let text = encode_profile(&self.profile).map_err(|why| StoreError::not_written(&path, why))?;
        self.writer.write(&path, text, Writing::Over)
    }

    /// Brings everything to the disk and lets go of the lock. How the saves stand in the end, and what is still untold.
    pub fn close(mut self) -> (SaveState, Vec<StoreError>) {
        self.settle();
        (self.state(), self.take_notices())
    }

    fn settle(&mut self) {
        self.finish(None);
        self.flush();
        self.write_index();
    }
}

impl Drop for Learner {
    fn drop(&mut self) {
        self.settle();
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
    let lock = lock_folder(folder, &new.name, notices)?;
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

/// Locks the learner's folder.
fn lock_folder(folder: &Path, name: &str, notices: &mut Vec<StoreError>) -> Result<Lock, Unprepared> {
    let path = lock_path(folder);
    match lock(&path) {
        Ok(file) => Ok(Some(file)),
        Err(Unlocked::Held(process)) => {
            // Named as whoever is meant calls themselves, however it was typed.
            let name = read_profile(folder).map_or_else(|_| name.to_owned(), |own| own.name);
            Err(Unprepared::Stop(Box::new(StoreError::InUse { name, lock: path, process })))
        }
        Err(Unlocked::Unusable(why)) => Err(Unprepared::Memory(path, why)),
        Err(Unlocked::Unknown(why)) => {
            notices.push(StoreError::NoLock { lock: path, why });
            Ok(None)
        }
    }
}
