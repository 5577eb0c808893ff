//! A question in words: what a step asks, what can be answered, and what the answers came to.

use super::messages::Messages;
use super::narration::cite;
use crate::base::text::Text;
use crate::content::bank::{Question, QuestionKind, Worth};
use crate::content::standard::Standard;
use crate::play::asking::{Found, MarkedAnswer, Marking, Offered, Step};
use crate::tr;

/// A line of a dialogue in words: who says it, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialogueWords {
    /// The learner's part, or the name of the other person.
    pub who: String,
    /// What is said.
    pub says: String,
}

/// An answer in words, with what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerWords {
    /// What it is: `Your answer`, `Right would be`, `3`.
    pub label: String,
    /// Its words.
    pub words: String,
    /// Why, where there is a reason of its own.
    pub why: Option<String>,
    /// Whether it was as it should be; none where that is no question.
    pub is_good: Option<bool>,
}

/// The dialogue that a question is about, if it is about one.
pub fn dialogue(words: &Messages, question: &Question) -> Vec<DialogueWords> {
    let QuestionKind::Mistake { with, lines } = &question.kind else { return Vec::new() };
    let lang = words.lang();
    let line = |own: bool, says: &Text| DialogueWords {
        who: if own { tr!(words, "asking-you") } else { with.in_lang(lang).to_owned() },
        says: says.in_lang(lang).to_owned(),
    };
    lines.iter().map(|own| line(own.own, &own.says)).collect()
}

/// What a step wants to know; nothing where the situation has asked it already.
pub fn step(words: &Messages, question: &Question, step: &Step) -> Option<String> {
    let has_asked = question.ask.in_lang(words.lang()).ends_with(['?', '？']);
    match step {
        Step::Right | Step::Holds | Step::Mistake if has_asked => None,
        step => Some(asked(words, step)),
    }
}

fn asked(words: &Messages, step: &Step) -> String {
    match step {
        Step::Right => tr!(words, "asking-right"),
        Step::AllRight => tr!(words, "asking-all-right"),
        Step::Next { number: 1, .. } => tr!(words, "asking-first"),
        Step::Next { number, of } => tr!(words, "asking-next", number = number, of = of),
        Step::Partner(left) => tr!(words, "asking-partner", left = left.in_lang(words.lang())),
        Step::Holds => tr!(words, "asking-holds"),
        Step::Reason => tr!(words, "asking-reason"),
        Step::Best => tr!(words, "asking-best"),
        Step::Worst => tr!(words, "asking-worst"),
        Step::Mistake => tr!(words, "asking-mistake"),
    }
}

/// Something that can be answered.
pub fn offered(words: &Messages, offered: &Offered) -> String {
    match offered {
        Offered::Words(text) => text.in_lang(words.lang()).to_owned(),
        Offered::True => tr!(words, "asking-true"),
        Offered::False => tr!(words, "asking-false"),
        Offered::NoMistake => tr!(words, "asking-no-mistake"),
    }
}

/// Whether a question was answered rightly.
pub fn verdict(words: &Messages, marking: &Marking) -> String {
    match marking.points {
        0 => tr!(words, "asking-is-wrong"),
        Marking::FULL => tr!(words, "asking-is-right"),
        points => tr!(words, "asking-is-partly-right", points = points),
    }
}

/// What was answered and what should have been.
pub fn answers(words: &Messages, marking: &Marking) -> Vec<AnswerWords> {
    marking.answers.iter().map(|own| answer(words, own)).collect()
}

fn answer(words: &Messages, own: &MarkedAnswer) -> AnswerWords {
    let (label, is_good) = match &own.found {
        Found::Right => (tr!(words, "asking-yours-right"), Some(true)),
        Found::Wrong => (tr!(words, "asking-yours-wrong"), Some(false)),
        Found::Missed => (tr!(words, "asking-missed"), None),
        Found::Place(number, true) => (number.to_string(), Some(true)),
        Found::Place(number, false) => (tr!(words, "asking-out-of-place", number = number), Some(false)),
        Found::Partner(left, true) => (left.in_lang(words.lang()).to_owned(), Some(true)),
        Found::Partner(left, false) => {
            (tr!(words, "asking-not-its-partner", left = left.in_lang(words.lang())), Some(false))
        }
        Found::Worth(worth) => (of_worth(words, *worth), None),
    };
    let why = own.why.as_ref().map(|why| why.in_lang(words.lang()).to_owned());
    AnswerWords { label, words: offered(words, &own.answer), why, is_good }
}

fn of_worth(words: &Messages, worth: Worth) -> String {
    match worth {
        Worth::Best => tr!(words, "asking-worth-best"),
        Worth::Good => tr!(words, "asking-worth-good"),
        Worth::Poor => tr!(words, "asking-worth-poor"),
        Worth::Worst => tr!(words, "asking-worth-worst"),
    }
}

/// What a question tests, with the clause that says so.
pub fn claim(words: &Messages, standard: &Standard, question: &Question) -> String {
    let clause = question.tests.first().map(|id| cite(words, standard, *id)).unwrap_or_default();
    tr!(words, "asking-claim", claim = question.claim.in_lang(words.lang()), clause = clause)
}

/// The numbers that were typed together, counted from 0; nothing where something else stands between them.
pub fn numbers(typed: &str) -> Vec<usize> {
    let parts = typed.split([' ', ',', '，', '、', '　']).filter(|part| !part.is_empty());
    let number = |part: &str| part.parse::<usize>().ok()?.checked_sub(1);
    parts.map(number).collect::<Option<Vec<usize>>>().unwrap_or_default()
}
