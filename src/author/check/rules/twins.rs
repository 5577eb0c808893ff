//! One act that would count twice: a row and the more general one that it is an instance of. Found while a file is
//! validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::TWINS,
    severity: Severity::Error,
    title: Phrase::new(
        "a requirement and the one that it is an instance of are asked for together",
        "一条要求和它的特例同时要求了",
    ),
    prose: Phrase::new(
        "The standard names some rows as instances of a more general one: to restate a complaint is one way of restating \
        what was heard. Were both due, or both marked by one choice, a single act would win or lose twice.\n\n\
        Keep the one that you mean. A choice marks the special row alone; where only the general one is due, the special \
        one meets it.",
        "标准里有些要求是更一般的要求的特例：复述客户的投诉，就是复述听到的话的一种。两条都写成该做，或者一个\
            选项两条都写，做一件事就会得两次分或者丢两次分。\n\n\
            留下你要的那一条。选项里只写特例；只有通则该做的时候，做到特例就算做到了通则。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "        \"basic.conduct.visit.normal.14.r2\",\n",
            "        \"basic.conduct.visit.normal.14.r2\",\n        \"basic.language.phrases.01.r1\",\n",
        )],
        at: "\"basic.language.phrases.01.r1\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "        \"basic.conduct.visit.normal.14.r2\",\n",
            "        \"basic.conduct.visit.normal.14.r2\",\n        \"basic.conduct.etiquette.listening.01.r1\",\n",
        )],
        at: "",
    },
    check: None,
};
