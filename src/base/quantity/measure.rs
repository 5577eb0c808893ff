//! A quantity: a number or a range of numbers, and what it measures.

use std::ops::Range;

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
    /// Digits that measure nothing: the number of a house, a year, a hotline.
    Number,
}

impl Measure {
    /// For a message: what disagrees.
    pub fn word(self) -> &'static str {
        match self {
            Measure::Duration | Measure::Days | Measure::Months => "how long",
            Measure::Time => "the time",
            Measure::Length => "how far",
            Measure::Times => "how often",
            Measure::Day => "the day",
            Measure::Percent => "the percentage",
            Measure::Number => "the number",
        }
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
        (self.measure, self.from, self.to) == (other.measure, other.from, other.to)
    }
}
