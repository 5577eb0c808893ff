//! A number that cannot be meant. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NUMBER,
    severity: Severity::Error,
    title: "a number, time or bound makes no sense",
    prose: "A duration cannot be read, a scenario closes before it starts, the weights of a chance add up to nothing, or the \
        bounds of a number contradict each other. The clock and the dice are part of what a learner is judged by, so nothing \
        is guessed here.\n\n\
        Durations are written 30s, 2m or 1m30s, times of day 09:57 or 09:57:30, weights as small whole numbers.",
    trips: Sample::Edits { edits: &[("takes: \"5s\"", "takes: \"5 seconds\"")], at: "takes: \"5 seconds\"" },
    passes: Sample::Edits { edits: &[("takes: \"5s\"", "takes: \"1m30s\"")], at: "" },
    check: None,
};
