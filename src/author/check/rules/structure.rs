//! Parts that cannot go together. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::STRUCTURE,
    severity: Severity::Error,
    title: "parts of the file contradict each other",
    prose: "Each part is fine by itself, but together they say two things: a choice takes ten seconds and lasts until nine, \
        a scene has no choice, a fragment calls itself, a fragment is listed and never called, nothing is due, a file's id \
        is not its name.\n\n\
        Keep the one that you meant. A fragment may call another, but never itself, not even by a detour: the way back \
        could not be told.",
    trips: Sample::Edits {
        edits: &[("takes: \"5s\",", "takes: \"5s\", until: \"09:58\",")],
        at: "takes: \"5s\", until:",
    },
    passes: Sample::Edits { edits: &[("takes: \"5s\",", "until: \"09:58\",")], at: "" },
    check: None,
};
