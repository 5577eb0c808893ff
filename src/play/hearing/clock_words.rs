//! An hour that is named in passing, by the words around its number: `at ten`, `10 tomorrow`, `ten thirty`.

use super::utterance::{Sentence, found};
use crate::base::quantity::Quantity;
use std::ops::Range;

/// Between these words a number is an hour, unless something that is counted follows.
const BEFORE_AN_HOUR: [&str; 15] = [
    "at",
    "by",
    "for",
    "tomorrow",
    "today",
    "till",
    "until",
    "to",
    "from",
    "say",
    "between",
    "and",
    "morning",
    "afternoon",
    "it",
];
const AFTER_AN_HOUR: [&str; 15] = [
    "sharp", "in", "on", "tomorrow", "today", "then", "this", "o'clock", "to", "till", "until", "and", "it", "am", "pm",
];
const COUNTED: [&str; 9] = ["past", "minute", "minutes", "hour", "hours", "days", "times", "yuan", "of"];

/// Where an hour is named, by the clause. The end of a range is no hour, unless a range is looked for.
pub(super) fn hours(sentence: &Sentence, wanted: &Quantity, is_range: bool) -> Vec<(usize, Range<usize>)> {
    let mut all = Vec::new();
    for (number, clause) in sentence.clauses.iter().enumerate() {
        let here = sentence.words.get(clause.clone()).and_then(|text| hour(text, wanted.from, is_range));
        all.extend(here.map(|at| (number, clause.start + at.start..clause.start + at.end)));
    }
    all
}

fn hour(text: &str, time: u32, is_range: bool) -> Option<Range<usize>> {
    let (hour, minute) = ((time / 60 + 11) % 12 + 1, time % 60);
    let wanted = if minute > 0 { format!("{hour} {minute:02}") } else { hour.to_string() };
    let is_named = |at: &Range<usize>| minute > 0 || is_hour(text, at) && (is_range || !counts_from(text, at));
    found(text, &wanted).find(is_named)
}

fn is_hour(text: &str, at: &Range<usize>) -> bool {
    let (before, after) = (before(text, at).next().unwrap_or_default(), after(text, at).next().unwrap_or_default());
    let number = after.starts_with(|c: char| c.is_ascii_digit());
    let han = text[at.end..].strip_prefix(['点', '时']).is_some_and(|rest| {
        let other = |c: char| c.is_ascii_digit() || matches!(c, '半' | '刻' | '间' | '候' | '差' | '过');
        !rest.starts_with(other)
    });
    let known = BEFORE_AN_HOUR.contains(&before) || AFTER_AN_HOUR.contains(&after);
    han || known && !COUNTED.contains(&after) && !number
}

/// Whether a number in a clause is the hour of another time, or the end of a range.
pub(super) fn is_counted_from(sentence: &Sentence, clause: &Range<usize>, at: &Range<usize>) -> bool {
    let is_number = sentence.words.get(at.clone()).is_some_and(|words| words.bytes().all(|byte| byte.is_ascii_digit()));
    let text = sentence.words.get(clause.clone()).filter(|_| is_number && at.end <= clause.end);
    text.is_some_and(|text| counts_from(text, &(at.start - clause.start..at.end - clause.start)))
}

/// Whether it is the hour of `twenty past ten` or `a quarter to four`, or the last of `between three and four`.
fn counts_from(text: &str, at: &Range<usize>) -> bool {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut before = before(text, at);
    let (first, second, third) = (before.next(), before.next(), before.next());
    match (first, second, third) {
        (Some("past"), _, _) | (Some("and"), _, Some("between")) | (Some("to"), Some("quarter" | "minutes"), _) => true,
        // `moved from ten to four` is no range.
        (Some("to"), Some(number), from) if is_number(number) => from != Some("from"),
        _ => false,
    }
}

/// The words before a place, the nearest first.
fn before<'t>(text: &'t str, at: &Range<usize>) -> impl Iterator<Item = &'t str> {
    text[..at.start].rsplit([' ', '?']).filter(|word| !word.is_empty())
}

/// The words behind it.
fn after<'t>(text: &'t str, at: &Range<usize>) -> impl Iterator<Item = &'t str> {
    text[at.end..].split([' ', '?']).filter(|word| !word.is_empty())
}
