//! Why a playscript does not hold: where in its file, what was expected and what was there, and what to do.

use crate::base::bilingual::Bilingual;
use crate::base::diagnostic::{Location, shorten};
use crate::base::text::make_safe;
use crate::both;
use std::fmt;

/// One thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Where in the script's file.
    pub place: Location,
    /// What does not fit what.
    pub kind: MismatchKind,
    /// What to do, or what was probably meant; may be empty.
    pub help: Bilingual,
}

/// What does not fit what. All words in it are safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MismatchKind {
    /// The script itself cannot be read, or names what is not there.
    Written(Bilingual),
    /// The play went otherwise than the script says.
    Unmet {
        /// As a noun: `the ending "waited_below"`.
        expected: Bilingual,
        /// As a sentence: `it is "no_answer"`.
        found: Bilingual,
    },
    /// The play went on otherwise after it was saved and loaded.
    Reloaded(Bilingual),
}

impl Mismatch {
    /// The script cannot be read here, or names what is not there.
    pub fn written(place: Location, message: impl Into<Bilingual>) -> Mismatch {
        Mismatch { place, kind: MismatchKind::Written(message.into().map(cleaned)), help: Bilingual::default() }
    }

    /// The play went otherwise than the script says here.
    pub fn unmet(place: Location, expected: impl Into<Bilingual>, found: impl Into<Bilingual>) -> Mismatch {
        let kind = MismatchKind::Unmet { expected: expected.into().map(cleaned), found: found.into().map(cleaned) };
        Mismatch { place, kind, help: Bilingual::default() }
    }

    /// The play did not survive being saved and loaded after the move that stands here.
    pub fn reloaded(place: Location, message: impl Into<Bilingual>) -> Mismatch {
        Mismatch { place, kind: MismatchKind::Reloaded(message.into().map(cleaned)), help: Bilingual::default() }
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<Bilingual>) -> Mismatch {
        self.help = help.into().map(cleaned);
        self
    }

    /// The sentence without its place.
    pub fn message(&self) -> Bilingual {
        match &self.kind {
            MismatchKind::Written(message) => message.clone(),
            MismatchKind::Unmet { expected, found } => {
                both!("expected {expected}; {found}", "应该{expected}；{found}"; expected = expected, found = found)
            }
            MismatchKind::Reloaded(message) => {
                both!("after saving and loading, {message}", "存盘再读回之后，{message}"; message = message)
            }
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Location { file, line, column, .. } = &self.place;
        write!(f, "{file}:{line}:{column}: {}", self.message().en)?;
        if self.help.is_empty() { Ok(()) } else { write!(f, " ({})", self.help.en) }
    }
}

/// Fit to be shown: safe, on one line, not too long.
fn cleaned(words: &str) -> String {
    shorten(&make_safe(words).replace('\n', " "))
}
