//! A number that the standard knows better.

use super::Rule;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::quantity::{Measure, Quantity, quantities};
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::{Choice, ChoiceId, ChoiceKind, SceneId, SourceRef, Takes, TextId};
use crate::content::standard::{FactKind, Requirement};

pub(super) const RULE: Rule = Rule {
    code: Code::FACT,
    severity: Severity::Warning,
    title: Phrase::new("a number that contradicts the standard's", "数字和标准不一致"),
    prose: Phrase::new(
        "The choice is counted as meeting a requirement with an exact number (45 cm, every 30 seconds, 3 to 5 times), but \
        its words name another, or the wait it stands for is shorter than what it meets. The learner is praised for \
        the wrong number and will be asked for the right one in the exam.\n\n\
        Take the standard's number over, in words or in figures. If the story needs another number here, it is not this \
        requirement that the choice meets.",
        "选项算做到了一条有准确数字的要求（45 厘米、每隔 30 秒、3 到 5 次），可是文字里写的是另一个数，或者等\
            的时间比要求的短。学员因为错的数字受了表扬，考试里却要答对的。\n\n\
            照标准的数字改，写成字或者数字都行。如果故事在这里就是要别的数字，那这个选项做到的就不是这一条。",
    ),
    trips: Sample::Edits {
        edits: &[
            ("甩干水，收好伞，再按门铃", "收好伞，连着轻敲五下门"),
            ("Shake it out and fold it, then ring", "Fold it, then give five light taps"),
            (
                "takes: \"20s\",\n                    meets: [\"basic.conduct.visit.normal.19.r1\"],",
                "takes: \"20s\",\n                    meets: [\"basic.conduct.visit.normal.19.r1\", \"basic.conduct.visit.normal.05.r4\"],",
            ),
        ],
        at: "收好伞，连着轻敲五下门",
    },
    passes: Sample::Edits {
        edits: &[
            ("甩干水，收好伞，再按门铃", "收好伞，连着轻敲三下门"),
            ("Shake it out and fold it, then ring", "Fold it, then give three light taps"),
            (
                "takes: \"20s\",\n                    meets: [\"basic.conduct.visit.normal.19.r1\"],",
                "takes: \"20s\",\n                    meets: [\"basic.conduct.visit.normal.19.r1\", \"basic.conduct.visit.normal.05.r4\"],",
            ),
        ],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for (id, scene) in SceneId::enumerate(&inspection.scenario.scenes) {
        for (number, choice) in ChoiceId::enumerate(&scene.choices) {
            for mark in &choice.meets {
                let requirement = inspection.standard.requirement(mark.requirement);
                said(inspection, requirement, choice, TextId::Choice(id, number), &mut diagnostics);
                diagnostics.extend(waited(inspection, requirement, choice, SourceRef::Choice(id, number)));
            }
        }
    }
    diagnostics
}

/// The exact numbers of a requirement in one language.
fn facts(requirement: &Requirement, lang: Lang) -> Vec<Quantity> {
    let hard = requirement.facts.iter().filter(|fact| fact.kind == FactKind::Hard);
    let measured = |quantity: &Quantity| quantity.measure != Measure::Number;
    hard.flat_map(|fact| quantities(lang, fact.text.in_lang(lang))).filter(measured).collect()
}

/// What the words of the choice say otherwise.
fn said(
    inspection: &Inspection,
    requirement: &Requirement,
    choice: &Choice,
    writing: TextId,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (lang, words) in choice.text.iter() {
        let said = quantities(lang, words);
        for fact in facts(requirement, lang) {
            let mut same = said.iter().filter(|own| own.measure == fact.measure).peekable();
            let first = same.peek().map(|own| own.at.clone());
            if let (Some(at), false) = (first, same.any(|own| fact.from <= own.from && own.to <= fact.to)) {
                let message = both!(
                    "\"{said}\" contradicts {id}",
                    "“{said}”和 {id} 矛盾",
                    said = &words[at.clone()],
                    id = requirement.id
                );
                let place = inspection.scenario.place_in(writing, lang, at);
                diagnostics.push(RULE.diagnostic(place, message).help(demand(requirement, lang)));
            }
        }
    }
}

/// A wait that is shorter than the duration it meets.
fn waited(
    inspection: &Inspection,
    requirement: &Requirement,
    choice: &Choice,
    source_ref: SourceRef,
) -> Option<Diagnostic> {
    let lang = *inspection.scenario.languages.first()?;
    let fact = facts(requirement, lang).into_iter().find(|fact| fact.measure == Measure::Duration)?;
    match (choice.kind, choice.takes) {
        (ChoiceKind::Wait, Takes::Seconds(seconds)) if seconds < fact.from => {
            let message =
                both!("a wait of {seconds} s cannot meet {id}", "等 {seconds} 秒做不到 {id}", id = requirement.id);
            Some(RULE.diagnostic(inspection.scenario.place(source_ref), message).help(demand(requirement, lang)))
        }
        (ChoiceKind::Wait | ChoiceKind::Do | ChoiceKind::Say, Takes::Seconds(_) | Takes::Until(_)) => None,
    }
}

fn demand(requirement: &Requirement, lang: Lang) -> Bilingual {
    let hard = requirement.facts.iter().filter(|fact| fact.kind == FactKind::Hard);
    let told: Vec<&str> = hard.map(|fact| fact.text.in_lang(lang)).collect();
    both!("the standard says: {facts}", "标准里写的是：{facts}", facts = told.join("; "))
}
