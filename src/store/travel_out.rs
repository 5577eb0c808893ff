//! A learner written into one text: who it is, every play with its moves, and the journal. Whatever can be made again, such as
//! the index and kept documents, stays behind.

use super::attempt_file;
use super::attempt_folder::{FoundPlays, attempts_folder, look_at_attempts};
use super::error::{Cause, StoreError};
use super::journal_file::look_at_journal;
use super::manage::hold;
use super::profile_file::encode_profile;
use super::saves::Saves;
use super::travel_text::{PartName, encode};
use crate::base::parallel::map;
use crate::record::travel::ExportedLearner;
use std::io;

/// How large such a text may be, in bytes: some hundred thousand plays.
pub(super) const MAX_TRAVEL: usize = 256 << 20;

/// From how many plays on they are written by two threads.
const WORTH_A_THREAD: usize = 200;

impl Saves {
    /// A known learner as one text, and what could not be read and so is not in it. Nothing is changed on the disk; where
    /// it can be locked, nobody changes it meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Name`], [`StoreError::Learner`], [`StoreError::InUse`], [`StoreError::Newer`] for the journal,
    /// [`StoreError::Read`].
    pub fn export(&self, typed: &str) -> Result<(ExportedLearner, Vec<StoreError>), StoreError> {
        let (folder, profile) = self.known(typed)?;
        let _lock = match hold(&folder, &profile.name) {
            Err(open @ StoreError::InUse { .. }) => return Err(open),
            // Where nothing can be written, nobody else writes either.
            held => held.ok(),
        };
        let unlisted = |why: io::Error| StoreError::Read { path: attempts_folder(&folder), why: why.into() };
        let FoundPlays { plays, mut unread } = look_at_attempts(&folder).map_err(unlisted)?;
        let (journal, more) = look_at_journal(&folder)?;
        unread.extend(more);
        let large = |why: Cause| StoreError::Read { path: folder.clone(), why };
        let mut parts = vec![(PartName::Profile, encode_profile(&profile).map_err(large)?)];
        let texts =
            map(&plays, WORTH_A_THREAD, |(id, attempt)| (PartName::Attempt(*id), attempt_file::encode(attempt)));
        for (name, text) in texts {
            parts.push((name, text.map_err(large)?));
        }
        parts.push((PartName::Journal, journal.text));
        let (text, sha256) = encode(&parts);
        if text.len() > MAX_TRAVEL {
            return Err(large(Cause::TooLarge { limit: MAX_TRAVEL }));
        }
        let (plays, events) = (plays.len(), journal.events.len());
        Ok((ExportedLearner { learner: profile.name, plays, events, sha256, text }, unread))
    }
}
