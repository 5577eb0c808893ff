//! The words of an English text, as far as numbers hang on them.

use super::english_numbers::SMALL;
use std::ops::Range;

/// A word or a group of digits, in lower case.
pub(super) struct EnglishToken {
    pub word: String,
    pub at: Range<usize>,
    /// Whether a sentence or a part of it ends behind it.
    pub ends: bool,
}

/// Whether a word is a number, in digits or letters.
pub(super) fn is_number_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || SMALL.contains(&word)
}
