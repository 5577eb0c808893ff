//! A speaker who never speaks, a slot that is never filled in.

use super::Rule;
use crate::author::check::reads::ScenarioReads;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::scenario::{SlotId, SourceRef, SpeakerId, TextId};
use crate::content::standard::Element;
use std::collections::BTreeSet;

pub(super) const RULE: Rule = Rule {
    code: Code::UNUSED_NAME,
    severity: Severity::Warning,
    title: Phrase::new("a speaker or slot that no text uses", "有一个说话的人或者填空没有用到"),
    prose: Phrase::new(
        "Somebody is introduced and never says a word, or words were put aside for {a slot} that no text has. A learner \
        notices nothing; whoever translates or mends the file later wonders what is missing.\n\n\
        Give the speaker the line that was meant, use the slot, or remove the entry. A slot that the words of a requirement \
        are heard by counts as used. A fragment that is listed and never \
        called is an error of its own.",
        "介绍了一个人，他却一句话也不说；或者写好了一个填空，却没有文字用它。学员看不出来，可是以后翻译或者修\
            改的人会纳闷：是不是少了什么？\n\n\
            补上他该说的那句话，用上这个填空，或者删掉这一项。做到的要求要听的填空，算用上了。列了片段却不调用，是另一种错误。",
    ),
    trips: Sample::Edits {
        edits: &[("\"son\": { \"zh\"", "\"neighbour\": { \"zh\": \"老李\", \"en\": \"Old Li\" }, \"son\": { \"zh\"")],
        at: "\"neighbour\"",
    },
    passes: Sample::Edits {
        edits: &[
            (
                "slots: { \"customer\"",
                "slots: { \"street\": { \"zh\": \"栀子巷\", \"en\": \"Zhizi Lane\" }, \"customer\"",
            ),
            ("\"栀子巷3号楼", "\"{street}3号楼"),
            ("block 3, Zhizi Lane:", "block 3, {street}:"),
        ],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let reads = ScenarioReads::of(scenario);
    let tell = |writing, message| {
        let place = scenario.place(SourceRef::Text(writing, None));
        RULE.diagnostic(place, message).help(Phrase::new("use it, or remove the entry", "用上它，或者删掉这一项"))
    };
    let mut diagnostics = Vec::new();
    for (id, speaker) in SpeakerId::enumerate(&scenario.speakers) {
        if !scenario.lines.iter().any(|line| line.by == Some(id)) {
            let message = both!("\"{name}\" never says a word", "\"{name}\" 一句话都没说过", name = speaker.name);
            diagnostics.push(tell(TextId::Speaker(id), message));
        }
    }
    let heard = heard(inspection);
    for (id, slot) in SlotId::enumerate(&scenario.slots).filter(|(_, slot)| slot.file.is_some()) {
        if !reads.slots.contains(&*slot.name) && !heard.contains(&*slot.name) {
            let message = both!("no text uses {{{name}}}", "没有文字用到 {{{name}}}", name = slot.name);
            diagnostics.push(tell(TextId::Slot(id), message));
        }
    }
    diagnostics
}

/// The slots that what is said here is heard by, shown in a text or not.
fn heard<'i>(inspection: &'i Inspection) -> BTreeSet<&'i str> {
    let met = inspection.scenario.choices().flat_map(|choice| &choice.meets);
    let elements = met.flat_map(|mark| &inspection.standard.requirement(mark.requirement).elements);
    elements.flat_map(Element::slots).collect()
}
