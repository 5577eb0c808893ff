//! A number that play drives past its end.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::BOUNDS,
    severity: Severity::Error,
    title: Phrase::new("a number leaves its bounds", "数超出了自己的上下限"),
    prose: Phrase::new(
        "Some play counts a number past its `to` or below its `from`. In play it stops there and nothing breaks, but a \
        condition that waits for the next value then waits for ever, and the story tells what did not happen. `mood` alone \
        may run against its ends: it is a gauge.\n\n\
        Widen the bounds, or hide the choice with `when` once the end is reached.",
        "有一种走法会让数大过 `to` 或者小过 `from`。演的时候它停在头上，什么也不会坏，但是等着下一个值的条件就\
            永远等不到，故事说的也和发生的对不上。只有 `mood` 可以顶到头：它像一支温度计。\n\n\
            放宽上下限，或者到头以后用 `when` 把选项藏起来。",
    ),
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
