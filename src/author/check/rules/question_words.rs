//! The words of questions, held to the rules that hold for those of scenarios: under the same codes, since it is the same
//! fault.

use super::rule::Rule;
use super::worded::WordFault;
use super::{placeholder, private_number, punctuation, real_name, term, untranslated};
use crate::author::check::bank_inspection::BankInspection;
use crate::author::check::voice::Voice;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::content::bank::{Question, QuestionKind, QuestionPart};

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let names = real_name::kept_out(&inspection.kept_out.names);
    let mut found = Vec::new();
    for (number, question) in inspection.questions() {
        for (part, text) in question.texts() {
            for (lang, words) in text.iter() {
                let faults = faults(inspection, question, part, lang, words, &names).into_iter();
                let foreign = untranslated::fault(text, lang).map(|fault| (&untranslated::RULE, fault));
                found.extend(faults.chain(foreign).map(|(rule, fault)| {
                    let place = inspection.bank.place_in(number, part, lang, fault.at);
                    rule.diagnostic(place, fault.message).help(fault.help)
                }));
            }
        }
    }
    found
}

fn faults(
    inspection: &BankInspection,
    question: &Question,
    part: QuestionPart,
    lang: Lang,
    words: &str,
    names: &[real_name::KeptOutName],
) -> Vec<(&'static Rule, WordFault)> {
    let terms = &inspection.kept_out.glossary.terms;
    let private = private_number::faults(words).into_iter().map(|fault| (&private_number::RULE, fault));
    let others = [
        (&real_name::RULE, real_name::fault(words, names)),
        (&punctuation::RULE, punctuation::fault(lang, words)),
        (&placeholder::RULE, placeholder::fault(lang, words)),
        (&term::RULE, term::fault_of(terms, voice(question, part), lang, words)),
    ];
    private.chain(others.into_iter().filter_map(|(rule, fault)| Some((rule, fault?)))).collect()
}

/// Whose words they are: only a dialogue says it.
fn voice(question: &Question, part: QuestionPart) -> Voice {
    match (&question.kind, part) {
        (QuestionKind::Mistake { lines, .. }, QuestionPart::Says(at)) => match lines.get(at) {
            Some(line) if line.own => Voice::Player,
            Some(_) => Voice::Other,
            None => Voice::Nobody,
        },
        _ => Voice::Nobody,
    }
}
