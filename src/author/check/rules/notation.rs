//! Something is written that the notation does not know. Found while a file is read.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NOTATION,
    severity: Severity::Error,
    title: "the file is not written as its notation demands",
    prose: "A bracket, comma or quotation mark is missing, a part has a name that nothing knows, or a number stands where \
        a text belongs. The file cannot be read past that place, so nothing behind it was looked at.\n\n\
        Look just before the marked place as well: a bracket that was never closed shows only where the next thing \
        begins. After an edit, compare with the last version that worked; it is nearly always the last line touched.",
    trips: Sample::Edits { edits: &[("tier: Basic,", "tier: Beginner,")], at: "tier: Beginner" },
    passes: Sample::Edits { edits: &[("tier: Basic,", "tier: Advanced,")], at: "" },
    check: None,
};
