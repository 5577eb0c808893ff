//! Something is asked that nobody can do.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{Due, SourceFile, SourceRef};

pub(super) const RULE: Rule = Rule {
    code: Code::NEVER_MET,
    severity: Severity::Error,
    title: Phrase::new("a due requirement that no choice meets", "该做的要求，没有选项做得到"),
    prose: Phrase::new(
        "The requirement stands in `due` or `remedy`, but no choice that a play can reach meets it: it was forgotten in \
        `meets`, is spelt like its neighbour, or its `when` never holds. The learner would be told of a miss that he could \
        not have avoided.\n\n\
        Add it to the choice that does it, or take it out of `due`. Lines that a fragment brings are not counted: what they \
        speak of need not come up in every scenario.",
        "这条要求写在 `due` 或 `remedy` 里，可是走得到的选项没有一个做到它：忘了写进 `meets`，编号写成了旁边那\
            条，或者它的 `when` 从来不成立。学员会被告知漏了一条，而他根本没有办法不漏。\n\n\
            写进做到它的那个选项，或者从 `due` 里拿掉。片段带来的要求不算：它说的事不一定每个情景都会遇到。",
    ),
    trips: Sample::Edits {
        edits: &[("                    meets: [\"basic.conduct.visit.normal.19.r2\"],\n", "")],
        at: "\"basic.conduct.visit.normal.19.r2\",",
    },
    passes: Sample::Edits {
        edits: &[(
            "meets: [\"basic.conduct.visit.normal.19.r2\"]",
            "meets: [\"basic.conduct.visit.normal.19.r2 when not dripping\"]",
        )],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    if inspection.explored.is_err() {
        return Vec::new();
    }
    let scenario = inspection.scenario;
    let own = scenario.due.iter().enumerate().filter(|(_, due)| due.origin.file == SourceFile::Own);
    let lost = own.filter(|(_, due)| !inspection.observed.met[due.requirement.index()]);
    let tell = |(number, due): (usize, &Due)| {
        let id = &inspection.standard.requirement(due.requirement).id;
        let message = both!("no play meets {id}", "怎么走都做不到 {id}");
        let help = Phrase::new("add it to `meets` of the choice that does it", "写进做到它的那个选项的 `meets`");
        RULE.diagnostic(scenario.place(SourceRef::Due(number)), message).help(help)
    };
    lost.map(tell).collect()
}
