//! English: words for days, weekdays, weeks and parts of the day.

use super::Measure;
use super::calendar_zh::relative;
use super::english_token::{EnglishToken, is_number_word};
use super::measure::{AFTERNOON, EVENING, FORENOON, NIGHT, NOON, Quantity};
use std::ops::Range;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

pub(super) fn read(tokens: &[EnglishToken]) -> Vec<Quantity> {
    let reader = CalendarReader { tokens };
    (0..tokens.len()).flat_map(|at| reader.at(at)).collect()
}

struct CalendarReader<'t> {
    tokens: &'t [EnglishToken],
}

impl CalendarReader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    fn before(&self, at: usize, steps: usize) -> &str {
        at.checked_sub(steps).map_or("", |at| self.word(at))
    }

    fn bytes(&self, at: usize) -> Range<usize> {
        self.tokens[at].at.clone()
    }

    /// What the word at this place says.
    fn at(&self, at: usize) -> Vec<Quantity> {
        let day = self.day(at).map(|count| relative(Measure::RelativeDay, count, self.bytes(at)));
        let part = self.part(at).map(|(from, to)| Quantity::new(Measure::PartOfDay, from, to, self.bytes(at)));
        let weekday =
            weekday(self.word(at)).map(|(from, to)| Quantity::new(Measure::Weekday, from, to, self.bytes(at)));
        let span = self.span(at).map(|(measure, count)| relative(measure, count, self.bytes(at)));
        day.into_iter().chain(part).chain(weekday).chain(span).collect()
    }

    /// Days from today.
    fn day(&self, at: usize) -> Option<i32> {
        let of_day = |word: &str| self.before(at, 1) == word && self.before(at, 2) == "day";
        match self.word(at) {
            "tomorrow" | "tomorrow's" => Some(if of_day("after") { 2 } else { 1 }),
            "yesterday" | "yesterday's" => Some(if of_day("before") { -2 } else { -1 }),
            "today" | "today's" | "tonight" => Some(0),
            "night" if self.before(at, 1) == "last" => Some(-1),
            "morning" | "afternoon" | "evening" if self.before(at, 1) == "this" => Some(0),
            _ => None,
        }
    }

    fn part(&self, at: usize) -> Option<(u32, u32)> {
        let numbered = |steps| is_number_word(self.before(at, steps));
        match self.word(at) {
            "morning" if self.before(at, 2) == "in" && is_small_hour(self.before(at, 3)) => Some((24, NIGHT.1)),
            "morning" | "mornings" | "morning's" => Some(FORENOON),
            "noon" | "midday" | "lunchtime" => Some(NOON),
            "afternoon" | "afternoons" | "afternoon's" => Some(AFTERNOON),
            "evening" | "evenings" | "evening's" => Some(EVENING),
            "tonight" => Some((EVENING.0, NIGHT.1)),
            "night" if matches!(self.before(at, 1), "at" | "last" | "by" | "the" | "this" | "that" | "tomorrow") => {
                Some(NIGHT)
            }
            "am" if numbered(1) => Some((0, NOON.0)),
            "pm" if numbered(1) => Some((NOON.0, NIGHT.1)),
            "m" if self.before(at, 1) == "a" && numbered(2) => Some((0, NOON.0)),
            "m" if self.before(at, 1) == "p" && numbered(2) => Some((NOON.0, NIGHT.1)),
            _ => None,
        }
    }

    /// `next week`, `last month`.
    fn span(&self, at: usize) -> Option<(Measure, i32)> {
        let count = match self.before(at, 1) {
            "next" if self.before(at, 2) != "the" => 1,
            "last" if self.before(at, 2) != "the" => -1,
            "this" => 0,
            _ => return None,
        };
        let measure = match self.word(at) {
            "week" | "week's" => Measure::RelativeWeek,
            "month" | "month's" => Measure::RelativeMonth,
            "year" | "year's" => Measure::RelativeYear,
            _ => return None,
        };
        Some((measure, count))
    }
}

/// `two in the morning` is still night.
fn is_small_hour(word: &str) -> bool {
    matches!(word, "one" | "two" | "three" | "four" | "1" | "2" | "3" | "4")
}

fn weekday(word: &str) -> Option<(u32, u32)> {
    if matches!(word, "weekend" | "weekends") {
        return Some((6, 8));
    }
    let one = word.trim_end_matches("'s").trim_end_matches('s');
    (1..).zip(WEEKDAYS).find(|(_, known)| *known == one).map(|(number, _)| (number, number + 1))
}
