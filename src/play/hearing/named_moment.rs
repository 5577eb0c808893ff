//! A time or a day as the value of a slot names it, found in a sentence in any writing: `half past ten`, `10:30`, `十点半`.

use super::normal_form::normal_form;
use super::utterance::{PlacedQuantity, Sentence, found};
use crate::base::quantity::{Measure, Quantity, quantities};
use crate::base::text::Lang;
use std::ops::Range;

/// A time, a day, or both, as a value names them.
pub(super) struct NamedMoment {
    times: Vec<Quantity>,
    days: Vec<Quantity>,
    parts: Vec<Quantity>,
}

impl NamedMoment {
    pub(super) fn of(lang: Lang, words: &str) -> NamedMoment {
        let mut all = quantities(lang, words);
        let clock = Lang::new("en").filter(|en| *en != lang).map(|en| quantities(en, words)).unwrap_or_default();
        all.extend(clock.into_iter().filter(|own| own.measure == Measure::Time));
        all.extend(hour_of_day(words, &all));
        let of = |wanted: &[Measure]| -> Vec<Quantity> {
            all.iter().filter(|own| wanted.contains(&own.measure)).cloned().collect()
        };
        NamedMoment {
            times: of(&[Measure::Time]).into_iter().flat_map(ends).collect(),
            days: of(&[Measure::RelativeDay, Measure::Weekday, Measure::Day]),
            parts: of(&[Measure::PartOfDay]),
        }
    }

    /// Where a sentence names it: each of its times, or where it has none its day, with nothing beside it that contradicts.
    pub(super) fn places(&self, sentence: &Sentence) -> Vec<Range<usize>> {
        let wanted = if self.times.is_empty() { &self.days } else { &self.times };
        let mut places = Vec::new();
        for own in wanted {
            let mut here = self.named(sentence, own);
            if here.is_empty() {
                return Vec::new();
            }
            places.append(&mut here);
        }
        places
    }

    fn named(&self, sentence: &Sentence, wanted: &Quantity) -> Vec<Range<usize>> {
        let same = |own: &&PlacedQuantity| {
            let quantity = &own.quantity;
            let ends = quantity.from == wanted.from && quantity.to == wanted.to
                || wanted.measure == Measure::Time && (quantity.from == wanted.from || quantity.to == wanted.from);
            quantity.measure == wanted.measure && ends
        };
        let mut all: Vec<(usize, Range<usize>)> =
            sentence.quantities.iter().filter(same).map(|own| (own.clause, own.at.clone())).collect();
        if wanted.measure == Measure::Time {
            all.extend(hours(sentence, wanted));
        }
        all.retain(|(clause, _)| !self.contradicted(sentence, *clause));
        all.into_iter().map(|(_, at)| at).collect()
    }

    /// Whether the clause names another day or part of the day, and not this one's.
    fn contradicted(&self, sentence: &Sentence, clause: usize) -> bool {
        let beside = |measures: &[Measure]| -> Vec<&Quantity> {
            let here = sentence.quantities.iter().filter(|own| own.clause == clause).map(|own| &own.quantity);
            here.filter(|own| measures.contains(&own.measure)).collect()
        };
        let days = beside(&[Measure::RelativeDay, Measure::Weekday]);
        let parts = beside(&[Measure::PartOfDay]);
        let same_day = |own: &&Quantity| {
            self.days.iter().any(|day| day.measure != own.measure || (day.from, day.to) == (own.from, own.to))
        };
        let same_part = |own: &&Quantity| self.parts.iter().any(|part| part.from < own.to && own.from < part.to);
        !self.times.is_empty()
            && (!self.days.is_empty() && !days.is_empty() && !days.iter().any(same_day)
                || !self.parts.is_empty() && !parts.is_empty() && !parts.iter().any(same_part))
    }
}

/// Both ends of a range.
fn ends(range: Quantity) -> Vec<Quantity> {
    let mut all = vec![Quantity { to: range.from, ..range.clone() }];
    if range.to != range.from {
        all.push(Quantity { from: range.to, ..range });
    }
    all
}

/// The hours of `four in the afternoon`, which names no clock.
fn hour_of_day(words: &str, known: &[Quantity]) -> Vec<Quantity> {
    let has_part = known.iter().any(|own| own.measure == Measure::PartOfDay);
    if !has_part || known.iter().any(|own| own.measure == Measure::Time) {
        return Vec::new();
    }
    let numbers = normal_form(words);
    let hours = numbers.split(' ').filter_map(|word| word.parse::<u32>().ok()).filter(|hour| (1..=12).contains(hour));
    let time = |hour: u32| (hour % 12) * 60;
    hours
        .map(|hour| Quantity { measure: Measure::Time, from: time(hour), to: time(hour), soft: false, at: 0..0 })
        .collect()
}

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
const AFTER_AN_HOUR: [&str; 13] =
    ["sharp", "in", "on", "tomorrow", "today", "then", "this", "o'clock", "to", "till", "until", "and", "it"];
const COUNTED: [&str; 9] = ["past", "minute", "minutes", "hour", "hours", "days", "times", "yuan", "of"];

/// Where an hour is named in passing: `at ten`, `10 tomorrow`, `ten thirty`.
fn hours(sentence: &Sentence, wanted: &Quantity) -> Vec<(usize, Range<usize>)> {
    let mut all = Vec::new();
    for (number, clause) in sentence.clauses.iter().enumerate() {
        let here = sentence.words.get(clause.clone()).and_then(|text| hour(text, wanted.from));
        all.extend(here.map(|at| (number, clause.start + at.start..clause.start + at.end)));
    }
    all
}

fn hour(text: &str, time: u32) -> Option<Range<usize>> {
    let (hour, minute) = ((time / 60 + 11) % 12 + 1, time % 60);
    let wanted = if minute > 0 { format!("{hour} {minute:02}") } else { hour.to_string() };
    found(text, &wanted).find(|at| minute > 0 || is_hour(text, at))
}

fn is_hour(text: &str, at: &Range<usize>) -> bool {
    let after = text[at.end..].split([' ', '?']).find(|word| !word.is_empty()).unwrap_or_default();
    let before = text[..at.start].rsplit([' ', '?']).find(|word| !word.is_empty()).unwrap_or_default();
    let number = after.starts_with(|c: char| c.is_ascii_digit());
    let han = text[at.end..].strip_prefix(['点', '时']).is_some_and(|rest| {
        let other = |c: char| c.is_ascii_digit() || matches!(c, '半' | '刻' | '间' | '候' | '差' | '过');
        !rest.starts_with(other)
    });
    let known = BEFORE_AN_HOUR.contains(&before) || AFTER_AN_HOUR.contains(&after);
    han || known && !COUNTED.contains(&after) && !number
}
