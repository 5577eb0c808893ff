//! Why a playscript does not hold: where in its file, what was expected and what was there, and what to do.

use crate::base::diagnostic::{Location, shorten};
use crate::base::text::make_safe;
use std::fmt;

/// One thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Where in the script's file.
    pub place: Location,
    /// What does not fit what.
    pub kind: MismatchKind,
    /// What to do, or what was probably meant; may be empty.
    pub help: String,
}

/// What does not fit what. All words in it are safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MismatchKind {
    /// The script itself cannot be read, or names what is not there.
    Written(String),
    /// The play went otherwise than the script says.
    Unmet {
        /// As a noun: `the ending "waited_below"`.
        expected: String,
        /// As a sentence: `it is "no_answer"`.
        found: String,
    },
    /// The play went on otherwise after it was saved and loaded.
    Reloaded(String),
}

impl Mismatch {
    /// The script cannot be read here, or names what is not there.
    pub fn written(place: Location, message: impl AsRef<str>) -> Mismatch {
        Mismatch { place, kind: MismatchKind::Written(cleaned(message.as_ref())), help: String::new() }
    }

    /// The play went otherwise than the script says here.
    pub fn unmet(place: Location, expected: impl AsRef<str>, found: impl AsRef<str>) -> Mismatch {
        let kind = MismatchKind::Unmet { expected: cleaned(expected.as_ref()), found: cleaned(found.as_ref()) };
        Mismatch { place, kind, help: String::new() }
    }

    /// The play did not survive being saved and loaded after the move that stands here.
    pub fn reloaded(place: Location, message: impl AsRef<str>) -> Mismatch {
        Mismatch { place, kind: MismatchKind::Reloaded(cleaned(message.as_ref())), help: String::new() }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl AsRef<str>) -> Mismatch {
        self.help = cleaned(help.as_ref());
        self
    }

    /// The sentence without its place.
    pub fn message(&self) -> String {
        match &self.kind {
            MismatchKind::Written(message) => message.clone(),
            MismatchKind::Unmet { expected, found } => format!("expected {expected}; {found}"),
            MismatchKind::Reloaded(message) => format!("after saving and loading, {message}"),
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Location { file, line, column, .. } = &self.place;
        write!(f, "{file}:{line}:{column}: {}", self.message())?;
        if self.help.is_empty() { Ok(()) } else { write!(f, " ({})", self.help) }
    }
}

/// Fit to be shown: safe, on one line, not too long.
fn cleaned(words: &str) -> String {
    shorten(&make_safe(words).replace('\n', " "))
}
