//! The folder of all learners: where it is, who is in it, and how one of them is found by name. What one learner did
//! is the work of `learner`.

use super::attempt_file::{file_name, load_attempt};
use super::attempt_folder::{FoundPlays, attempt_files, attempts_folder, look_at_attempts};
use super::content::Content;
use super::deleted::{is_deleted, sweep_deleted};
use super::error::{LearnerMixup, StoreError};
use super::index_file::newest_by_index;
use super::journal_file::look_at_journal;
use super::learner::Learner;
use super::name::folders;
use super::profile_file::{ProfileError, profile_path, read_profile};
use super::save_format::DecodeError;
use super::sitting_file::{StoredSitting, sittings_in};
use crate::base::text::Lang;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::history::History;
use crate::record::journal::JournalEvent;
use crate::record::profile::{Profile, clean_name, is_same_name};
use etcetera::BaseStrategy;
use jiff::Timestamp;
use std::cmp::Reverse;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// How many folder names are tried for one learner.
const CANDIDATES: usize = 1000;

/// A learner in the list, not opened.
#[derive(Clone, Debug)]
pub struct LearnerEntry {
    pub profile: Profile,
    pub folder: PathBuf,
    /// The newest attempt that can be read.
    pub last: Option<(AttemptId, Attempt)>,
}

/// One play of some learner, read and not opened.
#[derive(Clone, Debug)]
pub struct StoredAttempt {
    /// The name of the learner.
    pub learner: String,
    pub id: AttemptId,
    pub path: PathBuf,
    pub attempt: Attempt,
}

/// The folder of all learners; it need not exist yet.
#[derive(Clone, Debug)]
pub struct Saves {
    root: PathBuf,
}

impl Saves {
    pub fn at(root: impl Into<PathBuf>) -> Saves {
        Saves { root: root.into() }
    }

    /// Where saves are kept: the folder that was asked for on the command line, else that of the variable
    /// `DOORSTEP_SAVES`, else `saves` beside `scenarios` when those of the present folder are played, else the
    /// system's folder for a user's files.
    ///
    /// # Errors
    /// [`StoreError::NoHome`] when nothing else is given and the system names no such folder.
    pub fn find(
        asked: Option<&Path>,
        variable: Option<&Path>,
        content: &Content,
        cwd: &Path,
    ) -> Result<Saves, StoreError> {
        let said = asked.or(variable).filter(|path| !path.as_os_str().is_empty());
        if let Some(path) = said {
            return Ok(Saves::at(cwd.join(path)));
        }
        if content.is_beside(cwd) {
            return Ok(Saves::at(cwd.join("saves")));
        }
        let home = etcetera::choose_base_strategy().map_err(|_| StoreError::NoHome)?;
        Ok(Saves::at(home.data_dir().join("doorstep").join("saves")))
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// All learners in the order of names, and what could not be read. Nothing is changed on the disk.
    pub fn learners(&self) -> (Vec<LearnerEntry>, Vec<StoreError>) {
        let (profiles, notices) = self.profiles();
        let entries = profiles.into_iter().map(|(folder, profile)| {
            let last = newest_attempt(&folder);
            LearnerEntry { profile, folder, last }
        });
        (entries.collect(), notices)
    }

    /// The names of all learners, the one who played last first.
    pub fn names_by_last_play(&self) -> Vec<String> {
        let (mut entries, _) = self.learners();
        entries.sort_by_key(|entry| Reverse(entry.last.as_ref().map(|(_, attempt)| attempt.updated)));
        entries.into_iter().map(|entry| entry.profile.name).collect()
    }

    /// All plays of all learners, by name and number, and what could not be read. Nothing is changed on the disk.
    pub fn attempts(&self) -> (Vec<StoredAttempt>, Vec<StoreError>) {
        let (profiles, mut notices) = self.profiles();
        let mut all = Vec::new();
        for (folder, profile) in profiles {
            let mut files = attempt_files(&folder).unwrap_or_else(|error| {
                if error.kind() != ErrorKind::NotFound {
                    notices.push(StoreError::Read { path: folder.clone(), why: error.into() });
                }
                Vec::new()
            });
            files.sort();
            for (id, path) in files {
                match load_attempt(&path) {
                    Ok(attempt) => all.push(StoredAttempt { learner: profile.name.clone(), id, path, attempt }),
                    Err(error) => notices.push(error),
                }
            }
        }
        (all, notices)
    }

    /// Everybody by name, with the number of plays, and what could not be read. Nothing is changed on the disk.
    pub fn counts(&self) -> (Vec<(String, usize)>, Vec<StoreError>) {
        let (profiles, notices) = self.profiles();
        let count = |folder: &Path| attempt_files(folder).map_or(0, |files| files.len());
        (profiles.into_iter().map(|(folder, profile)| (profile.name, count(&folder))).collect(), notices)
    }

    /// Everything that happened to what a known learner knows, also while somebody has the learner open, and what of it is
    /// not understood. Nothing is changed on the disk.
    ///
    /// # Errors
    /// [`StoreError::Name`], [`StoreError::Learner`], [`StoreError::Newer`], [`StoreError::Read`].
    pub fn journal(&self, typed: &str) -> Result<(Vec<JournalEvent>, Vec<StoreError>), StoreError> {
        let (held, notices) = look_at_journal(&self.known(typed)?.0)?;
        Ok((held.events, notices))
    }

    /// All sittings of a known learner, in their order, and what is wrong with others. Nothing is changed on the disk.
    ///
    /// # Errors
    /// [`StoreError::Name`], [`StoreError::Learner`].
    pub fn sittings_of(&self, typed: &str) -> Result<(Vec<StoredSitting>, Vec<StoreError>), StoreError> {
        Ok(sittings_in(&self.known(typed)?.0))
    }

    /// All plays of a known learner with their moves, in the order of their numbers, also while somebody has the learner
    /// open, and what could not be read. Nothing is changed on the disk.
    ///
    /// # Errors
    /// [`StoreError::Name`], [`StoreError::Learner`], [`StoreError::Read`].
    pub fn plays_of(&self, typed: &str) -> Result<FoundPlays, StoreError> {
        let folder = self.known(typed)?.0;
        let failed = |why: io::Error| StoreError::Read { path: attempts_folder(&folder), why: why.into() };
        look_at_attempts(&folder).map_err(failed)
    }

    /// The name of a known learner as it is kept.
    ///
    /// # Errors
    /// [`StoreError::Name`], [`StoreError::Learner`].
    pub fn name_of(&self, typed: &str) -> Result<String, StoreError> {
        self.known(typed).map(|(_, profile)| profile.name)
    }

    /// Opens the learner of this name, typed as it is kept or at least meaning it ([`is_same_name`]), and makes one if there is none; `language` and `now` are for a new one.
    /// Where nothing can be written the learner is opened in memory, with a notice.
    ///
    /// # Errors
    /// [`StoreError::Name`]; [`StoreError::InUse`] while another process has the learner open; [`StoreError::Newer`].
    pub fn open(&self, typed: &str, language: Lang, now: Timestamp) -> Result<(Learner, History), StoreError> {
        let new = Profile::new(typed, language, now).map_err(StoreError::Name)?;
        sweep_deleted(&self.root);
        let own: Vec<PathBuf> = self.named(&new.name).into_iter().map(|(folder, _)| folder).collect();
        let folder = match the_one_of(&own, &new.name) {
            Some(folder) => folder.clone(),
            None => self.free_folder(&new.name)?,
        };
        // Whichever was copied from the other, its plays are not seen, and that is told.
        let others = own.into_iter().filter(|other| *other != folder);
        let same_name = |other| LearnerMixup::SameName { name: new.name.clone(), opened: folder.clone(), other };
        let notices = others.map(|other| StoreError::Learner(same_name(other))).collect();
        Learner::open(folder, new, notices)
    }

    /// Who has this name: typed as it is kept, or else meaning it.
    fn named(&self, name: &str) -> Vec<(PathBuf, Profile)> {
        let (mut profiles, _) = self.profiles();
        let is_known = profiles.iter().any(|(_, profile)| profile.name == name);
        profiles.retain(|(_, own)| if is_known { own.name == name } else { is_same_name(&own.name, name) });
        profiles
    }

    /// The learner of this name, who is known already, and the folder.
    ///
    /// # Errors
    /// [`StoreError::Name`], [`StoreError::Learner`].
    pub(super) fn known(&self, typed: &str) -> Result<(PathBuf, Profile), StoreError> {
        let name = clean_name(typed).map_err(StoreError::Name)?;
        let own = self.named(&name);
        let folders: Vec<PathBuf> = own.iter().map(|(folder, _)| folder.clone()).collect();
        let opened = the_one_of(&folders, &name).cloned();
        own.into_iter().find(|(folder, _)| Some(folder) == opened.as_ref()).ok_or_else(|| {
            let known = self.profiles().0.into_iter().map(|(_, profile)| profile.name).collect();
            StoreError::Learner(LearnerMixup::Nobody { name, known })
        })
    }

    /// The first folder for this name that is free, or that lost its `learner.ron`.
    pub(super) fn free_folder(&self, name: &str) -> Result<PathBuf, StoreError> {
        for folder in folders(name).take(CANDIDATES).map(|part| self.root.join(part)) {
            match read_profile(&folder) {
                Ok(_of_another_name) => {}
                Err(ProfileError::Unread(DecodeError::Newer(format))) => {
                    return Err(StoreError::Newer { path: profile_path(&folder), format });
                }
                Err(ProfileError::Unread(DecodeError::Damaged(_)) | ProfileError::World(_)) => return Ok(folder),
            }
        }
        // Short hashes would have to collide this often; whoever made such folders by hand may move them away.
        Err(StoreError::not_written(&self.root, io::Error::from(ErrorKind::AlreadyExists)))
    }

    pub(super) fn profiles(&self) -> (Vec<(PathBuf, Profile)>, Vec<StoreError>) {
        let mut profiles = Vec::new();
        let mut notices = Vec::new();
        let listed = fs::read_dir(&self.root).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let entries = listed.unwrap_or_else(|error| {
            if error.kind() != ErrorKind::NotFound {
                notices.push(StoreError::Read { path: self.root.clone(), why: error.into() });
            }
            Vec::new()
        });
        for folder in entries.into_iter().map(|entry| entry.path()).filter(|path| path.is_dir() && !is_deleted(path)) {
            let path = profile_path(&folder);
            match read_profile(&folder) {
                Ok(profile) => profiles.push((folder, profile)),
                Err(ProfileError::World(why)) if why.is_absence() => {}
                Err(error) => notices.push(error.told(path, None)),
            }
        }
        profiles.sort_by(|a, b| (&a.1.name, &a.0).cmp(&(&b.1.name, &b.0)));
        (profiles, notices)
    }
}

/// Which of a learner's folders is opened: the one that the name itself leads to, else the first.
fn the_one_of<'f>(own: &'f [PathBuf], name: &str) -> Option<&'f PathBuf> {
    let first = folders(name).next();
    let led_to = |folder: &&PathBuf| folder.file_name().and_then(|part| part.to_str()) == first.as_deref();
    own.iter().find(led_to).or(own.first())
}

fn newest_attempt(folder: &Path) -> Option<(AttemptId, Attempt)> {
    let load = |(id, path): (AttemptId, PathBuf)| Some((id, load_attempt(&path).ok()?));
    let attempts = attempts_folder(folder);
    let indexed = newest_by_index(folder, &attempts).map(|id| (id, attempts.join(file_name(id))));
    if let Some(newest) = indexed.and_then(load) {
        return Some(newest);
    }
    let mut files = attempt_files(folder).ok()?;
    files.sort_unstable();
    files.into_iter().rev().find_map(load)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_saves_follows_the_command_line_then_the_variable_then_the_content() {
        let cwd = tempfile::tempdir().expect("a folder");
        let (asked, variable) = (Path::new("here"), Path::new("/there"));
        let find = |asked, variable, content: &Content| {
            Saves::find(asked, variable, content, cwd.path()).expect("found").root().to_owned()
        };
        let embedded = Content::embedded();
        assert_eq!(find(Some(asked), Some(variable), &embedded), cwd.path().join("here"));
        assert_eq!(find(None, Some(variable), &embedded), Path::new("/there"));
        fs::create_dir(cwd.path().join("scenarios")).expect("made");
        fs::write(cwd.path().join("scenarios/pack.ron"), "").expect("written");
        let beside = Content::find(None, cwd.path()).expect("found");
        assert_eq!(find(None, Some(Path::new("")), &beside), cwd.path().join("saves"));
        let users = Saves::find(None, None, &embedded, cwd.path());
        assert!(users.is_err() || users.is_ok_and(|saves| saves.root().ends_with("doorstep/saves")));
    }
}
