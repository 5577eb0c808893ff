//! The words of an English text, as far as numbers hang on them.

use std::ops::Range;

/// The numbers below twenty, by their values.
pub(super) const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

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
