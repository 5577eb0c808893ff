//! A name that nothing has. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN,
    severity: Severity::Error,
    title: "a name is used that nothing has",
    prose: "A choice goes to a scene that is not there, a line is spoken by somebody who is not in `speakers`, or a \
        requirement is named that the standard does not have. A learner would run into a wall, so the scenario is not \
        offered at all until it is mended.\n\n\
        Mostly it is a slip of the keys, and the nearest name that exists is offered. For requirements, \
        `doorstep standard` prints all ids.",
    trips: Sample::Edits { edits: &[("goto: \"wet_page\"", "goto: \"wet_pages\"")], at: "goto: \"wet_pages\"" },
    passes: Sample::Edits { edits: &[("goto: \"wet_page\"", "goto: \"dry_books\"")], at: "" },
    check: None,
};
