//! A scene from which there is no way on.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::SOFT_LOCK,
    severity: Severity::Error,
    title: Phrase::new("a scene where nothing can be chosen", "场景里什么都选不了"),
    prose: Phrase::new(
        "Some play reaches this scene when every choice is hidden, locked or used up. The learner looks at an empty list \
        and can only quit.\n\n\
        Give the scene one choice without `when`, `locked` or `once`: waiting, saying nothing, leaving. The play that runs \
        into it is shown.",
        "有一种走法来到这个场景时，所有的选项都藏着、锁着，或者用过了。学员对着一张空的清单，只能退出。\n\n\
            给场景留一个没有 `when`、`locked` 和 `once` 的选项：等一等、不说话、离开。走到这一步的走法已经给出。",
    ),
    trips: Sample::Edits {
        edits: &[
            ("id: \"wait_to_be_asked\",", "id: \"wait_to_be_asked\",\n                    when: \"opener is son\","),
            ("id: \"show_card\",", "id: \"show_card\",\n                    when: \"opener is son\","),
            ("id: \"you_rang_us\",", "id: \"you_rang_us\",\n                    when: \"opener is son\","),
            ("id: \"not_a_crook\",", "id: \"not_a_crook\",\n                    when: \"opener is son\","),
        ],
        at: "\"card\": Scene(",
    },
    passes: Sample::Edits {
        edits: &[
            ("id: \"wait_to_be_asked\",", "id: \"wait_to_be_asked\",\n                    when: \"opener is son\","),
            ("id: \"you_rang_us\",", "id: \"you_rang_us\",\n                    when: \"opener is father\","),
        ],
        at: "",
    },
    check: Some(|inspection| inspection.seen(Code::SOFT_LOCK)),
};
