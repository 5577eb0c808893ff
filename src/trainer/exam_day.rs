//! The day of an exam, as somebody types it: read, refused with a reason, and told.

use super::day_words::in_days;
use super::learning::Learning;
use crate::base::text::narrowed;
use crate::record::day::Day;
use crate::speech::messages::Messages;
use crate::tr;
use jiff::civil::Date;

/// How many days ahead an exam may be: a year that was mistyped is further.
const FARTHEST: u32 = 5 * 366;

/// Why what was typed is no day of an exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadExamDay {
    /// It is no day.
    NoDay,
    /// It is over.
    Past(Day),
    /// It is years ahead.
    TooFar(Day),
}

/// Reads what was typed: a day with or without its year, as it is written here or there; or that there is no exam.
///
/// # Errors
/// Why it is no day of an exam.
pub fn read_exam_day(typed: &str, today: Day) -> Result<Option<Day>, BadExamDay> {
    let typed = narrowed(typed).trim().to_lowercase();
    if ["", "-", "no", "none", "无", "没有", "取消"].contains(&&*typed) {
        return Ok(None);
    }
    let day = day_of(&typed, today).ok_or(BadExamDay::NoDay)?;
    match day.since(today) {
        _ if day < today => Err(BadExamDay::Past(day)),
        FARTHEST.. => Err(BadExamDay::TooFar(day)),
        _ => Ok(Some(day)),
    }
}

/// The day that is meant; of one without a year the next.
fn day_of(typed: &str, today: Day) -> Option<Day> {
    let is_between = |c: char| matches!(c, '-' | '/' | '.' | '年' | '月' | '日' | '号' | ' ');
    if !typed.chars().all(|c| c.is_ascii_digit() || is_between(c)) {
        return None;
    }
    let parts: Vec<&str> = typed.split(is_between).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<i8>().ok();
    match parts[..] {
        [year, month, day] if year.len() == 4 => {
            Date::new(year.parse().ok()?, number(month)?, number(day)?).ok().map(Day::of_date)
        }
        [month, day] => {
            let (month, day) = (number(month)?, number(day)?);
            // The 29th of February may be four years ahead, and eight around a century.
            let years = (0..9).map(|later| today.date().year() + later);
            let days = years.filter_map(|year| Date::new(year, month, day).ok().map(Day::of_date));
            days.into_iter().find(|day| *day >= today)
        }
        _ => None,
    }
}

impl BadExamDay {
    /// Why, and what to type.
    pub fn told(self, words: &Messages) -> String {
        match self {
            BadExamDay::NoDay => tr!(words, "exam-day-none"),
            BadExamDay::Past(day) => tr!(words, "exam-day-past", day = day.to_string()),
            BadExamDay::TooFar(day) => tr!(words, "exam-day-far", day = day.to_string()),
        }
    }
}

/// The exam that is still to come; and until it was once asked for, the question whether there is one.
pub fn told(words: &Messages, learning: &Learning) -> Option<String> {
    match learning.exam() {
        Some(day) => {
            let when = in_days(words, learning.today(), day);
            Some(tr!(words, "exam-day-is", day = day.to_string(), when = when))
        }
        None if learning.was_asked_for_exam() => None,
        None => Some(tr!(words, "exam-day-ask")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(shown: &str) -> Day {
        shown.parse().expect("a day")
    }

    #[test]
    fn a_day_is_read_however_it_is_written_and_the_next_is_meant_without_a_year() {
        let today = day("2026-03-10");
        for (typed, meant) in [
            ("2026-05-20", "2026-05-20"),
            ("2026/5/20", "2026-05-20"),
            (" 2026. 5. 20 ", "2026-05-20"),
            ("2026年5月20日", "2026-05-20"),
            ("２０２６－５－２０", "2026-05-20"),
            ("5月20号", "2026-05-20"),
            ("5-20", "2026-05-20"),
            ("3/10", "2026-03-10"),
            ("3-9", "2027-03-09"),
            ("2-29", "2028-02-29"),
        ] {
            assert_eq!(read_exam_day(typed, today), Ok(Some(day(meant))), "{typed}");
        }
        for typed in ["", "  ", "-", "none", "NO", "无", "没有", "取消"] {
            assert_eq!(read_exam_day(typed, today), Ok(None), "{typed}");
        }
    }

    #[test]
    fn what_is_no_day_is_over_or_years_ahead_is_refused_for_its_reason() {
        let today = day("2026-03-10");
        for typed in
            ["soon", "2026-13-01", "2026-02-30", "26-05-20", "20", "2026-05", "5-20-2026", "2-30", "--", "300-1"]
        {
            assert_eq!(read_exam_day(typed, today), Err(BadExamDay::NoDay), "{typed}");
        }
        assert_eq!(read_exam_day("2026-03-09", today), Err(BadExamDay::Past(day("2026-03-09"))));
        assert_eq!(read_exam_day("2062-05-20", today), Err(BadExamDay::TooFar(day("2062-05-20"))));
    }
}
