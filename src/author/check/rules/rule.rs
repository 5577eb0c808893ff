//! What a rule is: its code, its words, its samples, and how it is found.

use crate::author::check::inspection::Inspection;
use crate::author::check::sample::Sample;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Location, Severity};

/// One rule. All its words are for authors.
#[derive(Debug)]
pub struct Rule {
    /// Never another rule's, not even when this one is gone.
    pub code: Code,
    /// How grave it is unless a diagnostic says otherwise.
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: Phrase,
    /// What it means, why it matters to a learner, what to do; paragraphs are parted by an empty line.
    pub prose: Phrase,
    /// Something that it finds fault with.
    pub trips: Sample,
    /// Something near to it that is in order.
    pub passes: Sample,
    /// How it is found in a valid scenario; none where it is found while a scenario is read or validated.
    pub check: Option<fn(&Inspection) -> Vec<Diagnostic>>,
}

impl Rule {
    /// A diagnostic of this rule at its own severity.
    pub fn diagnostic(&self, place: Location, message: impl Into<Bilingual>) -> Diagnostic {
        Diagnostic::error(self.code, place, message).severity(self.severity)
    }
}
