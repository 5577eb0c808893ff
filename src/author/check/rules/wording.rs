//! A prescribed utterance with a hole in it.

use super::Rule;
use crate::author::check::shown_words::words_of;
use crate::author::check::{Inspection, Sample};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::quantity::{Measure, quantities};
use crate::base::text::Lang;
use crate::content::scenario::{Choice, ChoiceId, ChoiceKind, SceneId, SpeakerId, TextId};
use crate::content::standard::{Element, RequirementId};

pub(super) const RULE: Rule = Rule {
    code: Code::WORDING,
    severity: Severity::Warning,
    title: "words that meet a prescribed utterance lack a part of it",
    prose: "The standard prescribes what must be in this utterance: a greeting, the company, the role, the full name. The \
        choice is counted as meeting it, but in this language a part is not there. Whoever learns by heart what was praised \
        learns it wrong, and the typed exam will refuse it.\n\n\
        Put the missing part into the words, in every language; `doorstep standard REQUIREMENT` shows what counts. The rest \
        may sound as people speak. If the part is truly said at another moment, take the requirement to that choice.",
    trips: Sample::Edits {
        edits: &[("“您好，我是{company}社区经理{player}。”", "“您好，我是{company}的{player}。”")],
        at: "“您好，我是{company}的{player}。”",
    },
    passes: Sample::Edits {
        edits: &[("“您好，我是{company}社区经理{player}。”", "“您好，我叫{player}，{company}的社区经理。”")],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let mut diagnostics = Vec::new();
    for (id, scene) in SceneId::enumerate(&scenario.scenes) {
        let said = ChoiceId::enumerate(&scene.choices).filter(|(_, choice)| choice.kind == ChoiceKind::Say);
        for (number, choice) in said {
            for (lang, words) in choice.text.iter() {
                let said = utterance(inspection, choice, lang);
                let missing = choice.meets.iter().filter_map(|mark| missing(inspection, mark.requirement, lang, &said));
                for (requirement, element) in missing {
                    let place = scenario.place_in(TextId::Choice(id, number), lang, 0..words.len());
                    let id = &inspection.standard.requirement(requirement).id;
                    let message = format!("\"{}\" is missing, which {id} prescribes", element.name.in_lang(lang));
                    let help = format!("say it in these words too; `doorstep standard {id}` shows what counts");
                    diagnostics.push(RULE.diagnostic(place, message).help(help));
                }
            }
        }
    }
    diagnostics
}

/// What is said when the choice is taken: its words, and the lines of its reply that the player speaks.
fn utterance(inspection: &Inspection, choice: &Choice, lang: Lang) -> String {
    let scenario = inspection.scenario;
    let player = SpeakerId::find(&scenario.speakers, |speaker| *speaker.name == *PLAYER);
    let lines = scenario.lines[choice.reply.clone()].iter();
    let own = lines.filter(|line| player.is_some() && line.by == player);
    [&choice.text]
        .into_iter()
        .chain(own.map(|line| &line.text))
        .map(|text| text.in_lang(lang))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The speaker who stands for the learner.
const PLAYER: &str = "you";

/// The first prescribed part that the words lack.
fn missing<'i>(
    inspection: &'i Inspection,
    id: RequirementId,
    lang: Lang,
    words: &str,
) -> Option<(RequirementId, &'i Element)> {
    let elements = &inspection.standard.requirement(id).elements;
    elements.iter().find(|element| !is_said(inspection, element, lang, words)).map(|element| (id, element))
}

/// Whether a part is in the words; what the language cannot tell counts as said.
fn is_said(inspection: &Inspection, element: &Element, lang: Lang, words: &str) -> bool {
    let lower = words_of(inspection, words, lang).to_lowercase().replace('’', "'");
    let list = element.says.iter().find(|(of, _)| *of == lang).map(|(_, list)| list);
    if list.is_some_and(|list| list.iter().any(|part| lower.contains(&part.to_lowercase()))) {
        return true;
    }
    match &element.slot {
        Some(slot) => fills(inspection, slot, lang, words),
        None => list.is_none(),
    }
}

/// Whether the words give the value of a slot: the slot itself, its words, for a time any time. A slot that the scenario
/// does not define could be anything.
fn fills(inspection: &Inspection, name: &str, lang: Lang, words: &str) -> bool {
    let slot = inspection.scenario.slots.iter().find(|slot| *slot.name == *name);
    let always = matches!(name, "time" | "appointment" | "player");
    let timed = || quantities(lang, words).iter().any(|quantity| quantity.measure == Measure::Time);
    let literal = slot.is_some_and(|slot| words.contains(slot.text.in_lang(lang)));
    let time = matches!(name, "time" | "appointment")
        && (timed() || words.contains("{time}") || words.contains("{appointment}"));
    words.contains(&format!("{{{name}}}")) || literal || time || slot.is_none() && !always
}
