//! What has come back from whoever translates.

use crate::base::text::Lang;

/// One translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translated {
    /// Which text it is of.
    pub id: String,
    /// Into which language.
    pub lang: Lang,
    /// The words that were translated.
    pub base: String,
    /// The words that came of it; empty where nothing was done.
    pub words: String,
    /// Where it stands in the document, from 1.
    pub line: usize,
}
