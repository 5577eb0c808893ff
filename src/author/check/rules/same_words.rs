//! Two choices that a learner cannot tell apart.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::SAME_WORDS,
    severity: Severity::Warning,
    title: "two choices of one screen have the same words",
    prose: "Two choices stand side by side and read alike in one of the languages, but for a comma or a capital. One is \
        counted as right and the other as wrong, or lead to different places; the learner can only toss a coin. Choices of \
        one scene that are never on the screen together may share their words.\n\n\
        Say in the words what makes them two. If they are one and the same act that is judged differently by \
        situation, write one choice and put the difference into `when`. The play that shows both is given.",
    trips: Sample::Edits {
        edits: &[("“您昨天打的电话，约的十点。”", "“这是我的工作证！您看看！”")],
        at: "id: \"you_rang_us\"",
    },
    passes: Sample::Edits {
        edits: &[
            ("“您昨天打的电话，约的十点。”", "“这是我的工作证！您看看！”"),
            ("id: \"you_rang_us\",", "id: \"you_rang_us\",\n                    when: \"opener is son\","),
            ("id: \"show_card\",", "id: \"show_card\",\n                    when: \"opener is father\","),
        ],
        at: "",
    },
    check: Some(|inspection| {
        let found = inspection.seen(Code::SAME_WORDS);
        found.into_iter().map(|diagnostic| diagnostic.severity(RULE.severity)).collect()
    }),
};
