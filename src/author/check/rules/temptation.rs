//! Harm that pays.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::SourceRef;

pub(super) const RULE: Rule = Rule {
    code: Code::TEMPTATION,
    severity: Severity::Error,
    title: Phrase::new(
        "a choice that does harm is worth more than every harmless one beside it",
        "有害的选项，比旁边无害的都更值",
    ),
    prose: Phrase::new(
        "Here a choice breaks or spoils something and still leads further than any choice beside it that does neither. The \
        learner is taught that harm pays, or must do harm to do well.\n\n\
        The moment is shown. Give a harmless choice what the other one wins, take the mark off if the act is right here, or \
        let the rule give way with `yields`.",
        "这里有一个选项违反了什么、或者没做好什么，却比旁边所有无害的走得更远。学员学到的是害人有好处，或者不\
            害人就得不了高分。\n\n\
            那一刻已经给出。让一个无害的选项得到它得的分；如果这样做在这里没有错，就去掉违反的记号，或者用 `yields` 让\
            规则让路。",
    ),
    trips: Sample::Edits {
        edits: &[
            (
                "meets: [\"basic.conduct.visit.normal.13.r1\"],",
                "meets: [\"basic.conduct.visit.normal.13.r1\"],\n                    breaks: [\"house.06.r1 when not dripping\"],",
            ),
            (
                "spoils: [\"basic.conduct.visit.normal.13.r1\"],",
                "meets: [\"basic.conduct.etiquette.listening.01.r1\"],",
            ),
            (
                "        \"basic.conduct.visit.normal.14.r2\",\n",
                "        \"basic.conduct.visit.normal.14.r2\",\n        \"basic.conduct.etiquette.listening.01.r1 when dripping\",\n",
            ),
        ],
        at: "id: \"under_the_arm\"",
    },
    passes: Sample::Edits {
        edits: &[(
            "meets: [\"basic.conduct.visit.normal.13.r1\"],",
            "meets: [\"basic.conduct.visit.normal.13.r1\"],\n                    breaks: [\"house.06.r1 when dripping and not dripping\"],",
        )],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let Some(values) = inspection.values() else { return Vec::new() };
    let tell = |found: crate::play::solver::PayingHarm| {
        let choice = inspection.choice(found.taken);
        let gain = f64::from(found.gain) / 100.0;
        let message = both!(
            "\"{id}\" breaks or spoils something and is worth {gain} more than every harmless choice here",
            "\"{id}\" 违反或没做好了什么，却比这里所有无害的选项多值 {gain} 分",
            id = choice.id
        );
        let help = Phrase::new(
            "let a harmless choice win as much, or let the rule give way here with `yields`",
            "让一个无害的选项也能得这么多，或者用 `yields` 让这条规则在这里让路",
        );
        let place = inspection.scenario.place(SourceRef::Choice(found.taken.scene, found.taken.choice));
        let mut witness = inspection.witness_along(&found.line);
        witness.choices.push(choice.id.clone());
        RULE.diagnostic(place, message).help(help).witness(witness)
    };
    values.paying_harms().into_iter().map(tell).collect()
}
