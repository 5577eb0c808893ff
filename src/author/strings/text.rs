//! One text of a file: what it is, what it says in each language, and the bytes where that stands.

use crate::base::text::Lang;
use std::ops::Range;

/// One text, in however many languages.
#[derive(Clone, Debug)]
pub struct StringText {
    /// Its file in the pack and the way to it in there; what is named is named by its id, so that it stays the same when
    /// something is put in before it.
    pub id: String,
    /// What it is, in English words that never change: `choice (Say)`, `reply, customer`, `title`.
    pub context: String,
    /// What it says, in the order of the file.
    pub wordings: Vec<StringWording>,
    /// The bytes of all of it, with its brackets.
    pub span: Range<usize>,
}

/// A text in one language.
#[derive(Clone, Debug)]
pub struct StringWording {
    /// The language.
    pub lang: Lang,
    /// The words.
    pub words: String,
    /// The bytes of its key.
    pub key: Range<usize>,
    /// The bytes of its literal, with its quotation marks.
    pub literal: Range<usize>,
}

impl StringText {
    /// What it says in a language.
    pub fn in_lang(&self, lang: Lang) -> Option<&StringWording> {
        self.wordings.iter().find(|own| own.lang == lang)
    }

    /// What the others are translations of: the words in the base language, or else what stands first.
    pub fn base(&self, base: Lang) -> Option<&StringWording> {
        self.in_lang(base).or(self.wordings.first())
    }
}
