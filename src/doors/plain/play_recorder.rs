//! Where a learner's plays are kept while lines are typed: the saves, and what was played so far.

use crate::base::bilingual::Bilingual;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::content::scenario::{Pack, Scenario};
use crate::content::standard::Standard;
use crate::doors::earlier_plays::take_in;
use crate::play::engine::Misfit;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::day::Day;
use crate::record::history::{History, WantedPlay};
use crate::record::journal::{Happened, JournalOrigin, JournalStamp};
use crate::record::play_result::PlayResult;
use crate::record::sitting::SittingLine;
use crate::record::summary::JudgedResult;
use crate::report::debrief::Export;
use crate::speech::messages::Messages;
use crate::store::{Learner, OpenSitting, SaveState, Saves, StoreError, StoredSitting};
use crate::tr;
use crate::trainer::learning::Learning;
use crate::trainer::open_play::{go_on, may_begin};
use crate::trainer::recorded_play::{KeepAttempt, RecordedPlay, Refusal};
use jiff::Timestamp;
use std::path::PathBuf;
use std::sync::Arc;

pub struct PlayRecorder {
    learner: Learner,
    history: History,
    learning: Learning,
    /// Under what this session writes in the journal.
    origin: JournalOrigin,
    /// How the saves stood when they were told of last.
    told: SaveState,
    /// Whether anything was kept, or should have been.
    has_kept: bool,
    /// What was taken in of plays before the journal, and is not told yet.
    earlier: Option<Bilingual>,
}

/// Why no play is begun.
#[derive(Debug)]
pub enum CannotBegin {
    /// An exam is open under this seed.
    Refused(Seed, Refusal),
    /// No number is left.
    NoNumber(StoreError),
}

/// When and where a session begins.
#[derive(Clone, Copy, Debug)]
pub struct SessionStart {
    pub now: Timestamp,
    /// How many seconds local time is ahead of UTC.
    pub offset: i32,
    /// A seed that nobody used yet.
    pub drawn: Seed,
}

impl PlayRecorder {
    /// Opens the learner's saves.
    ///
    /// # Errors
    /// When the name is none, or the saves cannot be opened.
    pub fn open(
        saves: &Saves,
        pack: &Pack,
        name: &str,
        lang: Lang,
        start: SessionStart,
    ) -> Result<PlayRecorder, StoreError> {
        let (mut learner, history) = saves.open(name, lang, start.now)?;
        let origin = JournalOrigin::of_session(start.now, start.drawn);
        let earlier = take_in(&mut learner, &history, pack, (origin, start.offset));
        let today = Day::at(start.now, start.offset);
        let learning = Learning::replay(learner.read_journal().to_vec(), today);
        Ok(PlayRecorder { earlier, learner, history, learning, origin, told: SaveState::default(), has_kept: false })
    }

    /// That earlier plays were taken into the journal, once.
    pub fn take_earlier(&mut self) -> Option<Bilingual> {
        self.earlier.take()
    }

    /// The learner's name.
    pub fn name(&self) -> &str {
        &self.learner.profile().name
    }

    /// The language that the learner chose last.
    pub fn language(&self) -> Lang {
        self.learner.profile().language
    }

    /// What was played so far.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What is known so far.
    pub(super) fn learning(&self) -> &Learning {
        &self.learning
    }

    /// The sittings of this learner. What is wrong with others is no sitting.
    pub(super) fn sittings(&self) -> Vec<StoredSitting> {
        self.learner.sittings().0
    }

    /// Begins the file of a sitting.
    ///
    /// # Errors
    /// Why it is not on the disk; it has not begun then.
    pub(super) fn begin_sitting(&mut self, line: &SittingLine) -> Result<OpenSitting, StoreError> {
        self.has_kept = true;
        self.learner.begin_sitting(line)
    }

    /// Opens the file of a sitting to go on with it.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(super) fn reopen_sitting(&self, sitting: &StoredSitting) -> Result<OpenSitting, StoreError> {
        self.learner.reopen_sitting(sitting)
    }

    /// Brings an event of a sitting to the disk.
    ///
    /// # Errors
    /// Why it is not there.
    pub(super) fn keep_event(&mut self, file: &mut OpenSitting, line: &SittingLine) -> Result<(), StoreError> {
        self.learner.keep_event(file, line)
    }

    /// Adds to the journal what an activity showed, and takes it in.
    pub(super) fn learn_from(&mut self, happened: Vec<Happened>, at: Timestamp, offset: i32) {
        let day = Day::at(at, offset);
        let first = self.learner.read_journal().len();
        self.has_kept = true;
        // Whether it is on the disk is told by the state, for as long as it is so.
        let _ = self.learner.append(happened, JournalStamp { origin: self.origin, at, day });
        let added = self.learner.read_journal().get(first..).unwrap_or_default().to_vec();
        self.learning.take(added, day);
    }

    /// Adds to the journal what a play shows that has come to its end.
    pub fn learn_from_play(&mut self, play: &RecordedPlay, standard: &Standard, at: Timestamp, offset: i32) {
        let shown = self.learning.of_play(play, standard);
        if !shown.is_empty() {
            self.learn_from(shown, at, offset);
        }
    }

    /// The open play that is meant, gone on with; and where it does not fit the scenario any more.
    pub fn go_on(
        &mut self,
        scenario: &Arc<Scenario>,
        wanted: WantedPlay,
        now: Timestamp,
    ) -> Option<(RecordedPlay, Option<Misfit>)> {
        // One that cannot be read is told when the saves are looked through.
        let found = go_on(&self.history, scenario, wanted, now, |id| match self.history.get(id) {
            Some(kept) => Some(kept.clone()),
            None => self.learner.load(id).ok(),
        });
        // It is on the disk already, whatever is done in it.
        self.has_kept |= found.is_some();
        found
    }

    /// The number of a new play of this scenario under this seed.
    ///
    /// # Errors
    /// [`CannotBegin`].
    pub fn begin(&mut self, scenario: &Scenario, seed: Seed) -> Result<AttemptId, CannotBegin> {
        may_begin(&self.history, &scenario.id, seed).map_err(|refused| CannotBegin::Refused(seed, refused))?;
        let folder = self.learner.folder();
        let none_left = || StoreError::NoNumber { folder: folder.to_owned(), highest: AttemptId::LAST };
        self.history.begin().ok_or_else(none_left).map_err(CannotBegin::NoNumber)
    }

    /// Writes a play to the disk before anything else is shown. Where that fails, the play goes on in memory, and the
    /// next move tries again.
    pub fn keep(&mut self, keep: &KeepAttempt) {
        self.has_kept = true;
        let attempt = self.history.keep(keep.id, keep.attempt.clone());
        // Whether it is on the disk is told by the state, for as long as it is so.
        let _ = self.learner.save(keep.id, &attempt);
    }

    /// Writes down what a finished play came to, if it was played by what there is today.
    pub fn keep_result(&mut self, play: &RecordedPlay, result: PlayResult, pack: &Pack) {
        if play.attempt().outdated(play.session().scenario(), pack).is_empty() {
            let attempt = Arc::new(Attempt { result: Some(result), ..Attempt::clone(play.attempt()) });
            self.keep(&KeepAttempt { id: play.id(), attempt });
        }
    }

    /// Notes what a play came to that was judged anew: in its file, if it was played in this session by what there is today.
    pub(super) fn note(&mut self, id: AttemptId, judged: JudgedResult) {
        match self.history.note(id, &judged) {
            Some(attempt) => self.keep(&KeepAttempt { id, attempt }),
            None => self.learner.note(id, judged),
        }
    }

    /// Looks up the moves of those of these plays that are not at hand. One that cannot be read is told, and not asked for
    /// again.
    pub(super) fn fetch(&mut self, ids: impl IntoIterator<Item = AttemptId>) -> Vec<Bilingual> {
        let missing: Vec<AttemptId> = ids.into_iter().filter(|id| self.history.get(*id).is_none()).collect();
        let (mut read, mut unread) = (Vec::new(), Vec::new());
        for id in missing {
            match self.learner.load(id) {
                Ok(attempt) => read.push((id, attempt)),
                Err(error) => {
                    self.history.forget(id);
                    unread.push(error.sentence());
                }
            }
        }
        self.history.provide(read);
        unread
    }

    /// Keeps a document in the learner's folder; its path.
    pub(super) fn export(&self, export: &Export) -> Result<PathBuf, StoreError> {
        self.learner.export(&export.name, &export.text)
    }

    /// Remembers the language that is read from now on.
    pub(super) fn set_language(&mut self, lang: Lang) {
        // What failed is told by the state.
        let _ = self.learner.set_language(lang);
    }

    /// What is to be said at this moment of how the saves stand: that nothing is saved any more, or everything again.
    pub fn news(&mut self, words: &Messages) -> Option<String> {
        let before = std::mem::replace(&mut self.told, self.learner.state());
        match (before.why(), self.told.why().and_then(StoreError::why)) {
            (None, Some(why)) => Some(tr!(words, "plain-unsaved", why = why.told().in_lang(words.lang()).to_owned())),
            (Some(_), None) => Some(tr!(words, "notice-saved-again")),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }

    /// What is said to whoever leaves: why something is lost, or that it is kept; none where nothing was done.
    pub fn farewell(&self, words: &Messages, kept: String) -> Option<String> {
        match self.learner.state().unsaved().and_then(StoreError::why) {
            Some(why) => Some(tr!(words, "plain-left-unsaved", why = why.told().in_lang(words.lang()).to_owned())),
            None => self.has_kept.then_some(kept),
        }
    }

    /// Why something is not on the disk, if it is not.
    pub fn unsaved(&self) -> Option<StoreError> {
        self.learner.state().unsaved().cloned()
    }

    /// What was found in the saves and is not told yet; what could not be written is told by the state.
    pub fn take_notices(&mut self) -> Vec<StoreError> {
        let found = self.learner.take_notices().into_iter();
        found.filter(|error| !matches!(error, StoreError::Write { .. })).collect()
    }

    /// Brings everything to the disk; why something could not be brought there.
    pub fn close(self) -> Option<StoreError> {
        self.learner.close().0.unsaved().cloned()
    }
}
