//! A question being answered.

use super::choices::{Choices, Offered, Step};
use super::marking::Marking;
use super::marks::{judged, matched, ordered, picked, several, spotted, stated};
use crate::base::chance::Seed;
use crate::base::text::Text;
use crate::content::bank::{Question, QuestionKind};
use std::sync::Arc;

/// A question that was put, and what was answered so far. The same seed puts it in the same way.
#[derive(Clone, Debug)]
pub struct Asked {
    question: Arc<Question>,
    /// The order in which its list is shown: places in the question's own list.
    order: Vec<usize>,
    /// What was answered so far: places in the question's own list; of a statement first whether it holds.
    replies: Vec<usize>,
    steps_left: usize,
}

/// Why an answer could not be taken; the question stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplyError {
    /// There are not so many answers, or all steps have theirs.
    #[error("nothing with this number can be answered")]
    NotOffered,
    /// One is asked for and several were chosen, or none, or one twice.
    #[error("this step takes another number of answers")]
    WrongCount,
}

impl Asked {
    /// Puts a question, in the form of this seed.
    pub fn new(question: &Arc<Question>, seed: Seed) -> Asked {
        let question = question.form(seed);
        let count = list_of(&question.kind).len();
        let order = match question.kind {
            QuestionKind::Number(_) | QuestionKind::Mistake { .. } => (0..count).collect(),
            _ => seed.shuffle(&question.id, count),
        };
        let steps_left = steps(&question.kind);
        Asked { question, order, replies: Vec::new(), steps_left }
    }

    /// The question.
    pub fn question(&self) -> &Arc<Question> {
        &self.question
    }

    /// What was answered so far, as places in the question's own list; of a statement first whether it holds: 0 where it does.
    pub fn replied(&self) -> &[usize] {
        &self.replies
    }

    /// The next step, or none when all have their answers.
    pub fn choices(&self) -> Option<Choices> {
        let step = self.step()?;
        let offered = self.offered(&step).into_iter().map(|place| self.shown(&step, place)).collect();
        Some(Choices { step, offered })
    }

    /// Answers the next step: which of the offered things, as they are shown, counted from 0.
    ///
    /// # Errors
    /// When there is nothing like that to answer; nothing has changed then.
    pub fn reply(&mut self, chosen: &[usize]) -> Result<(), ReplyError> {
        let step = self.step().ok_or(ReplyError::NotOffered)?;
        let offered = self.offered(&step);
        let twice = (1..chosen.len()).any(|at| chosen[..at].contains(&chosen[at]));
        if chosen.is_empty() || twice || (chosen.len() > 1 && step != Step::AllRight) {
            return Err(ReplyError::WrongCount);
        }
        let places: Option<Vec<usize>> = chosen.iter().map(|at| offered.get(*at).copied()).collect();
        self.replies.extend(places.ok_or(ReplyError::NotOffered)?);
        self.steps_left -= 1;
        if self.steps_left == 0 && matches!(self.question.kind, QuestionKind::Order { .. } | QuestionKind::Match { .. })
        {
            // What is left over has its place without being asked for.
            let rest: Vec<usize> = self.order.iter().copied().filter(|place| !self.replies.contains(place)).collect();
            self.replies.extend(rest);
        }
        Ok(())
    }

    /// What the answers come to, once every step has one.
    pub fn marking(&self) -> Option<Marking> {
        if self.steps_left > 0 {
            return None;
        }
        let replies = &self.replies[..];
        Some(match (&self.question.kind, replies) {
            (QuestionKind::Single(answers) | QuestionKind::Number(answers), [one]) => picked(answers, *one),
            (QuestionKind::Several(answers), chosen) => several(answers, chosen),
            (QuestionKind::Order { steps, why }, chosen) => ordered(steps, why, chosen),
            (QuestionKind::Match { pairs, why, .. }, chosen) => matched(pairs, why, &chosen[..pairs.len()]),
            (QuestionKind::TrueFalse { holds, reasons }, [said, reason]) => {
                stated(*holds, *said == 0, reasons, *reason)
            }
            (QuestionKind::Judgement(acts), [best, worst]) => judged(acts, *best, *worst),
            (QuestionKind::Mistake { lines, .. }, [line]) => spotted(lines, *line),
            _ => return None,
        })
    }

    fn step(&self) -> Option<Step> {
        let done = self.replies.len();
        (self.steps_left > 0).then(|| match &self.question.kind {
            QuestionKind::Single(_) | QuestionKind::Number(_) => Step::Right,
            QuestionKind::Several(_) => Step::AllRight,
            QuestionKind::Order { steps, .. } => Step::Next { number: done + 1, of: steps.len() },
            QuestionKind::Match { pairs, .. } => Step::Partner(pairs[done].left.clone()),
            QuestionKind::TrueFalse { .. } if done == 0 => Step::Holds,
            QuestionKind::TrueFalse { .. } => Step::Reason,
            QuestionKind::Judgement(_) if done == 0 => Step::Best,
            QuestionKind::Judgement(_) => Step::Worst,
            QuestionKind::Mistake { .. } => Step::Mistake,
        })
    }

    /// The places in the question's list that can be answered now, in the order in which they are shown.
    fn offered(&self, step: &Step) -> Vec<usize> {
        match (&self.question.kind, step) {
            (_, Step::Holds) => vec![0, 1],
            (_, Step::Right | Step::AllRight | Step::Reason) => self.order.clone(),
            (QuestionKind::Mistake { lines, .. }, _) => {
                let own = self.order.iter().copied().filter(|place| lines[*place].own);
                own.chain([lines.len()]).collect()
            }
            _ => self.order.iter().copied().filter(|place| !self.replies.contains(place)).collect(),
        }
    }

    fn shown(&self, step: &Step, place: usize) -> Offered {
        match step {
            Step::Holds if place == 0 => Offered::True,
            Step::Holds => Offered::False,
            _ => list_of(&self.question.kind)
                .get(place)
                .map_or(Offered::NoMistake, |text| Offered::Words((*text).clone())),
        }
    }
}

/// How many steps a kind has.
fn steps(kind: &QuestionKind) -> usize {
    match kind {
        QuestionKind::Single(_) | QuestionKind::Number(_) | QuestionKind::Several(_) | QuestionKind::Mistake { .. } => {
            1
        }
        QuestionKind::Order { steps, .. } => steps.len() - 1,
        QuestionKind::Match { pairs, extra, .. } => pairs.len() - usize::from(extra.is_empty()),
        QuestionKind::TrueFalse { .. } | QuestionKind::Judgement(_) => 2,
    }
}

/// What a kind has to choose from, in the order of its file.
fn list_of(kind: &QuestionKind) -> Vec<&Text> {
    match kind {
        QuestionKind::Single(answers) | QuestionKind::Several(answers) | QuestionKind::Number(answers) => {
            answers.iter().map(|answer| &answer.says).collect()
        }
        QuestionKind::TrueFalse { reasons, .. } => reasons.iter().map(|answer| &answer.says).collect(),
        QuestionKind::Order { steps, .. } => steps.iter().collect(),
        QuestionKind::Match { pairs, extra, .. } => pairs.iter().map(|pair| &pair.right).chain(extra).collect(),
        QuestionKind::Judgement(acts) => acts.iter().map(|act| &act.says).collect(),
        QuestionKind::Mistake { lines, .. } => lines.iter().map(|line| &line.says).collect(),
    }
}
