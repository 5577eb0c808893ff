//! Many learners, found where they lie: a folder of saves, a learner's folder, files of learners who travel, plays, sittings
//! and certificates by themselves, in any mixture and however deep. It only looks who is there; what a learner left is read
//! when it is asked for (`gathered_learner`). Nothing is written and no lock is taken.

use super::certificate_file::StoredCertificate;
use super::error::{Cause, StoreError};
use super::gathered_file::{GatheredFile, what_is};
use super::gathered_learner::{GatheredLearner, GatheredPlace};
use super::profile_file::{ProfileError, learner_of, profile_path, read_profile};
use super::saves::Saves;
use super::sitting_file::open_sitting;
use super::travel_plan::travel_profile;
use crate::base::bilingual::Phrase;
use crate::base::text::make_safe;
use crate::record::profile::folded_name;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// How deep folders are looked into.
const DEEPEST: usize = 12;

/// Who was found, and what could not be read.
#[derive(Debug, Default)]
pub struct Gathered {
    /// Everybody, in the order of names; whoever has several places is one learner.
    pub learners: Vec<GatheredLearner>,
    /// What could not be read so far.
    pub unread: Vec<StoreError>,
}

impl Gathered {
    /// Looks at these paths, each named as it was typed and where it is.
    pub fn at(paths: &[(PathBuf, PathBuf)]) -> Gathered {
        let mut gatherer = Gatherer::default();
        for (typed, path) in paths {
            let before = (gatherer.found, gatherer.unread.len());
            gatherer.look(&Spot { typed: typed.clone(), path: path.clone() });
            if before == (gatherer.found, gatherer.unread.len()) {
                gatherer.tell(typed, NOTHING);
            }
        }
        gatherer.gathered()
    }

    /// Whether nobody was found.
    pub fn is_empty(&self) -> bool {
        self.learners.is_empty()
    }
}

impl Saves {
    /// Everybody who has played here. A folder that is not there yet holds nobody.
    pub fn gathered(&self) -> Gathered {
        let mut gatherer = Gatherer::default();
        if self.root().symlink_metadata().is_ok() {
            gatherer.look(&Spot { typed: self.root().to_owned(), path: self.root().to_owned() });
        }
        gatherer.gathered()
    }
}

const NOTHING: Phrase = Phrase::new("there is nothing of a learner in it", "里面没有学员的任何东西");
const TOO_DEEP: Phrase = Phrase::new("it lies too deep in other folders", "它在文件夹里套得太深");

/// A file or folder: as it was typed, and where it is.
#[derive(Clone, Debug)]
struct Spot {
    typed: PathBuf,
    path: PathBuf,
}

impl Spot {
    fn entry(&self, name: &Path) -> Spot {
        Spot { typed: self.typed.join(name), path: self.path.join(name) }
    }
}

/// Whose something is: by name, or where nobody is named by the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Named(String),
    Folder(PathBuf),
}

#[derive(Debug, Default)]
struct Gatherer {
    learners: BTreeMap<Whose, GatheredLearner>,
    /// What was looked at, wherever links lead: what is named twice lies there once.
    seen: BTreeSet<PathBuf>,
    /// What of that was nothing of a learner.
    nothing: BTreeSet<PathBuf>,
    found: usize,
    unread: Vec<StoreError>,
}

impl Gatherer {
    fn gathered(self) -> Gathered {
        let mut learners: Vec<GatheredLearner> = self.learners.into_values().collect();
        learners.sort_by(|a, b| (!a.is_named, &a.name).cmp(&(!b.is_named, &b.name)));
        Gathered { learners, unread: self.unread }
    }

    fn tell(&mut self, path: &Path, why: impl Into<Cause>) {
        self.unread.push(StoreError::Read { path: path.to_owned(), why: why.into() });
    }

    /// Looks at something that was named.
    fn look(&mut self, at: &Spot) {
        match fs::metadata(&at.path) {
            Err(why) => self.tell(&at.typed, why),
            Ok(meta) if meta.is_dir() => self.folder(at, 0),
            Ok(_) => self.file(at),
        }
    }

    fn folder(&mut self, at: &Spot, depth: usize) {
        if is_learners(&at.path) {
            return self.learner(at);
        }
        if depth > DEEPEST {
            return self.tell(&at.typed, TOO_DEEP);
        }
        for (name, kind) in self.entries(at) {
            let entry = at.entry(&name);
            // A link may lead around in a circle, so it is followed to a learner or to a file, and no further.
            let leads_to_folder = kind.is_symlink() && entry.path.is_dir();
            if kind.is_dir() || leads_to_folder && is_learners(&entry.path) {
                self.folder(&entry, depth + 1);
            } else if !leads_to_folder {
                self.file(&entry);
            }
        }
    }

    /// What lies in a folder in the order of names, without what is hidden.
    fn entries(&mut self, at: &Spot) -> Vec<(PathBuf, fs::FileType)> {
        let listed = fs::read_dir(&at.path).and_then(|entries| {
            let kinds =
                entries.map(|entry| entry.and_then(|own| Ok((PathBuf::from(own.file_name()), own.file_type()?))));
            kinds.collect::<Result<Vec<_>, _>>()
        });
        let mut entries = listed.unwrap_or_else(|why| {
            self.tell(&at.typed, why);
            Vec::new()
        });
        entries.retain(|(name, _)| !name.to_string_lossy().starts_with('.'));
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        entries
    }

    /// A learner's folder, and the certificates that lie in it.
    fn learner(&mut self, at: &Spot) {
        if self.is_seen(at) {
            return;
        }
        match read_profile(&at.path) {
            Ok(profile) => self.add(&Whose::Named(profile.name), GatheredPlace::Folder(at.path.clone())),
            Err(why) => {
                if !matches!(&why, ProfileError::World(why) if why.is_absence()) {
                    self.unread.push(why.told(profile_path(&at.typed), None));
                }
                self.add(&Whose::Folder(at.typed.clone()), GatheredPlace::Folder(at.path.clone()));
            }
        }
        for folder in [at.clone(), at.entry(Path::new("sittings"))] {
            let is_there = folder.path.is_dir();
            let entries = if is_there { self.entries(&folder) } else { Vec::new() };
            for (name, _) in entries.iter().filter(|(name, _)| name.extension().is_some_and(|own| own == "certificate"))
            {
                self.file(&folder.entry(name));
            }
        }
    }

    /// A file by itself: passed over where it is nothing of a learner.
    fn file(&mut self, at: &Spot) {
        if self.is_seen(at) {
            return;
        }
        match what_is(&at.path) {
            // What is no file at all, a pipe in a folder, is nothing of a learner either.
            Ok(None) | Err(Cause::NotAFile) => drop(self.nothing.insert(real(at))),
            Err(why) => self.tell(&at.typed, why),
            Ok(Some(GatheredFile::Travel)) => match travel_profile(&at.path, &at.typed) {
                Ok(profile) => {
                    let place = GatheredPlace::Travel { path: at.path.clone(), typed: at.typed.clone() };
                    self.add(&Whose::Named(profile.name), place);
                }
                Err(why) => self.unread.push(why),
            },
            Ok(Some(GatheredFile::Attempt)) => {
                let whose = learner_of(&at.path).map_or_else(|| Whose::Folder(folder_of(&at.typed)), Whose::Named);
                self.add(&whose, GatheredPlace::Attempt(at.path.clone()));
            }
            Ok(Some(GatheredFile::Sitting)) => match open_sitting(&at.path) {
                Ok(sitting) => match sitting.begun() {
                    Some(begun) => {
                        let whose = Whose::Named(begun.candidate.to_string());
                        self.add(&whose, GatheredPlace::Sitting(at.path.clone()));
                    }
                    None => self.tell(&at.typed, NOTHING),
                },
                Err(why) => self.unread.push(why),
            },
            Ok(Some(GatheredFile::Certificate)) => match StoredCertificate::open(&at.path, &at.typed) {
                Ok(own) => {
                    let whose = Whose::Named(own.signed.certificate.result.candidate.to_string());
                    self.add(&whose, GatheredPlace::Certificate(Box::new(own)));
                }
                Err(why) => self.unread.push(why),
            },
        }
    }

    fn add(&mut self, whose: &Whose, place: GatheredPlace) {
        self.found += 1;
        let key = match whose {
            Whose::Named(name) => Whose::Named(folded_name(name)),
            Whose::Folder(folder) => Whose::Folder(folder.clone()),
        };
        let learner = self.learners.entry(key).or_insert_with(|| match whose {
            Whose::Named(name) => GatheredLearner::new(name.clone(), true),
            Whose::Folder(folder) => GatheredLearner::new(folder_name(folder), false),
        });
        learner.places.push(place);
    }

    /// Whether this was looked at before; what came of it then came of it now.
    fn is_seen(&mut self, at: &Spot) -> bool {
        let real = real(at);
        let is_seen = self.seen.contains(&real);
        self.found += usize::from(is_seen && !self.nothing.contains(&real));
        self.seen.insert(real);
        is_seen
    }
}

/// Whether a folder is that of one learner: it says who, or has lost that and still has plays and a journal.
fn is_learners(folder: &Path) -> bool {
    let has = |name: &str| folder.join(name).symlink_metadata().is_ok_and(|meta| !meta.file_type().is_symlink());
    profile_path(folder).symlink_metadata().is_ok() || has("attempts") && (has("journal") || has("plays.index"))
}

/// The folder in which a play lies by itself; what it lies in says nothing where that is called `attempts`.
fn folder_of(play: &Path) -> PathBuf {
    let folder = play.parent().unwrap_or(play);
    let is_ours = folder.file_name().is_some_and(|name| name == "attempts");
    if is_ours { folder.parent().unwrap_or(folder) } else { folder }.to_owned()
}

/// Where something is, wherever links lead.
fn real(at: &Spot) -> PathBuf {
    fs::canonicalize(&at.path).unwrap_or_else(|_| at.path.clone())
}

/// How a learner is called of whom only the folder is known.
fn folder_name(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
    let name = make_safe(&name).replace('\n', "\u{FFFD}");
    if name.is_empty() { ".".to_owned() } else { name }
}

impl From<Phrase> for Cause {
    fn from(words: Phrase) -> Cause {
        Cause::Notation(words.into())
    }
}
