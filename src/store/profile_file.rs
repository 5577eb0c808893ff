//! `learner.ron`: who a learner is, in a file of the learner's folder.

use super::error::{Cause, StoreError};
use super::read::read_text;
use super::save_format::{DecodeError, Formats, pretty, understand};
use super::write::write_whole;
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::both;
use crate::record::profile::{Profile, clean_name};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The second format says whether clicks are taken; in the first they always were.
const FORMATS: Formats = Formats { oldest: 1, newest: 2 };

/// Why a `learner.ron` gave no profile.
#[derive(Debug)]
pub(super) enum ProfileError {
    /// It could not be read at all, and may be whole.
    World(Cause),
    Unread(DecodeError),
}

impl ProfileError {
    pub(super) fn told(self, path: PathBuf, aside: Option<PathBuf>) -> StoreError {
        match self {
            ProfileError::World(why) => StoreError::Read { path, why },
            ProfileError::Unread(DecodeError::Newer(format)) => StoreError::Newer { path, format },
            ProfileError::Unread(DecodeError::Damaged(words)) => {
                StoreError::Damaged { path, aside, why: Cause::Notation(words) }
            }
        }
    }
}

pub(super) fn profile_path(folder: &Path) -> PathBuf {
    folder.join("learner.ron")
}

pub(super) fn read_profile(folder: &Path) -> Result<Profile, ProfileError> {
    let text = match read_text(&profile_path(folder)) {
        Ok(text) => text,
        Err(why) if why.is_damage() => return Err(ProfileError::Unread(DecodeError::Damaged(why.told()))),
        Err(why) => return Err(ProfileError::World(why)),
    };
    decode_profile(&text).map_err(ProfileError::Unread)
}

/// The profile that a text holds.
///
/// # Errors
/// When the text is of a newer format, or damaged.
pub(super) fn decode_profile(text: &str) -> Result<Profile, DecodeError> {
    let written: ProfileSpec = understand(text, text, FORMATS, |profile: &ProfileSpec| profile.format)?;
    let wrong = |en, zh| {
        let what = Phrase::new(en, zh);
        DecodeError::Damaged(both!("its {what} makes no sense", "它的{what}不合理"; what = what))
    };
    if clean_name(&written.name).as_deref() != Ok(written.name.as_str()) {
        return Err(wrong("name", "名字"));
    }
    let language = Lang::new(&written.language).ok_or_else(|| wrong("language", "语言"))?;
    let created = written.created.parse().map_err(|_| wrong("moment of making", "创建时间"))?;
    Ok(Profile { name: written.name, language, mouse: written.mouse, created })
}

/// The name of the learner among whose plays this file lies; none where it lies elsewhere.
pub fn learner_of(attempt: &Path) -> Option<String> {
    let folder = attempt.parent()?.parent()?;
    read_profile(folder).ok().map(|profile| profile.name)
}

pub(super) fn encode_profile(profile: &Profile) -> Result<String, Cause> {
    let (name, language) = (profile.name.clone(), profile.language.tag().to_owned());
    let (mouse, created) = (profile.mouse, profile.created.to_string());
    // A program of before understands all that is said of whoever left the mouse as it is.
    let format = if mouse { FORMATS.oldest } else { FORMATS.newest };
    pretty(&ProfileSpec { format, name, language, mouse, created })
}

/// `learner.ron` as it stands on the disk.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Learner", deny_unknown_fields)]
struct ProfileSpec {
    format: u32,
    name: String,
    language: String,
    #[serde(default = "taken", skip_serializing_if = "Clone::clone")]
    mouse: bool,
    created: String,
}

/// Whether clicks are taken where a file does not say.
fn taken() -> bool {
    true
}

/// Writes who a learner is.
pub(super) fn write_profile(folder: &Path, profile: &Profile) -> Result<(), StoreError> {
    let path = profile_path(folder);
    let text = encode_profile(profile).map_err(|why| StoreError::not_written(&path, why))?;
    write_whole(&path, &text)
}
