//! A scene from which there is no way on.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::SOFT_LOCK,
    severity: Severity::Error,
    title: "a scene where nothing can be chosen",
    prose: "Some play reaches this scene when every choice is hidden, locked or used up. The learner looks at an empty list \
        and can only quit.\n\n\
        Give the scene one choice without `when`, `locked` or `once`: waiting, saying nothing, leaving. The play that runs \
        into it is shown.",
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
