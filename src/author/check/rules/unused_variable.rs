//! A variable that changes nothing.

use super::Rule;
use crate::author::check::reads::ScenarioReads;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{MOOD, SourceRef, VariableId};

pub(super) const RULE: Rule = Rule {
    code: Code::UNUSED_VARIABLE,
    severity: Severity::Warning,
    title: Phrase::new("a variable that is never read, or never changes", "变量没人看，或者从来不变"),
    prose: Phrase::new(
        "What a learner did was to have a consequence later, and then nobody asked for it: the variable is written and \
        never read. Or it is read and never written, so that the condition is always the same and one branch is dead.\n\n\
        Write the line in which it returns; a choice that comes back three scenes later is what people remember. Otherwise \
        remove it: each variable also costs room and time when the scenario is proven.",
        "学员做的事本来要在后面有个结果，后来却没有人问起：变量改了，没有谁看它。或者有条件看它，却没有谁改它\
            ，于是条件永远一样，有一条路是死的。\n\n\
            把它派上用场的那一句写出来；隔了三个场景又回来的选择，最让人记住。否则就删掉：每个变量在检查时都要多\
            占地方、多花时间。",
    ),
    trips: Sample::Edits {
        edits: &[("\"read_note\": Flag", "\"read_note\": Flag, \"rang_twice\": Flag")],
        at: "\"rang_twice\": Flag",
    },
    passes: Sample::Edits {
        edits: &[
            ("\"read_note\": Flag", "\"read_note\": Flag, \"in_a_hurry\": Flag"),
            ("effects: [\"dripping = true\"]", "effects: [\"dripping = true\", \"in_a_hurry = true\"]"),
            ("(when: \"dripping\", text", "(when: \"dripping and in_a_hurry\", text"),
        ],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let reads = ScenarioReads::of(scenario);
    let written: Vec<VariableId> =
        scenario.choices().flat_map(|choice| &choice.effects).map(|effect| effect.variable).collect();
    let mut diagnostics = Vec::new();
    for (id, variable) in VariableId::enumerate(&scenario.variables).filter(|(id, _)| *id != MOOD) {
        let name = variable.name.rsplit('/').next().unwrap_or_default();
        let read = reads.fields.contains(&variable.field) || reads.slots.contains(name);
        let message = match (read, written.contains(&id)) {
            (true, true) => continue,
            (true, false) => {
                both!("`{name}` is read, but nothing ever changes it", "条件要看 `{name}`，却从来没有谁改它")
            }
            (false, true) => both!("`{name}` is written and never read", "`{name}` 改来改去，却没有谁看它"),
            (false, false) => both!("`{name}` is declared and never used", "声明了 `{name}`，却没用过"),
        };
        let help = Phrase::new("let something depend on it, or remove it", "让一些内容随它变化，或者删掉它");
        diagnostics.push(RULE.diagnostic(scenario.place(SourceRef::Variable(id)), message).help(help));
    }
    diagnostics
}
