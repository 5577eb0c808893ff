//! A condition that asks the dice too early.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNREVEALED,
    severity: Severity::Error,
    title: "a condition reads a chance before it is revealed",
    prose: "Nothing is drawn until a choice `reveal`s it, so that a learner can never be judged by what he could not know. \
        Here a condition asks for the outcome on a play that has not drawn it; there is no answer yet.\n\n\
        Reveal the chance earlier, where the story would show it; or ask only then: `revealed bell and bell is works`. In \
        `due` and `remedy` an undrawn chance simply does not hold yet.",
    trips: Sample::Edits {
        edits: &[("(when: \"dripping\", text", "(when: \"place is bucket\", text")],
        at: "(when: \"place is bucket\", text",
    },
    passes: Sample::Edits { edits: &[("(when: \"dripping\", text", "(when: \"opener is son\", text")], at: "" },
    check: Some(|inspection| inspection.seen(Code::UNREVEALED)),
};
