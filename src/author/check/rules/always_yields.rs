//! A rule that gives way everywhere.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::SourceRef;

pub(super) const RULE: Rule = Rule {
    code: Code::ALWAYS_YIELDS,
    severity: Severity::Error,
    title: Phrase::new("a rule gives way in every situation", "一条规则在任何情况下都让路"),
    prose: Phrase::new(
        "A `yields` says that one rule gives way to another in a situation. This one holds at every moment of every play, so \
        the rule is never in force, and a learner can neither keep nor fail it.\n\n\
        Narrow its condition to the situation that you mean, or take the rule off `due` and out of the marks.",
        "`yields` 说的是在某种情况下，一条规则给另一条让路。而这里的条件从头到尾都成立，于是这条规则从来不起作\
            用，学员既守不住它，也违反不了它。\n\n\
            把条件收窄到你要说的那种情况，或者把这条规则从 `due` 和各个选项里拿掉。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "    start: \"landing\",",
            "    yields: [(requirement: \"basic.conduct.visit.normal.19.r2\", to: \"basic.conduct.visit.normal.13.r1\", \
             when: \"mood >= -5\", because: { \"zh\": \"人先进屋。\", \"en\": \"People first.\" })],\n    start: \"landing\",",
        )],
        at: "when: \"mood >= -5\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "    start: \"landing\",",
            "    yields: [(requirement: \"basic.conduct.visit.normal.19.r2\", to: \"basic.conduct.visit.normal.13.r1\", \
             when: \"dripping\", because: { \"zh\": \"人先进屋。\", \"en\": \"People first.\" })],\n    start: \"landing\",",
        )],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let rules =
        inspection.scenario.yields.iter().enumerate().filter(|(rule, _)| inspection.observed.always_yields(*rule));
    let tell = |(rule, own): (usize, &crate::content::scenario::Yield)| {
        let id = &inspection.standard.requirement(own.requirement).id;
        let message = both!("{id} gives way at every moment of every play", "{id} 从头到尾都在让路");
        let place = inspection.scenario.place(SourceRef::Yield(rule));
        RULE.diagnostic(place, message).help(Phrase::new(
            "narrow the condition, or take the rule out of this scenario",
            "把条件收窄，或者从这个情景里拿掉这一条",
        ))
    };
    rules.map(tell).collect()
}
