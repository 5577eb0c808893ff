//! A duty that is broken, a guard that is spoiled, something due that never is. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NATURE,
    severity: Severity::Error,
    title: Phrase::new(
        "a duty is broken, a guard is spoiled, or something is due that never is",
        "违反了应做项，没做好底线，或者把从来不该做的写成了该做",
    ),
    prose: Phrase::new(
        "A duty is something to be done: done badly or left out, it earns nothing. A guard protects the customer: acting \
        against it costs. Were a duty broken, trying and failing would cost more than not trying at all.\n\n\
        Put a duty that was tried badly into `spoils`. Where harm was done, find the guard that was acted against: consent, \
        safety, honesty, privacy, property; `doorstep standard house` lists the pack's own rules. A permission or a plain \
        prohibition is never due: take it off `due`; it can be broken all the same.",
        "应做项是要去做的事：做砸了或者没做，只是不得分。底线护着客户：违反了要扣分。要是应做项也能违反，做了\
            没做好反而比不做更吃亏。\n\n\
            没做好的应做项写进 `spoils`。造成了伤害，就找出违反的是哪条底线：同意、安全、诚实、隐私、财物；`doorstep standard house` 列\
            出本站守则。许可和单纯的禁止从来不算该做：从 `due` 里拿掉，照样可以违反。",
    ),
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
