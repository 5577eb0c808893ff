//! What a script expected and the play did not give, before it is known where in the file that stands.

use super::mismatch::Mismatch;
use crate::base::bilingual::Bilingual;
use crate::base::diagnostic::Location;

/// An expectation that is not met.
pub(super) struct Unmet {
    /// What should be, behind "expected": `the ending "waited_below"`.
    expected: Bilingual,
    /// As a sentence: `it is "no_answer"`.
    found: Bilingual,
    help: Bilingual,
}

impl Unmet {
    pub(super) fn new(expected: impl Into<Bilingual>, found: impl Into<Bilingual>) -> Unmet {
        Unmet { expected: expected.into(), found: found.into(), help: Bilingual::default() }
    }

    pub(super) fn help(mut self, help: impl Into<Bilingual>) -> Unmet {
        self.help = help.into();
        self
    }

    pub(super) fn at(self, place: Location) -> Mismatch {
        Mismatch::unmet(place, self.expected, self.found).help(self.help)
    }
}
