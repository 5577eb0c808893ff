//! A condition or effect that makes no sense. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::CONDITION,
    severity: Severity::Error,
    title: "a condition or an effect cannot be read",
    prose: "Conditions are read as one would say them, `rings >= 3 and not phoned`, but only in a handful of forms; \
        effects are `rings += 1`, `phoned = true`, `stand = facing`. Here a word stands where none can, a name was never \
        declared, or a number is compared with a flag.\n\n\
        scenarios/README.md has the table of all forms. The mark points at the word inside the text.",
    trips: Sample::Edits { edits: &[("when: \"mood < 0\"", "when: \"mood is bad\"")], at: "when: \"mood is bad\"" },
    passes: Sample::Edits { edits: &[("when: \"mood < 0\"", "when: \"mood <= -1\"")], at: "" },
    check: None,
};
