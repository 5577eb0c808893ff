//! A quantity: a number or a range of numbers, and what it measures.

use crate::base::bilingual::Phrase;
use std::ops::Range;

/// Where days, weeks, months and years are counted from, so that none is below nothing.
pub(super) const NOW: u32 = 1_000;

/// Parts of the day as languages part it, roughly: `傍晚` is late afternoon and early evening.
pub(super) const FORENOON: (u32, u32) = (5, 12);
pub(super) const NOON: (u32, u32) = (12, 14);
pub(super) const AFTERNOON: (u32, u32) = (12, 17);
pub(super) const EVENING: (u32, u32) = (17, 24);
pub(super) const NIGHT: (u32, u32) = (18, 30);

/// What is measured, and in which unit a quantity counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// Seconds.
    Duration,
    /// Minutes past noon or midnight: `3:40`, `15:40` and `三点四十` are one.
    Time,
    /// Millimetres.
    Length,
    /// How often.
    Times,
    /// The day of a month.
    Day,
    /// Days, as a span.
    Days,
    /// Months, as a span.
    Months,
    /// Hundredths.
    Percent,
    /// Percent by which something is cheaper: `八折` and `20 % off` are one.
    Discount,
    /// Hundredths of a yuan.
    Money,
    /// Households.
    Homes,
    /// People, by number.
    People,
    /// Years of a life.
    Age,
    /// Days from today, counted from `NOW`.
    RelativeDay,
    /// Weeks from this one, counted from `NOW`.
    RelativeWeek,
    /// Months from this one, counted from `NOW`.
    RelativeMonth,
    /// Years from this one, counted from `NOW`.
    RelativeYear,
    /// A day of the week: from one (Monday is 1) to another, which is no part of it.
    Weekday,
    /// Hours of a day: from one to another, which is no part of it. Past 24 they are those of the night.
    PartOfDay,
    /// Digits that measure nothing: the number of a house, a year, a hotline.
    Number,
}

impl Measure {
    /// For a message: what disagrees.
    pub fn told(self) -> Phrase {
        let (en, zh) = match self {
            Measure::Duration | Measure::Days | Measure::Months => ("how long", "时长"),
            Measure::Time => ("the time", "时刻"),
            Measure::Length => ("how far", "距离"),
            Measure::Times => ("how often", "次数"),
            Measure::Day => ("the day", "日期"),
            Measure::Percent | Measure::Discount => ("the percentage", "百分比"),
            Measure::Money | Measure::Homes | Measure::People => ("how many", "数目"),
            Measure::Age => ("the age", "年龄"),
            Measure::RelativeDay
            | Measure::RelativeWeek
            | Measure::RelativeMonth
            | Measure::RelativeYear
            | Measure::Weekday => ("which day", "哪一天"),
            Measure::PartOfDay => ("the time of day", "时段"),
            Measure::Number => ("the number", "数字"),
        };
        Phrase::new(en, zh)
    }
}

/// A number or a range of numbers, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What is measured.
    pub measure: Measure,
    /// The number, or the lowest of a range.
    pub from: u32,
    /// The same number, or the highest of a range.
    pub to: u32,
    /// Said more than meant: `a minute`, `一分钟`. It agrees with what is said exactly and contradicts nothing.
    pub soft: bool,
    /// Its bytes.
    pub at: Range<usize>,
}

impl Quantity {
    pub(super) fn new(measure: Measure, from: u32, to: u32, at: Range<usize>) -> Quantity {
        Quantity { measure, from, to, soft: false, at }
    }

    pub(super) fn same(&self, other: &Quantity) -> bool {
        let overlaps = self.from < other.to && other.from < self.to;
        let equal = (self.from, self.to) == (other.from, other.to);
        self.measure == other.measure
            && match self.measure {
                Measure::Weekday | Measure::PartOfDay => overlaps,
                Measure::Duration
                | Measure::Time
                | Measure::Length
                | Measure::Times
                | Measure::Day
                | Measure::Days
                | Measure::Months
                | Measure::Percent
                | Measure::Discount
                | Measure::Money
                | Measure::Homes
                | Measure::People
                | Measure::Age
                | Measure::RelativeDay
                | Measure::RelativeWeek
                | Measure::RelativeMonth
                | Measure::RelativeYear
                | Measure::Number => equal,
            }
    }
}
