//! A question about a number whose answer the standard does not know.

use super::Rule;
use crate::author::check::Sample;
use crate::author::check::bank_inspection::{BankInspection, offered};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::quantity::{Measure, Quantity, quantities};
use crate::base::text::Lang;
use crate::both;
use crate::content::bank::{Question, QuestionKind, QuestionPart};
use crate::content::standard::{FactKind, Requirement};

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_NUMBER,
    severity: Severity::Error,
    title: Phrase::new("the number that counts as right is not the standard's", "算对的数字，标准里没有"),
    prose: Phrase::new(
        "The requirement that is tested prescribes a number, and another one of its kind counts as right; or it gives a \
        value only as one that each case fills in, such as the hour of an appointment, and the question makes a fact of \
        it. Whoever knows the standard loses the point.\n\n\
        Take the number over from the facts of the requirement. What the standard leaves open is no question. A number \
        that has to be worked out (an hour from some minutes) is of another kind, and is left alone.",
        "所考的要求规定了一个数，算对的却是另一个；或者标准里那个数只是举例，每次都不一样（例如约好的钟点），题目却把\
            它当成了规定。懂标准的人反而丢分。\n\n\
            照要求的 `facts` 写。标准没有定的，不要拿来考。要算出来的数（从几分钟算出钟点）是另一回事，不管。",
    ),
    trips: Sample::QuestionEdits {
        edits: &[("\"zh\": \"三十秒\", \"en\": \"30 seconds\"", "\"zh\": \"四十秒\", \"en\": \"40 seconds\"")],
        at: "\"四十秒\"",
    },
    passes: Sample::QuestionEdits {
        edits: &[("\"zh\": \"三十秒\", \"en\": \"30 seconds\"", "\"zh\": \"半分钟\", \"en\": \"half a minute\"")],
        at: "",
    },
    check: None,
};

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let of = |(number, question): (usize, &Question)| {
        if !matches!(question.kind, QuestionKind::Number(_)) {
            return None;
        }
        let key = offered(&question.kind).into_iter().find(|own| own.is_key)?;
        let tested: Vec<&Requirement> = inspection.tested(question).collect();
        let fault = |lang: &Lang| {
            let words = key.says.in_lang(*lang);
            let message = contradiction(words, &tested, *lang)?;
            let place = inspection.place(number, QuestionPart::Says(key.place), *lang);
            Some(
                RULE.diagnostic(place, message)
                    .help(Phrase::new("take over the number of the standard", "照标准的数字写")),
            )
        };
        inspection.languages.iter().find_map(fault)
    };
    inspection.questions().filter_map(of).collect()
}

fn contradiction(words: &str, tested: &[&Requirement], lang: Lang) -> Option<crate::base::bilingual::Bilingual> {
    let key = quantities(lang, words).into_iter().find(|own| own.measure != Measure::Number)?;
    let facts = |kind: FactKind| -> Vec<Quantity> {
        let own = tested.iter().flat_map(|own| &own.facts).filter(|fact| fact.kind == kind);
        own.flat_map(|fact| quantities(lang, fact.text.in_lang(lang)))
            .filter(|own| own.measure == key.measure)
            .collect()
    };
    let same = |own: &Quantity| (own.from, own.to) == (key.from, key.to);
    let hard = facts(FactKind::Hard);
    if hard.iter().any(same) {
        return None;
    }
    if !hard.is_empty() {
        return Some(both!(
            "\"{words}\" counts as right, and the standard says otherwise",
            "“{words}”算对，标准却不是这么定的"
        ));
    }
    facts(FactKind::Slot)
        .iter()
        .any(same)
        .then(|| both!("\"{words}\" counts as right, and each case has its own", "“{words}”算对，可这个数每次都不一样"))
}
