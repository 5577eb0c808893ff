//! Who a learner is: a name that is safe to show, and the language that is read.

use super::moment::whole_milliseconds;
use crate::base::text::{Lang, make_safe};
use jiff::Timestamp;
use thiserror::Error;

/// The longest name, in characters.
const LONGEST: usize = 64;

/// A learner, as told apart from all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// As shown: safe, one line, 1 to 64 characters.
    pub name: String,
    /// The language that the learner reads.
    pub language: Lang,
    /// When the learner first came; whole milliseconds.
    pub created: Timestamp,
}

/// Why words are no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NameError {
    /// Nothing in it can be seen.
    #[error("could not take this as a name: nothing in it can be seen")]
    Empty,
    /// It is longer than 64 characters.
    #[error("could not take this as a name: it has more than {LONGEST} characters")]
    TooLong,
}

impl Profile {
    /// A learner who comes for the first time, under the name that was typed.
    ///
    /// # Errors
    /// As [`clean_name`].
    pub fn new(typed: &str, language: Lang, now: Timestamp) -> Result<Profile, NameError> {
        Ok(Profile { name: clean_name(typed)?, language, created: whole_milliseconds(now) })
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

#[cfg(test)]
mod tests {
    use super::*;

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
