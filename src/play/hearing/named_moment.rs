//! A time or a day as the value of a slot names it, found in a sentence in any writing: `half past ten`, `10:30`, `十点半`.

use super::clock_words::{hours, is_counted_from};
use super::normal_form::normal_form;
use super::utterance::{PlacedQuantity, Sentence};
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

    /// Whether what stands here is part of another time: the `四点` of `四点半`, the `4` of `between 3 and 4`.
    pub(super) fn is_in_other_time(&self, sentence: &Sentence, at: &Range<usize>) -> bool {
        if self.times.is_empty() {
            return false;
        }
        let is_range = self.times.iter().any(|own| Some(own.from) != self.times.first().map(|first| first.from));
        let clause = sentence.clause_at(at.start);
        if !is_range && is_counted_from(sentence, &clause, at) {
            return true;
        }
        let is_own = |time: &Quantity| self.times.iter().any(|own| own.from == time.from || own.from == time.to);
        let here = sentence.quantities.iter().filter(|own| own.at.start < at.end && at.start < own.at.end);
        let times: Vec<&Quantity> = here.map(|own| &own.quantity).filter(|own| own.measure == Measure::Time).collect();
        !times.is_empty() && !times.into_iter().any(is_own)
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
            let is_range = self.times.iter().any(|own| own.from != wanted.from);
            all.extend(hours(sentence, wanted, is_range));
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

/// The hours of `four in the afternoon`, which names no clock, and of words that are nothing but an hour: `ten`.
fn hour_of_day(words: &str, known: &[Quantity]) -> Vec<Quantity> {
    let numbers = normal_form(words);
    let has_part = known.iter().any(|own| own.measure == Measure::PartOfDay);
    let is_bare = numbers.bytes().all(|byte| byte.is_ascii_digit());
    if !(has_part || is_bare) || known.iter().any(|own| own.measure == Measure::Time) {
        return Vec::new();
    }
    let hours = numbers.split(' ').filter_map(|word| word.parse::<u32>().ok()).filter(|hour| (1..=12).contains(hour));
    let time = |hour: u32| (hour % 12) * 60;
    hours
        .map(|hour| Quantity { measure: Measure::Time, from: time(hour), to: time(hour), soft: false, at: 0..0 })
        .collect()
}
