//! Prescribed words that are met and not said, or that name what the scenario does not.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{Choice, ChoiceId, ChoiceKind, SceneId, SourceRef};
use crate::content::standard::Requirement;

pub(super) const RULE: Rule = Rule {
    code: Code::UNSAID,
    severity: Severity::Error,
    title: Phrase::new(
        "prescribed words are met by something that is not said, or cannot be checked",
        "规定用语算做到了，却没有说出来，或者没法核对",
    ),
    prose: Phrase::new(
        "The standard prescribes words here, part by part. A choice that meets them must be said, or the learner is praised \
        for words that nobody spoke; and every value that a part names, such as the customer or the hour, must be a slot of \
        the scenario, or nobody can tell whether it was said.\n\n\
        Give the choice `kind: Say` and the words, or take the requirement to the choice that says them. Define the missing \
        slot in `slots`, in every language.",
        "这条要求的用语是标准规定的，一个要素一个要素地规定。做到它的选项必须是说话，否则学员会因为谁也没说的\
            话受表扬；要素里提到的每个值，例如客户的称呼、几点钟，都必须是情景里的填空，否则说没说没法判断。\n\n\
            给选项写 `kind: Say` 和要说的话，或者把这条要求移到真正说这句话的选项。缺的填空写进 `slots`，每种语言\
            都写。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "id: \"full_name\",\n                    kind: Say,",
            "id: \"full_name\",\n                    kind: Do,",
        )],
        at: "id: \"full_name\"",
    },
    passes: Sample::Edits {
        edits: &[("id: \"point_at_badge\",", "id: \"point_at_badge\",\n                    kind: Do,")],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (scene, own) in SceneId::enumerate(&inspection.scenario.scenes) {
        for (number, choice) in ChoiceId::enumerate(&own.choices) {
            let place = || inspection.scenario.place(SourceRef::Choice(scene, number));
            for requirement in prescribed(inspection, choice) {
                if choice.kind != ChoiceKind::Say {
                    let message = both!(
                        "\"{choice}\" meets the words of {id} and says nothing",
                        "\"{choice}\" 做到了 {id} 的规定用语，却什么都没说",
                        choice = choice.id,
                        id = requirement.id
                    );
                    let help = Phrase::new(
                        "make it `kind: Say`, or let another choice meet it",
                        "写成 `kind: Say`，或者让别的选项做到它",
                    );
                    diagnostics.push(RULE.diagnostic(place(), message).help(help));
                }
                for slot in undefined(inspection, requirement) {
                    let message = both!(
                        "{id} names {{{slot}}}, and this scenario has no such slot",
                        "{id} 要用到 {{{slot}}}，这个情景没有这个填空",
                        id = requirement.id
                    );
                    let help = both!(
                        "define \"{slot}\" in `slots`, in every language",
                        "在 `slots` 里写上 \"{slot}\"，每种语言都写"
                    );
                    diagnostics.push(RULE.diagnostic(place(), message).help(help));
                }
            }
        }
    }
    diagnostics
}

/// What it meets that has prescribed words.
fn prescribed<'i>(inspection: &'i Inspection, choice: &'i Choice) -> impl Iterator<Item = &'i Requirement> {
    let met = choice.meets.iter().map(|mark| inspection.standard.requirement(mark.requirement));
    met.filter(|requirement| !requirement.elements.is_empty())
}

/// The slots that its parts name and the scenario does not define. Those that every text may use are always there.
fn undefined<'i>(inspection: &'i Inspection, requirement: &'i Requirement) -> impl Iterator<Item = &'i str> {
    let known = |name: &str| {
        let always = matches!(name, "time" | "appointment" | "player");
        always || inspection.scenario.slots.iter().any(|slot| *slot.name == *name)
    };
    let named = requirement.elements.iter().filter(|element| element.says.is_empty());
    named.filter_map(|element| element.slot.as_deref()).filter(move |name| !known(name))
}
