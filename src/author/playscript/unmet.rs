//! What a script expected and the play did not give, before it is known where in the file that stands.

use super::mismatch::Mismatch;
use crate::base::diagnostic::Location;

/// An expectation that is not met.
pub(super) struct Unmet {
    /// As a noun: `the ending "waited_below"`.
    expected: String,
    /// As a sentence: `it is "no_answer"`.
    found: String,
    help: String,
}

impl Unmet {
    pub(super) fn new(expected: impl Into<String>, found: impl Into<String>) -> Unmet {
        Unmet { expected: expected.into(), found: found.into(), help: String::new() }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Unmet {
        self.help = help.into();
        self
    }

    pub(super) fn at(self, place: Location) -> Mismatch {
        Mismatch::unmet(place, self.expected, self.found).help(self.help)
    }
}
