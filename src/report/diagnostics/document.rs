//! Everything that was found, and where it was looked for.

use crate::base::diagnostic::{Diagnostic, Severity};
use crate::content::notation::Source;

/// The diagnostics of one run of `check`.
pub struct CheckDocument<'c> {
    /// What was found, the gravest first.
    pub diagnostics: Vec<Diagnostic>,
    /// How many scenarios were played in every way.
    pub scenarios: usize,
    /// The files that the diagnostics may point at.
    pub sources: Vec<&'c Source>,
}

impl<'c> CheckDocument<'c> {
    /// Puts the gravest first, then by file and line.
    pub fn new(mut diagnostics: Vec<Diagnostic>, scenarios: usize, sources: Vec<&'c Source>) -> CheckDocument<'c> {
        diagnostics
            .sort_by(|a, b| (a.severity, &a.place.file, a.place.line).cmp(&(b.severity, &b.place.file, b.place.line)));
        CheckDocument { diagnostics, scenarios, sources }
    }

    /// How many diagnostics are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}
