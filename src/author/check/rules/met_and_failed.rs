//! One choice that meets a row and fails it in the same breath.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MET_AND_FAILED,
    severity: Severity::Error,
    title: "one choice meets a requirement and breaks or spoils it at once",
    prose: "A choice may meet a row in one situation and spoil it in another, each with its `when`. In the play that is shown \
        both hold, so the learner is told that the act was right and wrong.\n\n\
        Let the two conditions exclude each other.",
    trips: Sample::Edits {
        edits: &[(
            "meets: [\"basic.conduct.visit.normal.12.r1\"],",
            "meets: [\"basic.conduct.visit.normal.12.r1 when not dripping or read_note\"],\n                    \
             spoils: [\"basic.conduct.visit.normal.12.r1 when dripping\"],",
        )],
        at: "id: \"ask_surname\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "meets: [\"basic.conduct.visit.normal.12.r1\"],",
            "meets: [\"basic.conduct.visit.normal.12.r1 when not dripping\"],\n                    \
             spoils: [\"basic.conduct.visit.normal.12.r1 when dripping\"],",
        )],
        at: "",
    },
    check: Some(|inspection| inspection.seen(Code::MET_AND_FAILED)),
};
