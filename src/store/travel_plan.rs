//! What the files of travelling learners would bring to one who is here, worked out before anything is written.

use super::attempt_file::{self, file_name};
use super::attempt_folder::{FoundPlays, attempts_folder, every_file, look_at_attempts};
use super::error::{Cause, StoreError};
use super::journal_file::JournalPlan;
use super::journal_text::{JournalText, read_journal_text};
use super::profile_file::decode_profile;
use super::read::read_handed_in;
use super::save_format::DecodeError;
use super::travel_fault::{TravelFault, TravelFaultKind};
use super::travel_out::MAX_TRAVEL;
use super::travel_text::{PartName, TravelPart, decode, first_part};
use super::write::{make_folder, write_many_new, write_whole};
use crate::base::bilingual::Phrase;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::profile::Profile;
use crate::record::same_play::{OtherRecord, PlayIdentity};
use crate::record::travel::ImportedPlays;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What a file holds, all of it understood.
#[derive(Debug)]
pub(super) struct TravelFile {
    pub(super) profile: Profile,
    /// In the order of the file, each with the number that it had.
    pub(super) attempts: Vec<(AttemptId, Attempt)>,
    pub(super) journal: JournalText,
}

impl TravelFile {
    /// Reads a whole file.
    ///
    /// # Errors
    /// When a byte of it is not as it was written, or a part of it is not understood.
    pub(super) fn read(bytes: &[u8]) -> Result<TravelFile, TravelFault> {
        let (mut profile, mut attempts, mut journal) = (None, Vec::new(), JournalText::default());
        let mut seen = FxHashSet::default();
        let parts = decode(bytes)?;
        for part in &parts {
            if !seen.insert(part.name) {
                return Err(TravelFaultKind::Twice(part.name.to_string()).at(part.line));
            }
            match part.name {
                PartName::Profile => profile = Some(decode_profile(part.text).map_err(|why| senseless(part, why))?),
                PartName::Attempt(id) => {
                    attempts.push((id, attempt_file::decode(part.text).map_err(|why| senseless(part, why))?));
                }
                PartName::Journal => journal = whole_journal(part.text).map_err(|why| senseless(part, why))?,
            }
        }
        let profile = profile.ok_or_else(|| TravelFaultKind::NoProfile.at(2))?;
        Ok(TravelFile { profile, attempts, journal })
    }
}

/// Reads one file whole; it is named as it was typed.
///
/// # Errors
/// [`StoreError::Read`], [`StoreError::Travel`].
pub(super) fn open_travel(path: &Path, typed: &Path) -> Result<TravelFile, StoreError> {
    let bytes = read_handed_in(path, typed, MAX_TRAVEL)?;
    TravelFile::read(&bytes).map_err(|fault| StoreError::Travel { path: typed.to_owned(), fault })
}

/// How many bytes who it is takes at most, with what stands before it.
const MAX_PROFILE: u64 = 4 << 10;

/// Who travels in a file, by its first part alone where that is enough.
///
/// # Errors
/// [`StoreError::Read`], [`StoreError::Travel`].
pub(super) fn travel_profile(path: &Path, typed: &Path) -> Result<Profile, StoreError> {
    let mut head = Vec::new();
    let opened = File::open(path).and_then(|file| file.take(MAX_PROFILE).read_to_end(&mut head));
    let first = opened.ok().and_then(|_| first_part(&head)).filter(|part| part.name == PartName::Profile);
    match first.and_then(|part| decode_profile(part.text).ok()) {
        Some(profile) => Ok(profile),
        // Whatever is wrong is told by reading all of it.
        None => open_travel(path, typed).map(|file| file.profile),
    }
}

fn senseless(part: &TravelPart, why: DecodeError) -> TravelFault {
    let kind = match why {
        DecodeError::Newer(format) => TravelFaultKind::Newer(format),
        DecodeError::Damaged(words) => TravelFaultKind::Senseless(part.name.to_string(), words),
    };
    kind.at(part.line)
}

/// A journal of which every line is understood, or at least an event.
fn whole_journal(text: &str) -> Result<JournalText, DecodeError> {
    let read = read_journal_text(text.as_bytes()).map_err(DecodeError::Newer)?;
    let why = Phrase::new("some of its lines are no events", "里面有几行不是事件");
    if read.differs { Err(DecodeError::Damaged(why.into())) } else { Ok(read) }
}

/// What is to be written for one learner.
#[derive(Debug)]
pub(super) struct TravelPlan {
    folder: PathBuf,
    plays: Vec<PlannedPlay>,
    by_identity: FxHashMap<PlayIdentity, Vec<usize>>,
    highest: Option<AttemptId>,
    journal: JournalPlan,
}

/// A play as it will be.
#[derive(Debug)]
struct PlannedPlay {
    id: AttemptId,
    attempt: Attempt,
    write: PlayWrite,
}

/// What is to be done for a play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PlayWrite {
    /// Its file is as it will be.
    Nothing,
    /// It gets a file.
    New,
    /// Its file is replaced by one that says more.
    Over,
}

impl TravelPlan {
    /// What is here in this folder, to which nothing was added yet, and what of it could not be read.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for the journal, [`StoreError::Read`].
    pub(super) fn of(folder: PathBuf) -> Result<(TravelPlan, Vec<StoreError>), StoreError> {
        let unlisted = |why: io::Error| StoreError::Read { path: attempts_folder(&folder), why: why.into() };
        let FoundPlays { plays, unread } = look_at_attempts(&folder).map_err(unlisted)?;
        let files = every_file(&folder, &mut |_, _| {}).map_err(unlisted)?;
        let highest = files.into_iter().map(|(id, _)| id).max();
        let journal = JournalPlan::of(&folder)?;
        let (plays_here, by_identity) = (Vec::with_capacity(plays.len()), FxHashMap::default());
        let mut plan = TravelPlan { folder, plays: plays_here, by_identity, highest, journal };
        for (id, attempt) in plays {
            plan.hold(PlannedPlay { id, attempt, write: PlayWrite::Nothing });
        }
        Ok((plan, unread))
    }

    fn hold(&mut self, play: PlannedPlay) {
        self.by_identity.entry(PlayIdentity::of(&play.attempt)).or_default().push(self.plays.len());
        self.plays.push(play);
    }

    /// Takes in what a file holds; what became of its plays, and how many events are new.
    ///
    /// # Errors
    /// [`StoreError::NoNumber`]; [`StoreError::Write`] where the journal would be too large.
    pub(super) fn take(&mut self, file: &TravelFile) -> Result<(ImportedPlays, usize), StoreError> {
        let mut became = ImportedPlays::default();
        for (_, attempt) in &file.attempts {
            self.take_play(attempt, &mut became)?;
        }
        Ok((became, self.journal.take(&file.journal)?))
    }

    fn take_play(&mut self, attempt: &Attempt, became: &mut ImportedPlays) -> Result<(), StoreError> {
        let same = self.by_identity.get(&PlayIdentity::of(attempt)).cloned().unwrap_or_default();
        let how = |place: usize| OtherRecord::of(&self.plays[place].attempt, attempt);
        if same.iter().any(|place| how(*place) == OtherRecord::Known) {
            became.known += 1;
            return Ok(());
        }
        let grows = same.iter().copied().filter(|place| how(*place) == OtherRecord::GoesOn);
        if let Some(place) = grows.max_by_key(|place| self.plays[*place].attempt.moves.len()) {
            let own = &mut self.plays[place];
            own.attempt = attempt.clone();
            own.write = if own.write == PlayWrite::New { PlayWrite::New } else { PlayWrite::Over };
            became.went_on += 1;
            return Ok(());
        }
        let id = self.highest.map_or(Some(AttemptId::FIRST), AttemptId::next);
        let none = || StoreError::NoNumber { folder: self.folder.clone(), highest: AttemptId::LAST };
        let id = id.ok_or_else(none)?;
        self.highest = Some(id);
        self.hold(PlannedPlay { id, attempt: attempt.clone(), write: PlayWrite::New });
        *(if same.is_empty() { &mut became.added } else { &mut became.parted }) += 1;
        Ok(())
    }

    /// Makes the texts of everything that will be written, so that nothing but the disk can fail from here on.
    ///
    /// # Errors
    /// When a play would be larger than what is read again.
    pub(super) fn prepared(self) -> Result<PreparedImport, StoreError> {
        let attempts = attempts_folder(&self.folder);
        let texts_of = |wanted: PlayWrite| -> Result<Vec<(PathBuf, String)>, StoreError> {
            let wanted = self.plays.iter().filter(|play| play.write == wanted);
            let text = |play: &PlannedPlay| {
                let path = attempts.join(file_name(play.id));
                let encoded = attempt_file::encode(&play.attempt);
                encoded.map_err(|why| StoreError::not_written(&path, why)).map(|text| (path, text))
            };
            wanted.map(text).collect()
        };
        let (new, over) = (texts_of(PlayWrite::New)?, texts_of(PlayWrite::Over)?);
        Ok(PreparedImport { attempts, new, over, journal: self.journal })
    }
}

/// Texts that are ready to be written.
#[derive(Debug)]
pub(super) struct PreparedImport {
    attempts: PathBuf,
    new: Vec<(PathBuf, String)>,
    over: Vec<(PathBuf, String)>,
    journal: JournalPlan,
}

impl PreparedImport {
    /// Writes it, play after play, then the journal. Wherever it is cut off, doing it again does the rest, and nothing twice.
    ///
    /// # Errors
    /// [`StoreError::Write`].
    pub(super) fn write(self) -> Result<(), StoreError> {
        if !self.new.is_empty() {
            make_folder(&self.attempts).map_err(|why| StoreError::not_written(&self.attempts, Cause::from(why)))?;
        }
        write_many_new(&self.attempts, &self.new)?;
        self.over.iter().try_for_each(|(path, text): &(PathBuf, String)| write_whole(Path::new(path), text))?;
        self.journal.write()
    }
}
