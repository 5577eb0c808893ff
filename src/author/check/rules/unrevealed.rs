//! A condition that asks the dice too early.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNREVEALED,
    severity: Severity::Error,
    title: Phrase::new("a condition reads a chance before it is revealed", "随机还没揭晓，条件就要看它"),
    prose: Phrase::new(
        "Nothing is drawn until a choice `reveal`s it, so that a learner can never be judged by what he could not know. \
        Here a condition asks for the outcome on a play that has not drawn it; there is no answer yet.\n\n\
        Reveal the chance earlier, where the story would show it; or ask only then: `revealed bell and bell is works`. In \
        `due` and `remedy` an undrawn chance simply does not hold yet.",
        "选项里没有 `reveal`，就什么都没有定下来，这样学员永远不会因为不可能知道的事挨评判。这里的条件，在还没\
            揭晓的时候就要看结果，而那时还没有答案。\n\n\
            在故事会看得见的地方早点揭晓；或者写成揭晓以后才看：`revealed bell and bell is works`。在 `due` 和 `remedy` 里\
            ，没揭晓就算还不成立。",
    ),
    trips: Sample::Edits {
        edits: &[("(when: \"dripping\", text", "(when: \"place is bucket\", text")],
        at: "(when: \"place is bucket\", text",
    },
    passes: Sample::Edits { edits: &[("(when: \"dripping\", text", "(when: \"opener is son\", text")], at: "" },
    check: Some(|inspection| inspection.seen(Code::UNREVEALED)),
};
