//! A number that play drives past its end.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::BOUNDS,
    severity: Severity::Error,
    title: "a number leaves its bounds",
    prose: "Some play counts a number past its `to` or below its `from`. In play it stops there and nothing breaks, but a \
        condition that waits for the next value then waits for ever, and the story tells what did not happen. `mood` alone \
        may run against its ends: it is a gauge.\n\n\
        Widen the bounds, or hide the choice with `when` once the end is reached.",
    trips: Sample::Edits {
        edits: &[
            ("\"read_note\": Flag", "\"read_note\": Flag, \"looks\": Number(from: 0, to: 2)"),
            ("(when: \"read_note\", text", "(when: \"looks >= 2\", text"),
            (
                "once: true,\n                    takes: \"5s\",\n                    effects: [\"read_note = true\"],",
                "takes: \"5s\",\n                    effects: [\"read_note = true\", \"looks += 1\"],",
            ),
        ],
        at: "id: \"read_the_note\"",
    },
    passes: Sample::Edits {
        edits: &[
            ("\"read_note\": Flag", "\"read_note\": Flag, \"looks\": Number(from: 0, to: 2)"),
            ("(when: \"read_note\", text", "(when: \"looks >= 2\", text"),
            (
                "once: true,\n                    takes: \"5s\",\n                    effects: [\"read_note = true\"],",
                "when: \"looks < 2\",\n                    takes: \"5s\",\n                    effects: [\"read_note = true\", \"looks += 1\"],",
            ),
        ],
        at: "",
    },
    check: Some(|inspection| inspection.seen(Code::BOUNDS)),
};
