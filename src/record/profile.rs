//! Who a learner is: a name that is safe to show, and the language that is read.

use super::moment::whole_milliseconds;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::{Lang, make_safe, narrowed};
use crate::both;
use jiff::Timestamp;
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// The longest name, in characters.
const LONGEST: usize = 64;

/// A learner, as told apart from all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// As shown: safe, one line, 1 to 64 characters.
    pub name: String,
    /// The language that the learner reads.
    pub language: Lang,
    /// Whether clicks are taken from the terminal; where they are not, it selects text as everywhere.
    pub mouse: bool,
    /// When the learner first came; whole milliseconds.
    pub created: Timestamp,
}

/// Why words are no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.told().en)]
pub enum NameError {
    /// Nothing in it can be seen.
    Empty,
    /// It is longer than 64 characters.
    TooLong,
}

impl NameError {
    /// What is wrong with it.
    pub fn told(self) -> Bilingual {
        match self {
            NameError::Empty => Phrase::new(
                "could not take this as a name: nothing in it can be seen",
                "不能用作名字：里面没有看得见的字",
            )
            .into(),
            NameError::TooLong => both!(
                "could not take this as a name: it has more than {LONGEST} characters",
                "不能用作名字：超过了 {LONGEST} 个字"
            ),
        }
    }
}

impl Profile {
    /// A learner who comes for the first time, under the name that was typed.
    ///
    /// # Errors
    /// As [`clean_name`].
    pub fn new(typed: &str, language: Lang, now: Timestamp) -> Result<Profile, NameError> {
        Ok(Profile { name: clean_name(typed)?, language, mouse: true, created: whole_milliseconds(now) })
    }
}

/// A name as it is kept and shown: trimmed, one line, safe.
///
/// # Errors
/// When nothing of it can be seen, or it has more than 64 characters.
pub fn clean_name(typed: &str) -> Result<String, NameError> {
    let name = make_safe(typed.trim()).replace('\n', "\u{FFFD}");
    if name.chars().all(|c| c == '\u{FFFD}' || c.is_whitespace()) {
        return Err(NameError::Empty);
    }
    if name.chars().count() > LONGEST { Err(NameError::TooLong) } else { Ok(name) }
}

/// Whether two names are typed for the same person: however an accent is put together, in small letters or large, and with
/// more spaces or fewer.
pub fn is_same_name(a: &str, b: &str) -> bool {
    folded_name(a) == folded_name(b)
}

/// What all names have in common that are typed for the same person.
pub fn folded_name(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(|word| word.nfc().collect()).collect();
    words.join(" ").to_lowercase()
}

/// Whether somebody who was asked to type a name, or y, to be sure has done so.
pub fn is_confirmed(typed: &str, name: &str) -> bool {
    let typed = typed.trim();
    narrowed(typed).eq_ignore_ascii_case("y") || !typed.is_empty() && is_same_name(typed, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_typed_and_another_is_another() {
        for (a, b) in [
            ("Ann Lee", "ann  LEE"),
            ("Ren\u{e9}", "Rene\u{301}"),
            ("\u{c9}ve", "e\u{301}ve"),
            ("张\u{3000}三", "张 三"),
        ] {
            assert!(is_same_name(a, b), "{a:?} {b:?}");
        }
        for (a, b) in [("Ann", "Anna"), ("Rene", "Ren\u{e9}"), ("张三", "张叁"), ("Ann Lee", "AnnLee")] {
            assert!(!is_same_name(a, b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_no_name_and_what_is_too_long_is_refused() {
        for nothing in ["", "   ", "\u{202e}", "\u{200b}\n\u{1b}"] {
            assert_eq!(clean_name(nothing), Err(NameError::Empty));
        }
        assert_eq!(clean_name(&"x".repeat(10_000)), Err(NameError::TooLong));
        assert_eq!(clean_name(&format!(" {} ", "门".repeat(64))).expect("a name").chars().count(), 64);
        assert_eq!(clean_name("Ann\u{202e}\nLee").expect("a name"), "Ann\u{FFFD}\u{FFFD}Lee");
    }
}
