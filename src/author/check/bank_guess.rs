//! Could answers be guessed without knowing the trade? What a way of guessing wins over the whole bank, kind by kind.

use super::bank_inspection::{BankInspection, OfferedAnswer, offered};
use super::guess::at_least;
use crate::content::bank::{Question, QuestionKind};

/// How a kind is written in a file. What one kind gives away is not made good by another.
pub(super) const KINDS: [&str; 6] = ["Single", "Several", "Number", "TrueFalse", "Judgement", "Mistake"];

/// The word by which the kind is written.
pub(super) fn kind_word(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Single(_) => "Single",
        QuestionKind::Several(_) => "Several",
        QuestionKind::Number(_) => "Number",
        QuestionKind::Order { .. } => "Order",
        QuestionKind::Match { .. } => "Match",
        QuestionKind::TrueFalse { .. } => "TrueFalse",
        QuestionKind::Judgement(_) => "Judgement",
        QuestionKind::Mistake { .. } => "Mistake",
    }
}

/// What a way of guessing comes to with the questions of one kind.
pub(super) struct BankGuess {
    /// At how many it has a guess.
    pub tried: usize,
    /// How many of these it wins; parts of questions are summed up.
    pub won: f64,
    /// How many of these chance would win.
    pub expected: f64,
    /// How probable it is that chance wins so many.
    pub by_chance: f64,
    /// The questions that it wins whole.
    pub hits: Vec<usize>,
}

impl BankGuess {
    /// What it wins beyond chance, as a share of so many questions.
    pub(super) fn gain(&self, questions: usize) -> f64 {
        (self.won - self.expected) / number(questions.max(1))
    }
}

/// A way of guessing: the answers among which it chooses, as places in the list that it is shown; empty where it knows
/// nothing.
pub(super) fn guess_kind(
    inspection: &BankInspection,
    kind: &str,
    among: impl Fn(&Question, &[OfferedAnswer]) -> Vec<usize>,
) -> BankGuess {
    let mut guess = BankGuess { tried: 0, won: 0.0, expected: 0.0, by_chance: 1.0, hits: Vec::new() };
    let mut chances = Vec::new();
    for (id, question) in inspection.questions().filter(|(_, own)| kind_word(&own.kind) == kind) {
        let answers = offered(&question.kind);
        let chosen = among(question, &answers);
        if chosen.is_empty() || chosen.len() == answers.len() {
            continue;
        }
        // That no line of a dialogue is a mistake can be answered too.
        let places = answers.len() + usize::from(kind == "Mistake");
        let chance = number(answers.iter().filter(|own| own.is_key).count().max(1)) / number(places);
        let right = chosen.iter().filter(|at| answers[**at].is_key).count();
        guess.tried += 1;
        guess.won += number(right) / number(chosen.len());
        guess.expected += chance;
        chances.push(chance);
        if right == chosen.len() {
            guess.hits.push(id);
        }
    }
    // Whole wins are enough to go by: a choice among several varies less than one alone.
    let whole = (1..=guess.tried).take_while(|count| number(*count) <= guess.won + 1e-9).count();
    guess.by_chance = at_least(whole, &chances);
    guess
}

/// A bank has far fewer questions than can be counted exactly.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The one answer for which something is largest, if it is larger than for all others.
pub(super) fn largest_of(answers: &[OfferedAnswer], of: impl Fn(&OfferedAnswer) -> usize) -> Vec<usize> {
    let sizes: Vec<usize> = answers.iter().map(of).collect();
    let most = sizes.iter().max().copied().unwrap_or(0);
    let at: Vec<usize> = (0..sizes.len()).filter(|at| sizes[*at] == most).collect();
    if at.len() == 1 { at } else { Vec::new() }
}
