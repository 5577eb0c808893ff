//! What the rules about guessing share over a whole bank: when a way of guessing wins too much, and how that is told.

use super::guessed::UNLIKELY;
use super::rule::Rule;
use crate::author::check::bank_guess::{BankGuess, KINDS, guess_kind};
use crate::author::check::bank_inspection::{BankInspection, OfferedAnswer};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::both;
use crate::content::bank::{Question, QuestionPart};

/// What a way of guessing may win beyond chance, as a share of all questions of the bank. With some hundred questions even a
/// trifle is no accident, so what counts is what it is worth on a paper to somebody who knows nothing. That is half the
/// standard error of a paper of forty questions (6.7 points of 100): less is lost in luck.
const GAIN: f64 = 0.0335;

/// A way of guessing: what it chooses, in words, and the answers among which it chooses.
pub(super) struct Trick<'t> {
    pub what: Phrase,
    pub among: &'t dyn Fn(&Question, &[OfferedAnswer]) -> Vec<usize>,
}

/// What these ways of guessing win too much, kind by kind; it points at the first question that is given away.
pub(super) fn tell_tricks(
    inspection: &BankInspection,
    rule: &Rule,
    lang: Lang,
    tricks: &[Trick],
    help: Phrase,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for kind in KINDS {
        for trick in tricks {
            let guess = guess_kind(inspection, kind, trick.among);
            if guess.gain(inspection.bank.questions.len()) >= GAIN && guess.by_chance < UNLIKELY {
                found.extend(told(inspection, rule, lang, kind, trick.what, &guess).map(|own| own.help(help)));
            }
        }
    }
    found
}

/// How many questions are named.
const NAMED: usize = 8;

fn told(
    inspection: &BankInspection,
    rule: &Rule,
    lang: Lang,
    kind: &str,
    what: Phrase,
    guess: &BankGuess,
) -> Option<Diagnostic> {
    let first = *guess.hits.first()?;
    let named: Vec<&str> = guess.hits.iter().take(NAMED).map(|own| &*inspection.bank.questions[*own].id).collect();
    let message = both!(
        "in \"{lang}\", {what} wins {won} of the {tried} questions `{kind}` where there is one, by chance it would be {expected}: {named} …",
        "在 \"{lang}\" 里，`{kind}` 有 {tried} 道题能这样选：选{what}，能对 {won} 道，碰运气只有 {expected} 道：{named}……",
        won = format!("{:.0}", guess.won),
        tried = guess.tried,
        expected = format!("{:.0}", guess.expected),
        named = named.join(", ");
        what = what
    );
    Some(rule.diagnostic(inspection.place(first, QuestionPart::Ask, lang), message))
}
