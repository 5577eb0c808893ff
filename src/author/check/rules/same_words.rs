//! Two choices that a learner cannot tell apart.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::SAME_WORDS,
    severity: Severity::Warning,
    title: Phrase::new("two choices of one screen have the same words", "同一屏上有两个选项文字一样"),
    prose: Phrase::new(
        "Two choices stand side by side and read alike in one of the languages, but for a comma or a capital. One is \
        counted as right and the other as wrong, or lead to different places; the learner can only toss a coin. Choices of \
        one scene that are never on the screen together may share their words.\n\n\
        Say in the words what makes them two. If they are one and the same act that is judged differently by \
        situation, write one choice and put the difference into `when`. The play that shows both is given.",
        "两个选项并排，在某种语言里读起来一样，只差一个逗号或大小写。一个算对，一个算错，或者去的地方不同；学\
            员只能抛硬币。同一场景里从来不会一起出现的选项，文字可以一样。\n\n\
            把两者的区别写进文字里。如果本来就是同一件事，只是情况不同评判也不同，就写成一个选项，把区别写进 `when`。\
            两个一起出现的走法已经给出。",
    ),
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
