//! A number that cannot be meant. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NUMBER,
    severity: Severity::Error,
    title: Phrase::new("a number, time or bound makes no sense", "数、时间或者上下限不合理"),
    prose: Phrase::new(
        "A duration cannot be read, a scenario closes before it starts, the weights of a chance add up to nothing, or the \
        bounds of a number contradict each other. The clock and the dice are part of what a learner is judged by, so nothing \
        is guessed here.\n\n\
        Durations are written 30s, 2m or 1m30s, times of day 09:57 or 09:57:30, weights as small whole numbers.",
        "一段时间读不懂，情景还没开始就结束，随机的权重加起来是零，或者数的上下限互相矛盾。时钟和随机都是评判\
            的一部分，所以这里一点也不猜。\n\n\
            一段时间写成 30s、2m 或 1m30s，时刻写成 09:57 或 09:57:30，权重写小的整数。",
    ),
    trips: Sample::Edits { edits: &[("takes: \"5s\"", "takes: \"5 seconds\"")], at: "takes: \"5 seconds\"" },
    passes: Sample::Edits { edits: &[("takes: \"5s\"", "takes: \"1m30s\"")], at: "" },
    check: None,
};
