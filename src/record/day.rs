//! Days as learning counts them: in the learner's local time, and over at four in the morning, so that an evening that
//! grows late is one day. It knows no clock: the moment and the offset are handed in.

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use std::fmt;
use std::str::FromStr;

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(i32);

/// When a day is over, in seconds after midnight.
const ENDS_AT: i64 = 4 * 60 * 60;

const SECONDS_A_DAY: i64 = 24 * 60 * 60;

/// The days that a calendar names: those of the years -9999 to 9999.
const FIRST: i32 = -4_371_587;
const LAST: i32 = 2_932_896;

impl Day {
    /// The first day that there is.
    pub const FIRST: Day = Day(FIRST);

    /// The last day that there is.
    pub const LAST: Day = Day(LAST);

    /// The day with this number, counted from 1970-01-01; none outside the years that a calendar names.
    pub fn new(number: i32) -> Option<Day> {
        (FIRST..=LAST).contains(&number).then_some(Day(number))
    }

    /// The day of a moment, where local time is so many seconds ahead of UTC (below 0: behind it).
    ///
    /// ```
    /// use doorstep::record::day::Day;
    ///
    /// let moment = "2026-03-02T03:59:59Z".parse().expect("a moment");
    /// assert_eq!(Day::at(moment, 0).to_string(), "2026-03-01", "the evening before");
    /// assert_eq!(Day::at(moment, 8 * 3600).to_string(), "2026-03-02", "in Beijing it is noon");
    /// ```
    pub fn at(moment: Timestamp, offset: i32) -> Day {
        let day = (moment.as_second() + i64::from(offset) - ENDS_AT).div_euclid(SECONDS_A_DAY);
        Day(i32::try_from(day).unwrap_or(LAST).clamp(FIRST, LAST))
    }

    /// Its number.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The days from an earlier one to this; none where that is the later one, as clocks are set back.
    pub fn since(self, earlier: Day) -> u32 {
        self.0.saturating_sub(earlier.0).max(0).unsigned_abs()
    }

    /// So many days later.
    #[must_use]
    pub fn after(self, days: u32) -> Day {
        Day(self.0.saturating_add_unsigned(days).min(LAST))
    }

    /// The same in a calendar.
    pub fn date(self) -> Date {
        Date::constant(1970, 1, 1).saturating_add(Span::new().days(self.0))
    }

    /// The day of a calendar.
    pub fn of_date(date: Date) -> Day {
        let since = date.duration_since(Date::constant(1970, 1, 1)).as_secs() / SECONDS_A_DAY;
        Day(i32::try_from(since).unwrap_or(LAST).clamp(FIRST, LAST))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

impl FromStr for Day {
    type Err = jiff::Error;

    /// A day as it is shown and typed, such as `2026-03-01`.
    fn from_str(typed: &str) -> Result<Day, jiff::Error> {
        typed.parse().map(Day::of_date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    fn at(words: &str, hours: i32) -> String {
        Day::at(words.parse().expect("a moment"), hours * 3600).to_string()
    }

    #[test]
    fn a_day_is_over_at_four_in_the_morning_of_the_learner() {
        assert_eq!(at("2026-03-02T03:59:59.999Z", 0), "2026-03-01");
        assert_eq!(at("2026-03-02T04:00:00Z", 0), "2026-03-02");
        assert_eq!(at("2026-03-01T20:00:00Z", 8), "2026-03-02");
        assert_eq!(at("2026-03-02T08:59:59Z", -5), "2026-03-01");
        assert_eq!(at("1969-12-31T23:59:59Z", 0), "1969-12-31", "before 1970 as well");
    }

    #[test]
    fn a_day_is_typed_as_it_is_shown_and_no_other_day_is_made_of_nonsense() {
        for day in [Day::FIRST, Day(0), Day(20_513), Day::LAST] {
            assert_eq!(day.to_string().parse::<Day>().ok(), Some(day));
        }
        assert!("2026-02-30".parse::<Day>().is_err() && "soon".parse::<Day>().is_err());
        assert_eq!((Day::new(LAST + 1), Day::new(FIRST - 1)), (None, None));
    }

    #[test]
    fn days_between_are_never_below_none_and_never_overflow() {
        assert_eq!((Day(12).since(Day(5)), Day(5).since(Day(12))), (7, 0));
        assert_eq!(Day(5).after(u32::MAX), Day::LAST);
    }

    proptest! {
        #[test]
        fn a_date_and_a_day_are_the_same_thing(number in FIRST..=LAST, offset in -86_399..86_399i32, second in any::<i32>()) {
            prop_assert_eq!(Day::of_date(Day(number).date()), Day(number));
            let moment = Timestamp::from_second(second.into()).expect("in range");
            prop_assert_eq!(Day::at(moment, offset).since(Day::at(moment, offset)), 0);
        }
    }
}
