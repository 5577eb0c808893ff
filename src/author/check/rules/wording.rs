//! A prescribed utterance with a hole in it.

use super::Rule;
use crate::author::check::voice::player;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::{Lang, fill_slots};
use crate::both;
use crate::content::scenario::{Choice, ChoiceId, ChoiceKind, Scenario, SceneId, TextId};
use crate::content::standard::{Element, RequirementId};
use crate::play::hearing::{ElementHeard, SlotValue, Utterance, hear, other_hour};

pub(super) const RULE: Rule = Rule {
    code: Code::WORDING,
    severity: Severity::Warning,
    title: Phrase::new("words that meet a prescribed utterance lack a part of it", "做到规定用语的话里少了一个要素"),
    prose: Phrase::new(
        "The standard prescribes what must be in this utterance: a greeting, the company, the role, the full name. The \
        choice is counted as meeting it, but in this language a part is not there. Whoever learns by heart what was praised \
        learns it wrong, and the typed exam will refuse it.\n\n\
        Put the missing part into the words, in every language; `doorstep standard REQUIREMENT --json` shows what counts. The rest \
        may sound as people speak. If the part is truly said at another moment, take the requirement to that choice.",
        "标准规定了这句话里必须有什么：问候、公司、身份、全名。选项算做到了这一条，可是在这种语言里缺了一块。\
            学员照着受表扬的话背，背的就是错的，打字的考试也不会放过。\n\n\
            把缺的补进去，每种语言都补；`doorstep standard 要求编号 --json` 列出怎么说才算。其余的话怎么顺口怎么说。如果\
            这个要素其实是在别的时候说的，就把这条要求移到那个选项。",
    ),
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
                let all = prescribed(inspection, choice);
                let hour = hour(inspection, choice, words, &said);
                let missing =
                    choice.meets.iter().filter_map(|mark| missing(inspection, mark.requirement, &all, &said, hour));
                for (requirement, element) in missing {
                    let place = scenario.place_in(TextId::Choice(id, number), lang, 0..words.len());
                    let id = &inspection.standard.requirement(requirement).id;
                    let message = both!(
                        "\"{part}\" is missing, which {id} prescribes",
                        "少了 {id} 规定的“{part}”",
                        part = element.name.in_lang(lang)
                    );
                    let help = both!(
                        "say it in these words too; `doorstep standard {id} --json` shows what counts",
                        "这里也要说出来；`doorstep standard {id} --json` 列出怎么说才算"
                    );
                    diagnostics.push(RULE.diagnostic(place, message).help(help));
                }
            }
        }
    }
    diagnostics
}

/// What is said when the choice is taken: its words, and the lines of its reply that the player speaks.
fn utterance(inspection: &Inspection, choice: &Choice, lang: Lang) -> Utterance {
    let scenario = inspection.scenario;
    let player = player(scenario);
    let lines = scenario.lines[choice.reply.clone()].iter();
    let own = lines.filter(|line| player.is_some() && line.by == player);
    let texts = [&choice.text].into_iter().chain(own.map(|line| &line.text));
    let words = texts.map(|text| filled(scenario, text.in_lang(lang), lang)).collect::<Vec<_>>().join("\n");
    Utterance::new(lang, &words)
}

/// The words with the scenario's own slots filled in; others stay as they stand.
fn filled(scenario: &Scenario, words: &str, lang: Lang) -> String {
    let mut out = String::new();
    fill_slots(words, &mut out, |name, out| {
        let slot = scenario.slots.iter().find(|slot| *slot.name == *name);
        out.push_str(slot.map_or("", |slot| slot.text.in_lang(lang)));
        slot.is_some()
    });
    out
}

/// Every part that is to be said with a choice.
fn prescribed<'i>(inspection: &'i Inspection, choice: &Choice) -> Vec<&'i Element> {
    choice.meets.iter().flat_map(|mark| &inspection.standard.requirement(mark.requirement).elements).collect()
}

/// The first prescribed part that the words lack or spoil.
fn missing<'i>(
    inspection: &'i Inspection,
    id: RequirementId,
    all: &[&Element],
    said: &Utterance,
    hour: Option<(&str, &str)>,
) -> Option<(RequirementId, &'i Element)> {
    let elements = &inspection.standard.requirement(id).elements;
    let value = |slot: &str| match hour {
        Some((own, hour)) if own == slot => SlotValue::words(hour),
        Some(_) | None => value(inspection, slot, said.lang()),
    };
    let is_said = |element: &Element| hear(element, all, said, &value) == ElementHeard::Said;
    elements.iter().find(|element| !is_said(element)).map(|element| (id, element))
}

/// The slot that a choice stands for and does not say, and the hour that it names instead.
fn hour<'i>(
    inspection: &'i Inspection,
    choice: &Choice,
    words: &'i str,
    said: &Utterance,
) -> Option<(&'i str, &'i str)> {
    let rows: Vec<RequirementId> = choice.meets.iter().map(|mark| mark.requirement).collect();
    other_hour(words, said, &rows, inspection.standard, &|slot| value(inspection, slot, said.lang()))
}

/// What the scenario says of a slot. One that it does not define could be anything.
fn value<'i>(inspection: &'i Inspection, name: &str, lang: Lang) -> SlotValue<'i> {
    let slot = inspection.scenario.slots.iter().find(|slot| *slot.name == *name);
    match (slot, name) {
        (Some(slot), _) => SlotValue::Words { words: slot.text.in_lang(lang), forms: slot.forms.in_lang(lang) },
        (None, "time" | "appointment") => SlotValue::AnyTime,
        (None, "player") => SlotValue::Open,
        (None, _) => SlotValue::Unknown,
    }
}
