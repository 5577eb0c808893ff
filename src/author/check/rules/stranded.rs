//! A remedy that nobody can give any more.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::SourceRef;

pub(super) const RULE: Rule = Rule {
    code: Code::STRANDED,
    severity: Severity::Error,
    title: Phrase::new("a remedy becomes due where it can no longer be given", "该补救的时候，已经不一定补救得了"),
    prose: Phrase::new(
        "Whoever errs must have a chance to make it good. On this way the remedy is owed and no choice that meets it can be \
        reached for sure, whatever the dice do; or it becomes due on the very move that ends the play. The learner loses its \
        weight without a choice.\n\n\
        The way there is shown. Give the scenes behind it a choice that meets the remedy, or let the due line hold only \
        where there is still one.",
        "谁做错了，都要有机会补救。这样走下去该补救了，可是不管随机怎么落都一定走得到、又做得到它的选项没有；\
            或者正好在演练结束的那一步才变成该补救。学员没得选，就丢了它的分。\n\n\
            走到那里的走法已经给出。在后面的场景里写一个做到它的选项，或者把条件收窄，只在还有机会的时候才该补救\
            。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "    start: \"landing\",",
            "    remedy: [\"basic.conduct.complaint.03.r1 when mood < 0\"],\n    start: \"landing\",",
        )],
        at: "remedy: [\"basic.conduct.complaint.03.r1",
    },
    passes: Sample::Edits {
        edits: &[
            (
                "    start: \"landing\",",
                "    remedy: [\"basic.conduct.complaint.01.r1 when read_note\"],\n    start: \"landing\",",
            ),
            (
                "meets: [\"basic.conduct.visit.normal.12.r1\"],",
                "meets: [\"basic.conduct.visit.normal.12.r1\", \"basic.conduct.complaint.01.r1\"],",
            ),
        ],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let Some(values) = inspection.values() else { return Vec::new() };
    let tell = |stranded: &crate::play::solver::Stranded| {
        let due = &inspection.scenario.due[stranded.due];
        let id = &inspection.standard.requirement(due.requirement).id;
        let message = both!(
            "{id} becomes due on this way and can no longer be met for sure",
            "这样走下去该补救 {id}，却不一定还做得到"
        );
        let help = Phrase::new(
            "give a choice that meets it to the scenes behind, or narrow the line's condition",
            "在后面的场景里写一个做到它的选项，或者把这一行的条件收窄",
        );
        let place = inspection.scenario.place(SourceRef::Due(stranded.due));
        RULE.diagnostic(place, message).help(help).witness(inspection.witness_along(&stranded.line))
    };
    values.stranded().iter().map(tell).collect()
}
