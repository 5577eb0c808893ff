//! One choice that meets a row and fails it in the same breath.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MET_AND_FAILED,
    severity: Severity::Error,
    title: Phrase::new(
        "one choice meets a requirement and breaks or spoils it at once",
        "一个选项同时做到又违反（或没做好）同一条要求",
    ),
    prose: Phrase::new(
        "A choice may meet a row in one situation and spoil it in another, each with its `when`. In the play that is shown \
        both hold, so the learner is told that the act was right and wrong.\n\n\
        Let the two conditions exclude each other.",
        "一个选项可以在一种情况下做到一条要求，在另一种情况下没做好，各写各的 `when`。给出的这种走法里，两个条\
            件同时成立，于是学员得知自己既做对了又做错了。\n\n\
            让两个条件互相排斥。",
    ),
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
