//! What one gathered learner left, read where it lies: whole and one after the other, or in short. What lies in several
//! places (two copies of a folder, two files from two months) is one learner's, and each play, event and sitting is there
//! once: the record that goes on furthest.

use super::attempt_file::{file_name, load_attempt};
use super::attempt_folder::{ListedAttempt, attempts_folder, each_attempt, look_at_attempts, look_at_summaries};
use super::certificate_file::StoredCertificate;
use super::error::StoreError;
use super::journal_file::look_at_journal;
use super::journal_text::{JournalText, merged_text, read_journal_text};
use super::sitting_file::{StoredSitting, open_sitting, sittings_in};
use super::travel_plan::{TravelFile, open_travel};
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::journal::JournalEvent;
use crate::record::same_play::{OtherRecord, PlayIdentity};
use crate::record::summary::PlaySummary;
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// One learner, not read yet.
#[derive(Debug)]
pub struct GatheredLearner {
    /// The name; where nobody is named, that of the folder in which the plays lie.
    pub name: String,
    /// Whether somebody is named.
    pub is_named: bool,
    pub(super) places: Vec<GatheredPlace>,
}

/// Where something of a learner lies.
#[derive(Debug)]
pub(super) enum GatheredPlace {
    /// A learner's folder.
    Folder(PathBuf),
    /// The file of a learner who travels.
    Travel {
        path: PathBuf,
        typed: PathBuf,
    },
    /// A play by itself.
    Attempt(PathBuf),
    /// A sitting by itself.
    Sitting(PathBuf),
    Certificate(Box<StoredCertificate>),
}

/// One play with its moves.
#[derive(Clone, Debug)]
pub struct GatheredPlay {
    /// The number that it has where it lies; 1 where it has none.
    pub id: AttemptId,
    /// What was done.
    pub attempt: Attempt,
    /// The file that it lies in.
    pub path: PathBuf,
}

/// One play in short.
#[derive(Clone, Debug)]
pub struct PlayInShort {
    /// What is known of it; its number is that of the place where it lies.
    pub summary: PlaySummary,
    /// The file that it lies in: its own, or that of a learner who travels.
    pub path: PathBuf,
    /// All of it, where it had to be read.
    pub attempt: Option<Box<Attempt>>,
}

/// What a learner left, the plays in short.
#[derive(Debug, Default)]
pub struct GatheredRecords {
    /// In the order in which they lie; by their numbers where they lie in one folder.
    pub plays: Vec<PlayInShort>,
    /// What happened to what the learner knows.
    pub events: Vec<JournalEvent>,
    /// Every sitting.
    pub sittings: Vec<StoredSitting>,
    /// What could not be read.
    pub unread: Vec<StoreError>,
}

impl GatheredLearner {
    pub(super) fn new(name: String, is_named: bool) -> GatheredLearner {
        GatheredLearner { name, is_named, places: Vec::new() }
    }

    /// Every play with its moves, one after the other, and where one cannot be read, why.
    pub fn attempts(&self) -> Box<dyn Iterator<Item = Result<GatheredPlay, StoreError>> + '_> {
        // What lies in one place only is read when it is asked for; of several places, records are held beside each other.
        if let [GatheredPlace::Folder(folder)] = self.with_plays().as_slice() {
            return attempts_of_folder(folder);
        }
        let (plays, unread) = self.plays_of_all();
        Box::new(unread.into_iter().map(Err).chain(plays.into_iter().map(Ok)))
    }

    /// These plays of this learner, each by the file that it lies in and its number there; none where one cannot be read any
    /// more. A file that holds many of them is read once.
    pub fn chosen(&self, wanted: &[(PathBuf, AttemptId)]) -> Vec<Option<Attempt>> {
        let mut travelled: FxHashMap<&Path, FxHashMap<AttemptId, Attempt>> = FxHashMap::default();
        for place in &self.places {
            if let GatheredPlace::Travel { path, typed } = place
                && wanted.iter().any(|(own, _)| own == path)
                && let Ok(file) = open_travel(path, typed)
            {
                travelled.insert(path, file.attempts.into_iter().collect());
            }
        }
        let attempt = |(path, id): &(PathBuf, AttemptId)| match travelled.get(&**path) {
            Some(all) => all.get(id).cloned(),
            None => load_attempt(path).ok(),
        };
        wanted.iter().map(attempt).collect()
    }

    /// Every sitting, one after the other, and where one cannot be read, why.
    pub fn sittings(&self) -> impl Iterator<Item = Result<StoredSitting, StoreError>> {
        let (mut sittings, mut unread): (Vec<StoredSitting>, _) = (Vec::new(), Vec::new());
        for place in &self.places {
            match place {
                GatheredPlace::Folder(folder) => {
                    let (own, wrong) = sittings_in(folder);
                    for own in own {
                        hold_sitting(&mut sittings, own);
                    }
                    unread.extend(wrong);
                }
                GatheredPlace::Sitting(path) => match open_sitting(path) {
                    Ok(own) => hold_sitting(&mut sittings, own),
                    Err(why) => unread.push(why),
                },
                GatheredPlace::Certificate(own) => {
                    if let Some(lines) = own.signed.sitting.clone() {
                        hold_sitting(&mut sittings, StoredSitting { path: own.path.clone(), lines });
                    }
                }
                GatheredPlace::Travel { .. } | GatheredPlace::Attempt(_) => {}
            }
        }
        unread.into_iter().map(Err).chain(sittings.into_iter().map(Ok))
    }

    /// The certificates that lie beside.
    pub fn certificates(&self) -> impl Iterator<Item = &StoredCertificate> {
        self.places.iter().filter_map(|place| match place {
            GatheredPlace::Certificate(own) => Some(&**own),
            _ => None,
        })
    }

    /// All of it, the plays in short.
    pub fn records(&self) -> GatheredRecords {
        let mut records = match self.with_plays().as_slice() {
            [GatheredPlace::Folder(folder)] => in_short(folder),
            [GatheredPlace::Travel { path, typed }] => in_short_travelled(path, typed),
            _ => self.in_short_of_all(),
        };
        for sitting in self.sittings() {
            match sitting {
                Ok(own) => records.sittings.push(own),
                Err(why) => records.unread.push(why),
            }
        }
        records
    }

    /// The places that may have plays.
    fn with_plays(&self) -> Vec<&GatheredPlace> {
        let may = |place: &&GatheredPlace| match place {
            GatheredPlace::Folder(_) | GatheredPlace::Travel { .. } | GatheredPlace::Attempt(_) => true,
            GatheredPlace::Sitting(_) | GatheredPlace::Certificate(_) => false,
        };
        self.places.iter().filter(may).collect()
    }

    fn in_short_of_all(&self) -> GatheredRecords {
        let (plays, mut unread) = self.plays_of_all();
        let in_short = |own: GatheredPlay| PlayInShort::of(own.id, own.attempt, own.path);
        let mut journal = JournalText::default();
        for place in &self.places {
            let other = match place {
                GatheredPlace::Folder(folder) => look_at_journal(folder).map(|(text, wrong)| {
                    unread.extend(wrong);
                    text
                }),
                // What is wrong with the file was told with its plays.
                GatheredPlace::Travel { path, typed } => {
                    Ok(open_travel(path, typed).map(|own| own.journal).unwrap_or_default())
                }
                _ => continue,
            };
            match other {
                Ok(other) if journal.events.is_empty() => journal = other,
                Ok(other) if other.events.is_empty() => {}
                Ok(other) => {
                    journal = read_journal_text(merged_text(&journal, &other).as_bytes()).unwrap_or_default();
                }
                Err(why) => unread.push(why),
            }
        }
        let plays = plays.into_iter().map(in_short).collect();
        GatheredRecords { plays, events: journal.events, sittings: Vec::new(), unread }
    }

    /// The plays of all places, each once.
    fn plays_of_all(&self) -> (Vec<GatheredPlay>, Vec<StoreError>) {
        let (mut all, mut unread) = (HeldPlays::default(), Vec::new());
        for place in &self.places {
            match place {
                GatheredPlace::Folder(folder) => match look_at_attempts(folder) {
                    Ok(found) => {
                        unread.extend(found.unread);
                        let attempts = attempts_folder(folder);
                        all.hold_all(found.plays, |id| attempts.join(file_name(id)));
                    }
                    Err(why) => unread.push(StoreError::Read { path: attempts_folder(folder), why: why.into() }),
                },
                GatheredPlace::Travel { path, typed } => match open_travel(path, typed) {
                    Ok(file) => all.hold_all(file.attempts, |_| path.clone()),
                    Err(why) => unread.push(why),
                },
                GatheredPlace::Attempt(path) => match load_attempt(path) {
                    Ok(attempt) => all.hold_all(vec![(AttemptId::FIRST, attempt)], |_| path.clone()),
                    Err(why) => unread.push(why),
                },
                GatheredPlace::Sitting(_) | GatheredPlace::Certificate(_) => {}
            }
        }
        // Numbers say nothing where there are several places.
        all.plays.sort_by_key(|own| own.attempt.started);
        (all.plays, unread)
    }
}

impl PlayInShort {
    fn of(id: AttemptId, attempt: Attempt, path: PathBuf) -> PlayInShort {
        PlayInShort { summary: PlaySummary::of(id, &attempt), path, attempt: Some(Box::new(attempt)) }
    }
}

/// Plays of several places.
#[derive(Default)]
struct HeldPlays {
    plays: Vec<GatheredPlay>,
    by_identity: FxHashMap<PlayIdentity, Vec<usize>>,
}

impl HeldPlays {
    /// Takes in the plays of one place. Two records in one place are two plays; one that is known from another place already
    /// is the same, or goes on.
    fn hold_all(&mut self, plays: Vec<(AttemptId, Attempt)>, path: impl Fn(AttemptId) -> PathBuf) {
        let known = self.plays.len();
        for (id, attempt) in plays {
            let own = GatheredPlay { path: path(id), id, attempt };
            let same = self.by_identity.entry(PlayIdentity::of(&own.attempt)).or_default();
            let how = |place: &&usize| OtherRecord::of(&self.plays[**place].attempt, &own.attempt);
            let earlier = || same.iter().filter(|place| **place < known);
            if earlier().any(|place| how(&place) == OtherRecord::Known) {
                continue;
            }
            if let Some(place) = earlier().find(|place| how(place) == OtherRecord::GoesOn).copied() {
                self.plays[place] = own;
            } else {
                same.push(self.plays.len());
                self.plays.push(own);
            }
        }
    }
}

/// A sitting that is known by its beginning is kept as far as it goes.
fn hold_sitting(sittings: &mut Vec<StoredSitting>, own: StoredSitting) {
    let is_same = |other: &&mut StoredSitting| {
        let (short, long) =
            if other.lines.len() < own.lines.len() { (&other.lines, &own.lines) } else { (&own.lines, &other.lines) };
        !short.is_empty() && long.starts_with(short)
    };
    match sittings.iter_mut().find(is_same) {
        Some(other) if other.lines.len() < own.lines.len() => *other = own,
        Some(_) => {}
        None => sittings.push(own),
    }
}

fn attempts_of_folder(folder: &Path) -> Box<dyn Iterator<Item = Result<GatheredPlay, StoreError>>> {
    match each_attempt(folder) {
        Ok((files, wrong)) => {
            let load = |own: ListedAttempt| {
                Ok(GatheredPlay { attempt: own.with_result(load_attempt(&own.path)?), id: own.id, path: own.path })
            };
            Box::new(wrong.into_iter().map(Err).chain(files.into_iter().map(load)))
        }
        Err(why) => {
            let failed = StoreError::Read { path: attempts_folder(folder), why: why.into() };
            Box::new(std::iter::once(Err(failed)))
        }
    }
}

fn in_short(folder: &Path) -> GatheredRecords {
    let mut records = GatheredRecords::default();
    let attempts = attempts_folder(folder);
    match look_at_summaries(folder, &mut records.unread) {
        Ok(plays) => {
            let place = |summary: PlaySummary| {
                let path = attempts.join(file_name(summary.id));
                PlayInShort { summary, path, attempt: None }
            };
            records.plays = plays.into_iter().map(place).collect();
        }
        Err(why) => records.unread.push(StoreError::Read { path: attempts.clone(), why: why.into() }),
    }
    match look_at_journal(folder) {
        Ok((journal, wrong)) => {
            records.events = journal.events;
            records.unread.extend(wrong);
        }
        Err(why) => records.unread.push(why),
    }
    records
}

fn in_short_travelled(path: &Path, typed: &Path) -> GatheredRecords {
    let mut records = GatheredRecords::default();
    match open_travel(path, typed) {
        Ok(TravelFile { attempts, journal, .. }) => {
            let short = |(id, attempt)| PlayInShort::of(id, attempt, path.to_owned());
            records.plays = attempts.into_iter().map(short).collect();
            records.events = journal.events;
        }
        Err(why) => records.unread.push(why),
    }
    records
}
