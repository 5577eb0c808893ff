//! Phrases exactly as they are typed.

use crate::content::notation::{LocalizedSpec, Named};
use serde::Deserialize;

/// A file of `phrases/`.
#[derive(Debug, Deserialize)]
#[serde(rename = "Phrases", deny_unknown_fields)]
pub(super) struct PhrasesSpec {
    pub format: u32,
    pub phrases: Vec<PhraseSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PhraseSpec {
    pub id: String,
    pub requirements: Vec<String>,
    pub situation: LocalizedSpec,
    #[serde(default)]
    pub slots: Named<LocalizedSpec>,
    /// Other ways to say the value of a slot, by language.
    #[serde(default)]
    pub forms: Named<Named<Vec<String>>>,
    pub model: LocalizedSpec,
    /// Replies that have everything, by language.
    pub good: Named<Vec<String>>,
    /// Replies that lack or spoil something, by language.
    pub bad: Named<Vec<String>>,
}
