//! One act that would count twice: a row and the more general one that it is an instance of. Found while a file is
//! validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::TWINS,
    severity: Severity::Error,
    title: "a requirement and the one that it is an instance of are asked for together",
    prose: "The standard names some rows as instances of a more general one: to restate a complaint is one way of restating \
        what was heard. Were both due, or both marked by one choice, a single act would win or lose twice.\n\n\
        Keep the one that you mean. A choice marks the special row alone; where only the general one is due, the special \
        one meets it.",
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
