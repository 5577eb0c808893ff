//! A duty that is broken, a guard that is spoiled, something due that never is. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NATURE,
    severity: Severity::Error,
    title: "a duty is broken, a guard is spoiled, or something is due that never is",
    prose: "A duty is something to be done: done badly or left out, it earns nothing. A guard protects the customer: acting \
        against it costs. Were a duty broken, trying and failing would cost more than not trying at all.\n\n\
        Put a duty that was tried badly into `spoils`. Where harm was done, find the guard that was acted against: consent, \
        safety, honesty, privacy, property; `doorstep standard house` lists the pack's own rules. A permission or a plain \
        prohibition is never due: take it off `due`; it can be broken all the same.",
    trips: Sample::Edits {
        edits: &[(
            "        \"basic.conduct.visit.normal.14.r2\",\n",
            "        \"basic.conduct.visit.normal.14.r2\",\n        \"house.04.r1\",\n",
        )],
        at: "\"house.04.r1\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "        \"basic.conduct.visit.normal.14.r2\",\n",
            "        \"basic.conduct.visit.normal.14.r2\",\n        \"house.07.r2\",\n",
        )],
        at: "",
    },
    check: None,
};
