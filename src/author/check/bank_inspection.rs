//! The bank under inspection: what every rule about questions may look at.

use crate::base::diagnostic::Location;
use crate::base::text::{Lang, Text};
use crate::content::bank::{Bank, Question, QuestionKind, QuestionPart, Worth};
use crate::content::scenario::{KeptOut, Pack};
use crate::content::standard::{Requirement, Standard};
use std::sync::Arc;

/// What the rules look at.
pub(super) struct BankInspection<'b> {
    pub bank: &'b Bank,
    pub standard: &'b Standard,
    /// The languages of the pack, the base language first.
    pub languages: &'b [Lang],
    pub kept_out: &'b KeptOut,
}

impl<'b> BankInspection<'b> {
    pub(super) fn new(pack: &'b Pack) -> BankInspection<'b> {
        BankInspection {
            bank: &pack.bank,
            standard: &pack.standard,
            languages: &pack.languages,
            kept_out: &pack.kept_out,
        }
    }

    /// Each question with its number.
    pub(super) fn questions(&self) -> impl Iterator<Item = (usize, &'b Question)> {
        self.bank.questions.iter().map(Arc::as_ref).enumerate()
    }

    /// Where a part of a question stands in one language.
    pub(super) fn place(&self, number: usize, part: QuestionPart, lang: Lang) -> Location {
        self.bank.place(number, part, Some(lang))
    }

    /// The requirements that a question tests.
    pub(super) fn tested(&self, question: &'b Question) -> impl Iterator<Item = &'b Requirement> {
        question.tests.iter().map(|id| self.standard.requirement(*id))
    }
}

/// Something that can be answered.
#[derive(Clone, Copy)]
pub(super) struct OfferedAnswer<'q> {
    /// Its place in the question's own list.
    pub place: usize,
    pub says: &'q Text,
    /// Whether it is what is looked for: right, the best act, or the mistake.
    pub is_key: bool,
}

/// What can be answered, one beside the other; nothing for what is put in order or matched. Of a dialogue they are the
/// learner's own lines, none of them looked for where it has no mistake.
pub(super) fn offered(kind: &QuestionKind) -> Vec<OfferedAnswer<'_>> {
    match kind {
        QuestionKind::Single(answers) | QuestionKind::Several(answers) | QuestionKind::Number(answers) => {
            counted(answers.iter().map(|own| (&own.says, own.is_right())))
        }
        QuestionKind::TrueFalse { reasons, .. } => counted(reasons.iter().map(|own| (&own.says, own.is_right()))),
        QuestionKind::Judgement(acts) => counted(acts.iter().map(|act| (&act.says, act.worth == Worth::Best))),
        QuestionKind::Mistake { lines, .. } => {
            let own = lines.iter().enumerate().filter(|(_, line)| line.own);
            own.map(|(place, line)| OfferedAnswer { place, says: &line.says, is_key: line.is_fault() }).collect()
        }
        QuestionKind::Order { .. } | QuestionKind::Match { .. } => Vec::new(),
    }
}

fn counted<'q>(answers: impl Iterator<Item = (&'q Text, bool)>) -> Vec<OfferedAnswer<'q>> {
    answers.enumerate().map(|(place, (says, is_key))| OfferedAnswer { place, says, is_key }).collect()
}
