//! Learners renamed, merged and deleted. Each is under the lock of whoever it concerns, and each step leaves a folder that
//! a kill cannot spoil: a name is one file written whole, a play is moved in one step, and what is deleted loses its name
//! first.

use super::attempt_folder::{attempts_folder, every_file};
use super::deleted::{free_place, sweep_deleted};
use super::error::{Cause, LearnerMixup, StoreError};
use super::index_file::index_path;
use super::journal_file::move_journal;
use super::lock::{Unlocked, lock, lock_path};
use super::profile_file::{profile_path, write_profile};
use super::saves::Saves;
use super::write::{make_folder, sync_folder};
use crate::record::attempt::AttemptId;
use crate::record::profile::{Profile, clean_name, is_same_name};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// What a merge has done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedLearners {
    /// How many plays have another learner now.
    pub plays: usize,
    /// The folder of whoever is gone, where something in it is not ours, and so was left.
    pub left: Option<PathBuf>,
}

impl Saves {
    /// Gives a learner another name. Everything else stays as it is.
    ///
    /// # Errors
    /// [`StoreError::Learner`], [`StoreError::Name`], [`StoreError::InUse`], [`StoreError::Write`].
    pub fn rename(&self, from: &str, to: &str) -> Result<(), StoreError> {
        let (folder, profile) = self.known(from)?;
        let name = clean_name(to).map_err(StoreError::Name)?;
        let (profiles, _) = self.profiles();
        if profiles.iter().any(|(other, own)| *other != folder && is_same_name(&own.name, &name)) {
            return Err(StoreError::Learner(LearnerMixup::NameTaken { name }));
        }
        let _lock = hold(&folder, &profile.name)?;
        write_profile(&folder, &Profile { name, ..profile })
    }

    /// Gives all plays of one learner to another, under new numbers behind the other's own, with the copies that were kept
    /// of them, and with the journal. Nothing is lost and nothing doubled, wherever it is cut off: what is moved already
    /// stays moved.
    ///
    /// # Errors
    /// [`StoreError::Learner`], [`StoreError::InUse`], [`StoreError::Write`].
    pub fn merge(&self, from: &str, into: &str) -> Result<MergedLearners, StoreError> {
        let ((from, gone), (into, stays)) = (self.known(from)?, self.known(into)?);
        if from == into {
            return Err(StoreError::Learner(LearnerMixup::SameLearner { name: stays.name }));
        }
        let _locks = (hold(&from, &gone.name)?, hold(&into, &stays.name)?);
        move_journal(&from, &into)?;
        let plays = move_plays(&from, &into)?;
        move_rest(&from.join("debriefs"), &into.join("debriefs"), |_| true)?;
        move_rest(&from, &into, |name| name.starts_with("journal.damaged"))?;
        let profile = profile_path(&from);
        fs::remove_file(&profile).map_err(|why| StoreError::not_written(&profile, why))?;
        Ok(MergedLearners { plays, left: (!remove_emptied(&from)).then_some(from) })
    }

    /// Deletes a learner with every play.
    ///
    /// # Errors
    /// [`StoreError::Learner`], [`StoreError::InUse`], [`StoreError::Write`].
    pub fn delete(&self, name: &str) -> Result<(), StoreError> {
        let (folder, profile) = self.known(name)?;
        let lock = hold(&folder, &profile.name)?;
        if cfg!(windows) {
            // There a folder with an open file in it cannot be renamed.
            drop(lock);
        }
        let own = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let aside = free_place(self.root(), &own);
        fs::rename(&folder, &aside).map_err(|why| StoreError::not_written(&folder, why))?;
        // From here on nobody finds it any more; what cannot be removed now is removed with the next one.
        let _ = sync_folder(self.root());
        sweep_deleted(self.root());
        Ok(())
    }
}

/// The lock of a learner; none where the file system knows no locks.
pub(super) fn hold(folder: &Path, name: &str) -> Result<Option<File>, StoreError> {
    let path = lock_path(folder);
    match lock(&path) {
        Ok(file) => Ok(Some(file)),
        Err(Unlocked::Held(process)) => Err(StoreError::InUse { name: name.to_owned(), lock: path, process }),
        Err(Unlocked::Unusable(why)) => Err(StoreError::not_written(&path, why)),
        Err(Unlocked::Unknown(_)) => Ok(None),
    }
}

/// Moves everything that has the number of a play, in the order of the numbers; how many plays there were.
fn move_plays(from: &Path, into: &Path) -> Result<usize, StoreError> {
    let listed = |folder: &Path| {
        every_file(folder, &mut |_, _| {})
            .map_err(|why| StoreError::Read { path: attempts_folder(folder), why: why.into() })
    };
    let mut highest = listed(into)?.into_iter().map(|(id, _)| id).max();
    let mut files = listed(from)?;
    files.sort();
    let (mut plays, mut last) = (0, None);
    for (id, path) in files {
        if last.replace(id) != Some(id) {
            let number = next_number(highest, into)?;
            move_copies(id, number, from, into)?;
            highest = Some(number);
            plays += 1;
        }
        let number = highest.unwrap_or(AttemptId::FIRST);
        move_to(&path, &attempts_folder(into).join(renumbered(&path, id, number)))?;
    }
    // That the moves outlast a power cut; what is not synced is still in one place or the other.
    let _ = (sync_folder(&attempts_folder(into)), sync_folder(&attempts_folder(from)));
    Ok(plays)
}

fn next_number(highest: Option<AttemptId>, into: &Path) -> Result<AttemptId, StoreError> {
    let next = highest.map_or(Some(AttemptId::FIRST), AttemptId::next);
    next.ok_or_else(|| StoreError::NoNumber { folder: into.to_owned(), highest: AttemptId::LAST })
}

/// Moves the documents that were kept of a play.
fn move_copies(id: AttemptId, number: AttemptId, from: &Path, into: &Path) -> Result<(), StoreError> {
    let entries = fs::read_dir(from.join("debriefs")).into_iter().flatten().flatten();
    let is_of =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{id}-")));
    for path in entries.map(|entry| entry.path()).filter(is_of).collect::<Vec<_>>() {
        move_to(&path, &into.join("debriefs").join(renumbered(&path, id, number)))?;
    }
    Ok(())
}

/// Moves whatever else lies in a folder under such a name.
fn move_rest(from: &Path, into: &Path, is_meant: impl Fn(&str) -> bool) -> Result<(), StoreError> {
    let entries = fs::read_dir(from).into_iter().flatten().flatten();
    entries
        .filter(|entry| is_meant(&entry.file_name().to_string_lossy()))
        .map(|entry| entry.path())
        .try_for_each(|path| move_to(&path, &into.join(path.file_name().unwrap_or_default())))
}

/// The name of a file of this play under another number.
fn renumbered(path: &Path, id: AttemptId, number: AttemptId) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    name.strip_prefix(&id.to_string()).map_or(name.clone(), |rest| format!("{number}{rest}"))
}

/// Moves a file in one step, never onto another.
fn move_to(path: &Path, to: &Path) -> Result<(), StoreError> {
    let failed = |why: Cause| StoreError::not_written(to, why);
    make_folder(to.parent().unwrap_or(Path::new("."))).map_err(|why| failed(why.into()))?;
    let name = to.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let names = std::iter::once(name.clone()).chain((2..).map(|count: u32| format!("{count}-{name}")));
    let free = names.take(1000).map(|name| to.with_file_name(name)).find(|path| path.symlink_metadata().is_err());
    let Some(free) = free else { return Err(failed(io::Error::from(io::ErrorKind::AlreadyExists).into())) };
    fs::rename(path, free).map_err(|why| failed(why.into()))
}

/// Removes a folder of which nothing is left but what can be made again; whether it is gone.
fn remove_emptied(folder: &Path) -> bool {
    for file in [index_path(folder), lock_path(folder)] {
        let _ = fs::remove_file(file);
    }
    for emptied in [attempts_folder(folder), folder.join("debriefs")] {
        let _ = fs::remove_dir(emptied);
    }
    fs::remove_dir(folder).is_ok()
}
