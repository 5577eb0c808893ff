//! Learners taken in from files. All files are read and understood, everybody concerned is locked, and everything that will be
//! written is ready before the first byte is.

use super::error::{LearnerMixup, StoreError};
use super::manage::hold;
use super::profile_file::write_profile;
use super::saves::Saves;
use super::travel_plan::{PreparedImport, TravelFile, TravelPlan, open_travel};
use super::write::make_folder;
use crate::record::profile::{Profile, clean_name, is_same_name};
use crate::record::travel::ImportedLearner;
use std::fs::File;
use std::path::PathBuf;

/// What came of an import.
#[derive(Clone, Debug, Default)]
pub struct ImportOutcome {
    /// What each file has brought, in their order.
    pub imported: Vec<ImportedLearner>,
    /// What was here and could not be read: it stays as it is.
    pub unread: Vec<StoreError>,
}

/// Somebody who gets what files hold.
struct Traveller {
    who: Recipient,
    plan: TravelPlan,
}

/// Who it is.
struct Recipient {
    folder: PathBuf,
    profile: Profile,
    /// Whether nobody of this name is here yet.
    is_new: bool,
    /// Whether the profile on the disk says something else.
    is_changed: bool,
    lock: Option<File>,
}

impl Saves {
    /// Takes learners in from these files, each named as it was typed and where it is. Whoever is known here by the name in a
    /// file, or by the name `named`, gets what is in it; somebody else is made. Doing it again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::Read`], [`StoreError::Travel`], [`StoreError::Name`], [`StoreError::InUse`], [`StoreError::Newer`],
    /// [`StoreError::NoNumber`], and nothing was written; [`StoreError::Write`], and doing it again does the rest.
    pub fn import(&self, files: &[(PathBuf, PathBuf)], named: Option<&str>) -> Result<ImportOutcome, StoreError> {
        let named = named.map(clean_name).transpose().map_err(StoreError::Name)?;
        let read = |(typed, path): &(PathBuf, PathBuf)| open_travel(path, typed);
        let files = files.iter().map(read).collect::<Result<Vec<TravelFile>, StoreError>>()?;
        let (mut outcome, mut travellers) = (ImportOutcome::default(), Vec::new());
        for file in &files {
            let name = named.as_deref().unwrap_or(&file.profile.name);
            let known = travellers.len();
            let place = self.traveller(name, &file.profile, &mut travellers, &mut outcome.unread)?;
            let Traveller { who, plan } = &mut travellers[place];
            let (plays, events) = plan.take(file)?;
            let (learner, is_new) = (who.profile.name.clone(), who.is_new && place == known);
            outcome.imported.push(ImportedLearner { learner, is_new, plays, events });
        }
        write_all(travellers)?;
        Ok(outcome)
    }

    /// Who gets what is in a file with this profile: its place among all who get something.
    fn traveller(
        &self,
        name: &str,
        theirs: &Profile,
        travellers: &mut Vec<Traveller>,
        unread: &mut Vec<StoreError>,
    ) -> Result<usize, StoreError> {
        let (folder, profile, is_new) = match self.known(name) {
            Ok((folder, profile)) => (folder, profile, false),
            Err(StoreError::Learner(LearnerMixup::Nobody { .. })) => {
                (self.free_folder(name)?, Profile { name: name.to_owned(), ..theirs.clone() }, true)
            }
            Err(other) => return Err(other),
        };
        let is_new_too = |own: &Recipient| own.is_new && is_new && is_same_name(&own.profile.name, name);
        let is_meant = |own: &Traveller| own.who.folder == folder || is_new_too(&own.who);
        let place = if let Some(place) = travellers.iter().position(is_meant) {
            place
        } else {
            // Somebody new has nothing yet that could be locked.
            let lock = if is_new { None } else { hold(&folder, &profile.name)? };
            let (plan, more) = TravelPlan::of(folder.clone())?;
            unread.extend(more);
            let who = Recipient { folder, profile, is_new, is_changed: is_new, lock };
            travellers.push(Traveller { who, plan });
            travellers.len() - 1
        };
        let own = &mut travellers[place].who;
        if theirs.created < own.profile.created {
            (own.profile.created, own.is_changed) = (theirs.created, true);
        }
        Ok(place)
    }
}

/// Brings everything to the disk: who somebody is first, so that nothing of a learner is ever without a name.
fn write_all(travellers: Vec<Traveller>) -> Result<(), StoreError> {
    let ready = travellers.into_iter().map(|own| Ok((own.who, own.plan.prepared()?)));
    for (mut who, prepared) in ready.collect::<Result<Vec<(Recipient, PreparedImport)>, StoreError>>()? {
        if who.is_new {
            make_folder(&who.folder).map_err(|why| StoreError::not_written(&who.folder, why))?;
            who.lock = hold(&who.folder, &who.profile.name)?;
        }
        if who.is_changed {
            write_profile(&who.folder, &who.profile)?;
        }
        prepared.write()?;
        drop(who.lock);
    }
    Ok(())
}
