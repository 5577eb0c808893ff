//! What an author leaves out on purpose: `allow` with a reason. Settled when all other rules have spoken.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::ALLOW,
    severity: Severity::Note,
    title: "an `allow` that silences nothing, or that cannot be",
    prose: "`allow: [(code: \"DS025\", because: \"…\", scene: \"door\", choice: \"knock\")]` leaves out the warnings and notes of one \
        code for that choice; without `choice` for the scene, without `scene` for the whole file it stands in. The reason is for \
        whoever reads the file next year. This one silences nothing: the thing was mended, and the line would hide the next \
        such thing without a word. Or it speaks for the whole file where a scene could be named. Or it names no rule, \
        gives no reason, or names an error; errors are what a learner would suffer from, so they are never allowed.\n\n\
        Remove the line, name the place, or mend it. An allow in a fragment counts for the fragment's file alone.",
    trips: Sample::Edits {
        edits: &[(
            "    minutes: 3,\n",
            "    minutes: 3,\n    allow: [(code: \"DS017\", because: \"the ending is for a later version\")],\n",
        )],
        at: "allow: [(code",
    },
    passes: Sample::Edits {
        edits: &[
            (
                "    minutes: 3,\n",
                "    minutes: 3,\n    allow: [(code: \"DS017\", because: \"the ending is for a later version\")],\n",
            ),
            ("goto: \"wet_page\"", "goto: \"dry_books\""),
            ("goto: \"wet_page\"", "goto: \"dry_books\""),
            ("goto: \"wet_page\"", "goto: \"dry_books\""),
        ],
        at: "",
    },
    check: None,
};
