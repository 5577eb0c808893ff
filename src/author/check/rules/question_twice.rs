//! What one question calls right another calls wrong, or two ask the same.

use super::Rule;
use super::tokens::letters;
use crate::author::check::Sample;
use crate::author::check::bank_inspection::{BankInspection, offered};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use crate::content::bank::{Question, QuestionKind, QuestionPart};
use crate::content::standard::RequirementId;
use rustc_hash::FxHashMap;

pub(in crate::author::check) const RULE: Rule = Rule {
    code: Code::QUESTION_TWICE,
    severity: Severity::Warning,
    title: Phrase::new(
        "two questions ask the same, or call the same words right and wrong",
        "两道题问的一样，或者同一句话一处算对、一处算错",
    ),
    prose: Phrase::new(
        "Two questions about one requirement have an answer in common, and it is right in one and wrong in the other: \
        either there are two answers that can be defended, or what makes the difference is not written down. Or two \
        questions ask the same in the same words, so that one of them adds nothing.\n\n\
        Write into the question what decides, or change the answer. Of two that ask the same keep the better.",
        "两道题考同一条要求，有一个答案两边都有，一处算对，一处算错：要么两个答案都说得过去，要么决定对错的东西没有写\
            出来。或者两道题问得一字不差，其中一道就是多余的。\n\n\
            把决定对错的写进题目，或者换掉那个答案。问得一样的，留好的那道。",
    ),
    trips: Sample::QuestionEdits {
        edits: &[
            ("\"basic.conduct.visit.normal.05.r4\"", "\"basic.conduct.visit.normal.05.r2\""),
            ("拍得响，人来得快", "手拿开，站着等人来"),
        ],
        at: "says: { \"zh\": \"手拿开，站着等人来\", \"en\": \"The louder",
    },
    passes: Sample::QuestionEdits { edits: &[("拍得响，人来得快", "手拿开，站着等人来")], at: "" },
    check: None,
};

pub(in crate::author::check) fn check(inspection: &BankInspection) -> Vec<Diagnostic> {
    let mut found = asked_twice(inspection);
    let mut seen: FxHashMap<(RequirementId, String), (usize, QuestionPart, bool)> = FxHashMap::default();
    for (number, question) in inspection.questions() {
        // How good a ranked act is hangs on the others; a line hangs on what was said before.
        if matches!(question.kind, QuestionKind::Mistake { .. } | QuestionKind::Judgement(_)) {
            continue;
        }
        for own in offered(&question.kind) {
            let Some((lang, words)) = own.says.iter().next() else { continue };
            let part = QuestionPart::Says(own.place);
            for id in &question.tests {
                let (first, first_part, is_right) =
                    *seen.entry((*id, letters(words))).or_insert((number, part, own.is_key));
                if is_right == own.is_key || first == number {
                    continue;
                }
                let other = &inspection.bank.questions[first].id;
                let message =
                    both!("\"{words}\" counts otherwise in \"{other}\"", "“{words}”在 \"{other}\" 里算的不一样");
                let diagnostic = RULE.diagnostic(inspection.place(number, part, lang), message);
                let help = Phrase::new("write down what makes the difference", "把差别写进题目");
                found.push(diagnostic.help(help).also(inspection.place(first, first_part, lang)));
            }
        }
    }
    found
}

fn asked_twice(inspection: &BankInspection) -> Vec<Diagnostic> {
    let mut seen: FxHashMap<(String, String), usize> = FxHashMap::default();
    let again = |(number, question): (usize, &Question)| {
        let (lang, words) = question.ask.iter().next()?;
        // What is asked of other answers is another question.
        let mut answers: Vec<String> =
            offered(&question.kind).iter().map(|own| letters(own.says.in_lang(lang))).collect();
        answers.sort_unstable();
        let first = *seen.entry((letters(words), answers.join("|"))).or_insert(number);
        let other = &inspection.bank.questions[first].id;
        let message = both!("\"{other}\" asks the same", "\"{other}\" 问的一样");
        let place = inspection.place(number, QuestionPart::Ask, lang);
        let diagnostic = RULE.diagnostic(place, message).help(Phrase::new("keep the better one", "留好的那道"));
        (first != number).then(|| diagnostic.also(inspection.bank.place(first, QuestionPart::Ask, Some(lang))))
    };
    inspection.questions().filter_map(again).collect()
}
