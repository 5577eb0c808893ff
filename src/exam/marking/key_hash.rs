//! A hash of what decides about right and wrong on a paper. Words are no part of it, so a comma that was put right makes no
//! result look doubtful.

use crate::base::hex;
use crate::content::bank::{Bank, Question, QuestionKind};
use crate::content::blueprint::Blueprint;
use crate::content::standard::Standard;
use crate::exam::sitting::Sitting;
use crate::record::sitting::PaperItem;
use std::fmt::Write;

/// The hash for these questions under this blueprint, as 64 hexadecimal digits. A question that the bank does not have any
/// more counts as gone.
pub fn key_hash(blueprint: &Blueprint, items: &[PaperItem], bank: &Bank, standard: &Standard) -> Box<str> {
    let mut told = String::new();
    let cuts = &blueprint.cuts;
    let sections = cuts.sections.iter().map(|cut| (&cut.section, cut.share));
    let sections: Vec<_> = sections.collect();
    let _ = writeln!(told, "{} {} {} {} {sections:?}", blueprint.id, cuts.quiz, cuts.scenarios, cuts.each);
    for item in items {
        let _ = write!(told, "{} {} ", item.block, item.question);
        match bank.find(&item.question) {
            Some(question) => tell(&mut told, question, standard),
            None => told.push_str("gone"),
        }
        told.push('\n');
    }
    hex::sha256(told).into()
}

/// Whether what decides about right and wrong on the paper of a sitting was changed since it was drawn.
pub fn is_stale(sitting: &Sitting, blueprint: &Blueprint, bank: &Bank, standard: &Standard) -> bool {
    let (hash, items) = sitting.keyed();
    *key_hash(blueprint, items, bank, standard) != *hash
}

fn tell(told: &mut String, question: &Question, standard: &Standard) {
    let tests: Vec<&str> = question.tests.iter().map(|id| &*standard.requirement(*id).id).collect();
    let _ = write!(told, "{tests:?} ");
    let _ = match &question.kind {
        QuestionKind::Single(answers) => write!(told, "single {:?}", rights(answers)),
        QuestionKind::Several(answers) => write!(told, "several {:?}", rights(answers)),
        QuestionKind::Number(answers) => write!(told, "number {:?}", rights(answers)),
        QuestionKind::Order { steps, .. } => write!(told, "order {}", steps.len()),
        QuestionKind::Match { pairs, extra, .. } => write!(told, "match {} {}", pairs.len(), extra.len()),
        QuestionKind::TrueFalse { holds, reasons } => write!(told, "true or false {holds} {:?}", rights(reasons)),
        QuestionKind::Judgement(acts) => {
            let worths: Vec<_> = acts.iter().map(|act| act.worth).collect();
            write!(told, "judgement {worths:?}")
        }
        QuestionKind::Mistake { lines, .. } => {
            let lines: Vec<_> = lines.iter().map(|line| (line.own, line.is_fault())).collect();
            write!(told, "mistake {lines:?}")
        }
    };
}

fn rights(answers: &[crate::content::bank::AnswerOption]) -> Vec<bool> {
    answers.iter().map(crate::content::bank::AnswerOption::is_right).collect()
}
