//! A round of questions: one after the other, and what was not right comes back at the end until it is.

use crate::base::chance::Seed;
use crate::content::bank::{Bank, Question};
use crate::content::standard::{SectionId, Standard};
use crate::learn::today::PlanReason;
use crate::play::asking::{Asked, Marking, ReplyError};
use crate::record::journal::CourseUnit;
use std::collections::VecDeque;
use std::sync::Arc;

/// How many questions a mixed round has.
pub const MIXED: usize = 10;
/// How many questions a round of a single section has.
pub const SECTION: usize = 5;

/// The questions of a round: some of a section, or of all; which ones is drawn from the seed. No two in a row are of one
/// section where another can stand between them.
pub fn drawn(bank: &Bank, standard: &Standard, section: Option<SectionId>, seed: Seed) -> Vec<Arc<Question>> {
    let of = |question: &Question| question.tests.first().map(|id| standard.requirement(*id).section);
    let fitting = bank.practised().filter(|question| section.is_none() || of(question) == section);
    let all: Vec<&Arc<Question>> = fitting.collect();
    let most = if section.is_some() { SECTION } else { MIXED };
    let order = seed.shuffle("round", all.len());
    let mut waiting: Vec<&Arc<Question>> = order.into_iter().take(most).map(|at| all[at]).collect();
    let mut row: Vec<Arc<Question>> = Vec::new();
    while !waiting.is_empty() {
        let last = row.last().map(|question| of(question));
        // Of what may follow, the section with most left goes first, so that none is left over for the end.
        let left = |section| waiting.iter().filter(|question| of(question) == section).count();
        let may_follow = (0..waiting.len()).filter(|at| Some(of(waiting[*at])) != last);
        let next = may_follow.max_by_key(|at| (left(of(waiting[*at])), std::cmp::Reverse(*at))).unwrap_or(0);
        row.push(waiting.remove(next).clone());
    }
    row
}

/// Questions being put.
#[derive(Clone, Debug)]
pub struct Round {
    asked: Asked,
    is_again: bool,
    /// Why the present question is there, where a plan says it.
    reason: Option<PlanReason>,
    waiting: VecDeque<Waiting>,
    seed: Seed,
    /// How many questions there are, each counted once.
    count: usize,
    /// How many of them were put for the first time so far.
    begun: usize,
    /// How many were right at the first try.
    right: usize,
    /// The unit of a course that is done with these questions.
    unit: Option<CourseUnit>,
}

#[derive(Clone, Debug)]
struct Waiting {
    question: Arc<Question>,
    is_again: bool,
    reason: Option<PlanReason>,
}

/// A question that was answered, as memory is to know of it.
#[derive(Clone, Debug)]
pub struct AnsweredQuestion {
    /// Which one.
    pub question: Arc<Question>,
    /// Whether it was right.
    pub is_right: bool,
    /// Whether it was put before in this round.
    pub is_again: bool,
    /// The unit of a course whose questions have all been right with this one.
    pub completes: Option<CourseUnit>,
}

impl Round {
    /// A round of these questions in their order; none without any.
    pub fn new(questions: impl IntoIterator<Item = Arc<Question>>, seed: Seed) -> Option<Round> {
        Round::planned(questions.into_iter().map(|question| (question, None)), seed)
    }

    /// The same, each with the reason why it is there.
    pub fn planned(
        questions: impl IntoIterator<Item = (Arc<Question>, Option<PlanReason>)>,
        seed: Seed,
    ) -> Option<Round> {
        let first_try = |(question, reason)| Waiting { question, is_again: false, reason };
        let mut waiting: VecDeque<Waiting> = questions.into_iter().map(first_try).collect();
        let count = waiting.len();
        let Waiting { question, reason, .. } = waiting.pop_front()?;
        let asked = Asked::new(&question, seed);
        Some(Round { asked, is_again: false, reason, waiting, seed, count, begun: 1, right: 0, unit: None })
    }

    /// The same as the check of a unit.
    #[must_use]
    pub fn of_unit(self, unit: CourseUnit) -> Round {
        Round { unit: Some(unit), ..self }
    }

    /// Why the question is there, where a plan says it.
    pub fn reason(&self) -> Option<&PlanReason> {
        self.reason.as_ref()
    }

    /// The question that is put now.
    pub fn asked(&self) -> &Asked {
        &self.asked
    }

    /// Which question it is and of how many, from 1.
    pub fn place(&self) -> (usize, usize) {
        (self.begun, self.count)
    }

    /// Whether it was put before.
    pub fn is_again(&self) -> bool {
        self.is_again
    }

    /// How many were right at the first try so far.
    pub fn right(&self) -> usize {
        self.right
    }

    /// What the answers to this question came to, when it has them all.
    pub fn marking(&self) -> Option<Marking> {
        self.asked.marking()
    }

    /// Answers the next step; with the last one the question is marked, and what is not right will come back.
    ///
    /// # Errors
    /// As [`Asked::reply`]; nothing has changed then.
    pub fn reply(&mut self, chosen: &[usize]) -> Result<Option<AnsweredQuestion>, ReplyError> {
        self.asked.reply(chosen)?;
        let Some(marking) = self.asked.marking() else { return Ok(None) };
        let (question, is_right) = (self.asked.question().clone(), marking.is_right());
        self.right += usize::from(is_right && !self.is_again);
        if !is_right {
            self.waiting.push_back(Waiting { question: question.clone(), is_again: true, reason: None });
        }
        let completes = self.unit.clone().filter(|_| is_right && self.waiting.is_empty());
        Ok(Some(AnsweredQuestion { question, is_right, is_again: self.is_again, completes }))
    }

    /// On to the next question, once this one was answered; whether there is one.
    pub fn go_on(&mut self) -> bool {
        if self.asked.choices().is_some() {
            return true;
        }
        let Some(next) = self.waiting.pop_front() else { return false };
        self.begun += usize::from(!next.is_again);
        // What comes back stands in another order: its place is not what was to be learnt.
        self.seed = Seed::new(self.seed.number().wrapping_add(1));
        self.asked = Asked::new(&next.question, self.seed);
        (self.is_again, self.reason) = (next.is_again, next.reason);
        true
    }

    /// Whether more comes after this question.
    pub fn has_more(&self) -> bool {
        !self.waiting.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Text;
    use crate::content::bank::{AnswerOption, QuestionKind};

    fn question(id: &str) -> Arc<Question> {
        let answer = |right: bool| AnswerOption { says: Text::default(), why: (!right).then(Text::default) };
        let kind = QuestionKind::Number([true, false].map(answer).into());
        Arc::new(Question {
            id: id.into(),
            tests: Vec::new(),
            enemies: Vec::new(),
            slots: Vec::new(),
            claim: Text::default(),
            ask: Text::default(),
            kind,
        })
    }

    #[test]
    fn what_is_wrong_comes_back_until_it_is_right_and_counts_once() {
        let mut round = Round::new(["a", "b"].map(question), Seed::new(1)).expect("there are some");
        let mut told = Vec::new();
        for chosen in [1, 0, 1, 0] {
            let place = round.place();
            let answered = round.reply(&[chosen]).expect("offered").expect("one step");
            told.push((answered.question.id.to_string(), answered.is_right, answered.is_again, place));
            round.go_on();
        }
        let told: Vec<_> = told.iter().map(|(id, right, again, place)| (&**id, *right, *again, *place)).collect();
        assert_eq!(
            told,
            [
                ("a", false, false, (1, 2)),
                ("b", true, false, (2, 2)),
                ("a", false, true, (2, 2)),
                ("a", true, true, (2, 2)),
            ]
        );
        assert_eq!((round.right(), round.has_more(), round.go_on()), (1, false, false));
    }

    #[test]
    fn a_round_of_nothing_is_none() {
        assert!(Round::new([], Seed::new(1)).is_none());
    }
}
