//! English: number words and digits with their units.

use super::english_numbers::{SMALL, TENS};
use super::english_token::{EnglishToken, is_number_word};
use super::{Measure, Quantity, calendar_en};
use std::ops::Range;

struct EnglishReader {
    tokens: Vec<EnglishToken>,
}

/// A number: twice its value, so that a half is whole.
#[derive(Clone, Copy)]
struct EnglishNumber {
    twice: u32,
    next: usize,
    /// Only `a` or `an`: said more than meant.
    article: bool,
}

fn unit(word: &str) -> Option<(Measure, u32)> {
    Some(match word {
        "second" | "seconds" | "sec" | "secs" | "s" => (Measure::Duration, 1),
        "minute" | "minutes" | "minutes'" | "min" | "mins" => (Measure::Duration, 60),
        "hour" | "hours" | "hours'" | "hr" | "hrs" => (Measure::Duration, 3600),
        "cm" | "centimetre" | "centimetres" | "centimeter" | "centimeters" => (Measure::Length, 10),
        "mm" | "millimetre" | "millimetres" => (Measure::Length, 1),
        "metre" | "metres" | "meter" | "meters" => (Measure::Length, 1000),
        "times" | "repeats" | "rings" | "taps" | "knocks" | "tries" => (Measure::Times, 1),
        "yuan" | "rmb" => (Measure::Money, 100),
        "home" | "homes" | "household" | "households" | "families" => (Measure::Homes, 1),
        "people" => (Measure::People, 1),
        "day" | "days" | "days'" => (Measure::Days, 1),
        "week" | "weeks" | "weeks'" => (Measure::Days, 7),
        "month" | "months" | "months'" => (Measure::Months, 1),
        "year" | "years" | "years'" => (Measure::Months, 12),
        "%" | "percent" => (Measure::Percent, 1),
        _ => return None,
    })
}

pub(super) fn read(words: &str) -> Vec<Quantity> {
    let reader = EnglishReader { tokens: tokens(words) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        match reader.quantity(at) {
            Some((quantity, next)) => {
                found.extend(quantity);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found.extend(calendar_en::read(&reader.tokens));
    found
}

fn tokens(words: &str) -> Vec<EnglishToken> {
    let mut tokens: Vec<EnglishToken> = Vec::new();
    let mut kind = 0;
    for (at, c) in words.char_indices() {
        let now = match c {
            '0'..='9' => 1,
            'a'..='z' | 'A'..='Z' | '\'' | '’' => 2,
            '%' => 3,
            // A time of day is one word.
            ':' if kind == 1 && words[at + 1..].starts_with(|c: char| c.is_ascii_digit()) => 1,
            _ => 0,
        };
        let lower = if c == '’' { '\'' } else { c.to_ascii_lowercase() };
        let ordinal = now == 2 && kind == 1 && is_ordinal(&words[at..]);
        match tokens.last_mut().filter(|_| now != 0 && (now == kind || ordinal)) {
            Some(last) => {
                last.word.push(lower);
                last.at.end = at + c.len_utf8();
            }
            None if now != 0 => {
                tokens.push(EnglishToken { word: lower.to_string(), at: at..at + c.len_utf8(), ends: false });
            }
            None => {}
        }
        kind = now;
    }
    for token in &mut tokens {
        let rest = words[token.at.end..].trim_start_matches([' ', '”', '’', '"']);
        token.ends = rest.is_empty() || rest.starts_with(['.', ',', ';', ':', '!', '?', '—', '–', '…', ')']);
    }
    tokens
}

fn is_ordinal(rest: &str) -> bool {
    let ending = rest.get(..2).is_some_and(|two| matches!(two, "st" | "nd" | "rd" | "th"));
    ending && !rest[2..].starts_with(|c: char| c.is_ascii_alphabetic())
}

impl EnglishReader {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    fn says(&self, at: usize, words: &[&str]) -> bool {
        words.iter().zip(at..).all(|(word, at)| self.word(at) == *word)
    }

    fn bytes(&self, at: usize, next: usize) -> Range<usize> {
        let last = &self.tokens[next.clamp(at + 1, self.tokens.len()) - 1];
        self.tokens[at].at.start..last.at.end
    }

    /// What begins here, and where to read on; no quantity where a number measures nothing or nothing exact.
    fn quantity(&self, at: usize) -> Option<(Option<Quantity>, usize)> {
        let found = self.clock(at).or_else(|| self.time(at)).or_else(|| self.hour(at));
        let found = found.or_else(|| self.day(at)).or_else(|| self.fixed(at));
        if let Some((measure, value, next)) = found {
            return Some((Some(Quantity::new(measure, value, value, self.bytes(at, next))), next));
        }
        let first = self.number(at)?;
        let joined = |next| match self.word(next) {
            "to" => self.number(next + 1).filter(|last| !last.article),
            _ => None,
        };
        let last = joined(first.next);
        let end = last.map_or(first.next, |last| last.next);
        // `two or three`, `20-odd`: nothing exact.
        if self.word(end) == "or" && self.number(end + 1).is_some() || self.word(end) == "odd" {
            let next = self.number(end + 1).map_or(end + 1, |number| number.next);
            return Some((None, next));
        }
        let (extra, next, measure, one) = self.unit_after(end)?;
        let twice = last.map_or(first.twice, |last| last.twice) + extra;
        let from = if last.is_some() { first.twice } else { twice };
        // Once is hardly ever counted.
        let idle = measure == Measure::Times && twice <= 2;
        let (from, to) = (from.checked_mul(one)? / 2, twice.checked_mul(one)? / 2);
        let mut quantity = Quantity::new(measure, from, to, self.bytes(at, next));
        quantity.soft = first.article && extra == 0;
        Some((Some(quantity).filter(|_| !idle && from <= to), next))
    }

    /// A unit, with a half before or behind it and at most one adjective before it.
    fn unit_after(&self, at: usize) -> Option<(u32, usize, Measure, u32)> {
        if self.says(at, &["and", "a", "half"]) {
            let (measure, one) = unit(self.word(at + 3))?;
            return Some((1, at + 4, measure, one));
        }
        if let Some((measure, next)) = self.percent(at) {
            return Some((0, next, measure, 1));
        }
        let old = matches!(self.word(at), "year" | "years") && self.word(at + 1) == "old";
        if old {
            return Some((0, at + 2, Measure::Age, 1));
        }
        let near = unit(self.word(at)).map(|found| (at, found));
        let adjective =
            || unit(self.word(at + 1)).filter(|(measure, _)| *measure == Measure::Times).map(|found| (at + 1, found));
        let (at, (measure, one)) = near.or_else(adjective)?;
        if self.says(at + 1, &["and", "a", "half"]) {
            return Some((1, at + 4, measure, one));
        }
        Some((0, at + 1, measure, one))
    }

    /// `%`, `per cent`, `% off`: the last is what is taken off a price.
    fn percent(&self, at: usize) -> Option<(Measure, usize)> {
        let next = match (self.word(at), self.word(at + 1)) {
            ("%" | "percent", _) => at + 1,
            ("per", "cent") => at + 2,
            _ => return None,
        };
        let off = matches!(self.word(next), "off" | "less" | "cheaper" | "discount" | "reduction");
        Some(if off { (Measure::Discount, next + 1) } else { (Measure::Percent, next) })
    }

    /// An hour without its clock: `at three`, `by ten-thirty`, `from nine to five`, `half ten`. One is hardly ever an hour.
    fn hour(&self, at: usize) -> Option<(Measure, u32, usize)> {
        let half = usize::from(self.word(at) == "half");
        let hour = self.number(at + half).filter(|hour| !hour.article && hour.next == at + half + 1)?;
        let hours = hour.twice / 2;
        let fits = hour.twice.is_multiple_of(2) && (2..=12).contains(&hours) && (half == 1 || self.is_hour_after(at));
        if !fits {
            return None;
        }
        let minutes = self.number(hour.next).filter(|more| half == 0 && (20..120).contains(&more.twice));
        let (minutes, next) =
            minutes.map_or((if half == 1 { 30 } else { 0 }, hour.next), |more| (more.twice / 2, more.next));
        let ends = self.tokens[next - 1].ends
            || self.ends_after(next)
            || matches!(self.word(next), "to" | "till" | "until") && self.number(next + 1).is_some()
            || matches!(
                self.word(next),
                "sharp" | "tomorrow" | "today" | "tonight" | "this" | "next" | "or" | "it's" | "if"
            );
        ends.then_some((Measure::Time, (hours * 60 + minutes) % 720, next))
    }

    /// Whether what stands before a number makes an hour of it.
    fn is_hour_after(&self, at: usize) -> bool {
        let before = |steps: usize| at.checked_sub(steps).map_or("", |at| self.word(at));
        let counted = is_number_word(before(2));
        match before(1) {
            "at" | "by" | "before" | "after" | "till" | "until" | "since" | "gone" | "from" | "around" => !counted,
            "it's" | "nearly" => self.tokens[at].ends,
            "to" => counted && before(3) == "from",
            _ => false,
        }
    }

    /// `15:40`, `9 a.m.`, `ten o'clock`.
    fn clock(&self, at: usize) -> Option<(Measure, u32, usize)> {
        let minutes = |hour: u32, minute: u32| (hour <= 24 && minute < 60).then_some((hour * 60 + minute) % 720);
        if let Some((hour, minute)) = self.word(at).split_once(':') {
            let minute = minute.split(':').next()?;
            return Some((Measure::Time, minutes(hour.parse().ok()?, minute.parse().ok()?)?, at + 1));
        }
        let hour = self.number(at).filter(|hour| !hour.article && hour.twice.is_multiple_of(2))?;
        let next = match (self.word(hour.next), self.word(hour.next + 1)) {
            ("o'clock" | "am" | "pm", _) => hour.next + 1,
            ("a" | "p", "m") => hour.next + 2,
            _ => return None,
        };
        Some((Measure::Time, minutes(hour.twice / 2, 0)?, next))
    }

    /// `half past ten`, `quarter to nine`, `twenty to ten`, `a minute to nine`.
    fn time(&self, at: usize) -> Option<(Measure, u32, usize)> {
        let (minutes, turn) = match (self.word(at), self.word(at + 1)) {
            ("half", "past") => (30, at + 1),
            ("quarter", "past" | "to") => (15, at + 1),
            _ => {
                let minutes = self.number(at)?;
                let named = matches!(self.word(minutes.next), "minute" | "minutes");
                let past = self.word(minutes.next) == "past" && !minutes.article;
                let fits = named || past || matches!(minutes.twice / 2, 5 | 10 | 20 | 25) && !minutes.article;
                (fits.then_some(minutes.twice / 2)?, minutes.next + usize::from(named))
            }
        };
        let hour =
            self.number(turn + 1).filter(|hour| !hour.article && hour.twice.is_multiple_of(2) && hour.twice <= 48)?;
        // A range has a unit or a thing behind it, a time mostly has not.
        let counted = self.word(turn) == "to" && !self.ends_after(hour.next);
        let sum = (hour.twice / 2) * 60;
        let time = match self.word(turn) {
            "past" => sum + minutes,
            "to" if !counted => (sum + 720).checked_sub(minutes)?,
            _ => return None,
        };
        Some((Measure::Time, time % 720, hour.next))
    }

    /// Whether a time can end here: at the end of the words, or before one of the small ones.
    fn ends_after(&self, at: usize) -> bool {
        let small = [
            "the", "and", "in", "at", "on", "by", "she", "he", "you", "they", "we", "i", "ms", "mr", "mrs", "so",
            "but", "when", "for", "with",
        ];
        at >= self.tokens.len() || small.contains(&self.word(at))
    }

    /// `the 28th`.
    fn day(&self, at: usize) -> Option<(Measure, u32, usize)> {
        let word = self.word(at);
        let digits = word.get(..word.len().checked_sub(2)?)?;
        let fits = is_ordinal(&word[digits.len()..]) && !matches!(self.word(at + 1), "floor" | "time" | "ring" | "try");
        let day: u32 = digits.parse().ok()?;
        (fits && (1..=31).contains(&day)).then_some((Measure::Day, day, at + 1))
    }

    /// What has words of its own.
    fn fixed(&self, at: usize) -> Option<(Measure, u32, usize)> {
        let half = |measure, one: u32, next| Some((measure, one / 2, next));
        match (self.word(at), self.word(at + 1)) {
            ("half", "price" | "off") => Some((Measure::Discount, 50, at + 2)),
            ("twice", _) => Some((Measure::Times, 2, at + 1)),
            ("fortnight", _) => Some((Measure::Days, 14, at + 1)),
            ("half", "a" | "an") => {
                let (measure, one) = unit(self.word(at + 2))?;
                half(measure, one, at + 3)
            }
            ("half", "hour") => half(Measure::Duration, 3600, at + 2),
            ("quarter", "of") if self.says(at + 2, &["an", "hour"]) => Some((Measure::Duration, 900, at + 4)),
            _ => None,
        }
    }

    /// The number that begins here.
    fn number(&self, at: usize) -> Option<EnglishNumber> {
        let word = self.word(at);
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        if matches!(word, "a" | "an") {
            let hundred = self.word(at + 1) == "hundred";
            return if hundred {
                self.hundreds(1, at + 1)
            } else {
                Some(EnglishNumber { twice: 2, next: at + 1, article: true })
            };
        }
        if matches!(before, "some" | "about" | "another" | "last") && !word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (value, next) = match word.parse::<u32>() {
            Ok(value) => (value, at + 1),
            Err(_) => self.below_hundred(at)?,
        };
        match self.word(next) {
            "hundred" => self.hundreds(value, next),
            "thousand" => {
                let twice = value.checked_mul(2_000)?;
                Some(EnglishNumber { twice, next: next + 1, article: false })
            }
            _ => Some(EnglishNumber { twice: value.checked_mul(2)?, next, article: false }),
        }
    }

    fn below_hundred(&self, at: usize) -> Option<(u32, usize)> {
        let place = |list: &[&str], at: usize| {
            list.iter().zip(0u32..).find(|(known, _)| **known == self.word(at)).map(|(_, number)| number)
        };
        if let Some(tens) = place(&TENS, at) {
            let ones = place(&SMALL, at + 1).filter(|ones| (1..10).contains(ones));
            return Some((tens * 10 + 20 + ones.unwrap_or(0), at + 1 + usize::from(ones.is_some())));
        }
        place(&SMALL, at).map(|value| (value, at + 1))
    }

    /// `a hundred and twenty-nine`; `at` is the word `hundred`.
    fn hundreds(&self, hundreds: u32, at: usize) -> Option<EnglishNumber> {
        let more = match self.word(at + 1) {
            "and" => self.below_hundred(at + 2),
            _ => self.below_hundred(at + 1),
        };
        let (rest, next) = more.unwrap_or((0, at + 1));
        let value = hundreds.checked_mul(100)?.checked_add(rest)?;
        Some(EnglishNumber { twice: value.checked_mul(2)?, next, article: false })
    }
}
