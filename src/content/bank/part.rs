//! The texts of a question, and the path to each in its file.

use super::question::{Question, QuestionKind, Remark};
use crate::base::text::Text;
use crate::content::notation::PathStep;

/// A part of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionPart {
    /// Its id.
    Id,
    /// What it tests.
    Claim,
    /// What is asked.
    Ask,
    /// The n-th thing that can be answered, in the order of the file.
    Says(usize),
    /// What is said of that.
    Why(usize),
    /// The left side of the n-th pair.
    Left(usize),
    /// Its right side.
    Right(usize),
    /// The n-th right side that belongs to nothing.
    Extra(usize),
    /// What is said of all of it.
    WhyAll,
    /// With whom the learner talks.
    With,
}

impl Question {
    /// All its texts, in the order of the file.
    pub fn texts(&self) -> Vec<(QuestionPart, &Text)> {
        let mut texts = vec![(QuestionPart::Claim, &self.claim), (QuestionPart::Ask, &self.ask)];
        match &self.kind {
            QuestionKind::Single(answers) | QuestionKind::Several(answers) | QuestionKind::Number(answers) => {
                texts.extend(numbered(answers, |own| (&own.says, own.why.as_ref())));
            }
            QuestionKind::TrueFalse { reasons, .. } => {
                texts.extend(numbered(reasons, |own| (&own.says, own.why.as_ref())));
            }
            QuestionKind::Judgement(acts) => texts.extend(numbered(acts, |act| (&act.says, Some(&act.why)))),
            QuestionKind::Mistake { with, lines } => {
                texts.push((QuestionPart::With, with));
                texts.extend(numbered(lines, |line| match &line.remark {
                    Remark::None => (&line.says, None),
                    Remark::Fine(why) | Remark::Fault(why) => (&line.says, Some(why)),
                }));
            }
            QuestionKind::Order { steps, why } => {
                texts.extend(numbered(steps, |step| (step, None)));
                texts.push((QuestionPart::WhyAll, why));
            }
            QuestionKind::Match { pairs, extra, why } => {
                for (n, pair) in pairs.iter().enumerate() {
                    texts.extend([(QuestionPart::Left(n), &pair.left), (QuestionPart::Right(n), &pair.right)]);
                }
                texts.extend(extra.iter().enumerate().map(|(n, text)| (QuestionPart::Extra(n), text)));
                texts.push((QuestionPart::WhyAll, why));
            }
        }
        texts
    }

    /// The path to a part, from the question on.
    pub(super) fn steps(&self, part: QuestionPart) -> Vec<PathStep<'static>> {
        let kind = PathStep::Field("kind");
        let below = |list: &'static str, n, end: &'static str| {
            vec![kind, PathStep::Field(list), PathStep::Item(n), PathStep::Field(end)]
        };
        match part {
            QuestionPart::Id => vec![PathStep::Field("id")],
            QuestionPart::Claim => vec![PathStep::Field("claim")],
            QuestionPart::Ask => vec![PathStep::Field("ask")],
            QuestionPart::Says(n) => self.offered(n, self.says_field(n)),
            QuestionPart::Why(n) => self.offered(n, Some(self.why_field(n))),
            QuestionPart::Left(n) => below("pairs", n, "left"),
            QuestionPart::Right(n) => below("pairs", n, "right"),
            QuestionPart::Extra(n) => vec![kind, PathStep::Field("extra"), PathStep::Item(n)],
            QuestionPart::WhyAll => vec![kind, PathStep::Field("why")],
            QuestionPart::With => vec![kind, PathStep::Field("with")],
        }
    }

    fn offered(&self, n: usize, end: Option<&'static str>) -> Vec<PathStep<'static>> {
        let list = match self.kind {
            QuestionKind::Single(_)
            | QuestionKind::Several(_)
            | QuestionKind::Number(_)
            | QuestionKind::Judgement(_) => PathStep::Item(0),
            QuestionKind::TrueFalse { .. } => PathStep::Field("reasons"),
            QuestionKind::Mistake { .. } => PathStep::Field("lines"),
            QuestionKind::Order { .. } => PathStep::Field("steps"),
            QuestionKind::Match { .. } => PathStep::Field("pairs"),
        };
        [PathStep::Field("kind"), list, PathStep::Item(n)].into_iter().chain(end.map(PathStep::Field)).collect()
    }

    /// The words of a step stand by themselves.
    fn says_field(&self, n: usize) -> Option<&'static str> {
        match &self.kind {
            QuestionKind::Order { .. } => None,
            QuestionKind::Mistake { lines, .. } => {
                Some(if lines.get(n).is_some_and(|line| line.own) { "you" } else { "they" })
            }
            _ => Some("says"),
        }
    }

    fn why_field(&self, n: usize) -> &'static str {
        match &self.kind {
            QuestionKind::Mistake { lines, .. } => {
                if lines.get(n).is_some_and(super::question::DialogueLine::is_fault) { "fault" } else { "fine" }
            }
            _ => "why",
        }
    }
}

/// What can be answered with what is said of it, counted.
fn numbered<'q, T>(
    list: &'q [T],
    texts: impl Fn(&'q T) -> (&'q Text, Option<&'q Text>),
) -> Vec<(QuestionPart, &'q Text)> {
    let both = |(n, own)| {
        let (says, why) = texts(own);
        [Some((QuestionPart::Says(n), says)), why.map(|why| (QuestionPart::Why(n), why))]
    };
    list.iter().enumerate().flat_map(both).flatten().collect()
}
