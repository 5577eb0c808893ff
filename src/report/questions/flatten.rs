//! Our kinds of questions as others know them. What they have no kind for is told as near as can be: an order is put by
//! pairing places with steps, a judgement asks for the best act alone, a statement is chosen together with its reason.

use super::flat::{FlatAnswer, FlatBody, FlatQuestion};
use crate::base::bilingual::Phrase;
use crate::base::chance::Seed;
use crate::base::text::{Lang, Text};
use crate::content::bank::{Act, AnswerOption, DialogueLine, Question, QuestionKind, Remark, Worth};
use crate::content::standard::Standard;
use std::sync::Arc;

/// A question in a language, its slots filled by this seed.
pub fn flat(question: &Arc<Question>, standard: &Standard, seed: Seed, lang: Lang) -> FlatQuestion {
    let form = question.form(seed);
    let section = form.tests.first().map(|id| standard.requirement(*id).section);
    let section = section.map_or_else(String::new, |id| standard.sections[id.index()].id.to_string());
    let mut told = form.claim.in_lang(lang).to_owned();
    if let QuestionKind::Order { why, .. } | QuestionKind::Match { why, .. } = &form.kind {
        told = format!("{told} {}", why.in_lang(lang));
    }
    FlatQuestion { id: form.id.to_string(), section, ask: ask(&form, lang), told, body: body(&form.kind, lang) }
}

/// What is asked, with what stands only in the kind.
fn ask(question: &Question, lang: Lang) -> String {
    let own = question.ask.in_lang(lang);
    let more = match &question.kind {
        QuestionKind::TrueFalse { .. } => {
            Phrase::new("Does this hold, and why?", "这句话对不对，为什么？").in_lang(lang).to_owned()
        }
        QuestionKind::Mistake { with, lines } => {
            let you = Phrase::new("You", "你").in_lang(lang).to_owned();
            let speaker = |line: &DialogueLine| if line.own { you.clone() } else { with.in_lang(lang).to_owned() };
            let gap = Phrase::new(": ", "：").in_lang(lang).to_owned();
            let line = |line: &DialogueLine| format!("{}{gap}{}", speaker(line), line.says.in_lang(lang));
            lines.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        _ => return own.to_owned(),
    };
    format!("{own}\n{more}")
}

fn body(kind: &QuestionKind, lang: Lang) -> FlatBody {
    match kind {
        QuestionKind::Single(answers) => FlatBody::One { answers: one_right(answers, lang), is_shuffled: true },
        QuestionKind::Number(answers) => FlatBody::One { answers: one_right(answers, lang), is_shuffled: false },
        QuestionKind::Several(answers) => FlatBody::Many(some_right(answers, lang)),
        QuestionKind::TrueFalse { holds, reasons } => {
            FlatBody::One { answers: verdicts(*holds, reasons, lang), is_shuffled: true }
        }
        QuestionKind::Judgement(acts) => {
            FlatBody::One { answers: acts.iter().map(|own| act(own, lang)).collect(), is_shuffled: true }
        }
        QuestionKind::Mistake { lines, .. } => FlatBody::One { answers: mistakes(lines, lang), is_shuffled: false },
        QuestionKind::Order { steps, .. } => {
            let place = |(at, step): (usize, &Text)| ((at + 1).to_string(), step.in_lang(lang).to_owned());
            FlatBody::Pairs { pairs: steps.iter().enumerate().map(place).collect(), extra: Vec::new() }
        }
        QuestionKind::Match { pairs, extra, .. } => FlatBody::Pairs {
            pairs: pairs
                .iter()
                .map(|own| (own.left.in_lang(lang).to_owned(), own.right.in_lang(lang).to_owned()))
                .collect(),
            extra: extra.iter().map(|own| own.in_lang(lang).to_owned()).collect(),
        },
    }
}

fn why(own: &AnswerOption, lang: Lang) -> String {
    own.why.as_ref().map_or_else(String::new, |why| why.in_lang(lang).to_owned())
}

fn one_right(answers: &[AnswerOption], lang: Lang) -> Vec<FlatAnswer> {
    let answer = |own: &AnswerOption| FlatAnswer {
        says: own.says.in_lang(lang).to_owned(),
        percent: if own.is_right() { 100.0 } else { 0.0 },
        why: why(own, lang),
    };
    answers.iter().map(answer).collect()
}

/// Right ones share a point, and each wrong one takes as much as a right one gives.
fn some_right(answers: &[AnswerOption], lang: Lang) -> Vec<FlatAnswer> {
    let rights = answers.iter().filter(|own| own.is_right()).count();
    let part = 100.0 / f64::from(u32::try_from(rights.max(1)).unwrap_or(1));
    let answer = |own: &AnswerOption| FlatAnswer {
        says: own.says.in_lang(lang).to_owned(),
        percent: if own.is_right() { part } else { -part },
        why: why(own, lang),
    };
    answers.iter().map(answer).collect()
}

/// Every verdict with every reason.
fn verdicts(holds: bool, reasons: &[AnswerOption], lang: Lang) -> Vec<FlatAnswer> {
    let verdict = |said: bool| if said { Phrase::new("Yes: ", "对：") } else { Phrase::new("No: ", "不对：") };
    let answer = |said: bool, own: &AnswerOption| FlatAnswer {
        says: format!("{}{}", verdict(said).in_lang(lang), own.says.in_lang(lang)),
        percent: if said == holds && own.is_right() { 100.0 } else { 0.0 },
        why: why(own, lang),
    };
    [holds, !holds].into_iter().flat_map(|said| reasons.iter().map(move |own| answer(said, own))).collect()
}

fn act(own: &Act, lang: Lang) -> FlatAnswer {
    let percent = match own.worth {
        Worth::Best => 100.0,
        Worth::Good => 50.0,
        Worth::Poor | Worth::Worst => 0.0,
    };
    FlatAnswer { says: own.says.in_lang(lang).to_owned(), percent, why: own.why.in_lang(lang).to_owned() }
}

/// Every line of one's own, and that none is a mistake.
fn mistakes(lines: &[DialogueLine], lang: Lang) -> Vec<FlatAnswer> {
    let line = |own: &DialogueLine| FlatAnswer {
        says: own.says.in_lang(lang).to_owned(),
        percent: if own.is_fault() { 100.0 } else { 0.0 },
        why: match &own.remark {
            Remark::None => String::new(),
            Remark::Fine(why) | Remark::Fault(why) => why.in_lang(lang).to_owned(),
        },
    };
    let is_fine = !lines.iter().any(DialogueLine::is_fault);
    let none = FlatAnswer {
        says: Phrase::new("No line is a mistake.", "没有哪一句不妥。").in_lang(lang).to_owned(),
        percent: if is_fine { 100.0 } else { 0.0 },
        why: String::new(),
    };
    lines.iter().filter(|own| own.own).map(line).chain([none]).collect()
}
