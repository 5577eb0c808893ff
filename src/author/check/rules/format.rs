//! The file belongs to another format. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::FORMAT,
    severity: Severity::Error,
    title: "the file is written in a format that this program does not know",
    prose: "Every file says in its first part which format it is written in, so that an old program never guesses at a \
        new file. This one names a format that this program does not read.\n\n\
        If the file came from somebody else, take the doorstep that they use. If you typed it, write `format: 2`.",
    trips: Sample::Edits { edits: &[("format: 2,", "format: 3,")], at: "format: 3" },
    passes: Sample::Edits { edits: &[("format: 2,", "format: 2,    // the only one there is")], at: "" },
    check: None,
};
