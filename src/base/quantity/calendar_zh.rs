//! Chinese: words for days, weekdays, weeks and parts of the day.

use super::Measure;
use super::measure::{AFTERNOON, EVENING, FORENOON, NIGHT, NOON, NOW, Quantity};
use std::ops::Range;

/// A day as it is counted from today.
const DAYS: [(&str, i32); 27] = [
    ("大后天", 3),
    ("大前天", -3),
    ("后天", 2),
    ("前天", -2),
    ("前晚", -2),
    ("前夜", -2),
    ("后儿", 2),
    ("后日", 2),
    ("明天", 1),
    ("明日", 1),
    ("明早", 1),
    ("明晚", 1),
    ("明儿", 1),
    ("昨天", -1),
    ("昨日", -1),
    ("昨晚", -1),
    ("昨夜", -1),
    ("昨儿", -1),
    ("今天", 0),
    ("今日", 0),
    ("今早", 0),
    ("今晨", 0),
    ("今晚", 0),
    ("今夜", 0),
    ("今儿", 0),
    ("当天", 0),
    ("当晚", 0),
];

/// What only says the day when nothing else does: `当天` is the same day, not today.
const NO_DAY: [&str; 2] = ["当天", "当晚"];

const PARTS: [(&str, (u32, u32)); 23] = [
    ("早上", FORENOON),
    ("早晨", FORENOON),
    ("清晨", FORENOON),
    ("清早", FORENOON),
    ("上午", FORENOON),
    ("今早", FORENOON),
    ("明早", FORENOON),
    ("中午", NOON),
    ("晌午", NOON),
    ("正午", NOON),
    ("下午", AFTERNOON),
    ("午后", AFTERNOON),
    ("傍晚", (AFTERNOON.1 - 1, EVENING.0 + 3)),
    ("晚上", (EVENING.0, NIGHT.1)),
    ("夜晚", (EVENING.0, NIGHT.1)),
    ("今晚", (EVENING.0, NIGHT.1)),
    ("明晚", (EVENING.0, NIGHT.1)),
    ("昨晚", (EVENING.0, NIGHT.1)),
    ("前晚", (EVENING.0, NIGHT.1)),
    ("当晚", (EVENING.0, NIGHT.1)),
    ("夜里", NIGHT),
    ("半夜", NIGHT),
    ("深夜", NIGHT),
];

/// Weeks, months and years as they are counted from this one.
const SPANS: [(&str, Measure, i32); 17] = [
    ("下周", Measure::RelativeWeek, 1),
    ("下星期", Measure::RelativeWeek, 1),
    ("下礼拜", Measure::RelativeWeek, 1),
    ("上周", Measure::RelativeWeek, -1),
    ("上星期", Measure::RelativeWeek, -1),
    ("上礼拜", Measure::RelativeWeek, -1),
    ("这周", Measure::RelativeWeek, 0),
    ("本周", Measure::RelativeWeek, 0),
    ("下个月", Measure::RelativeMonth, 1),
    ("下月", Measure::RelativeMonth, 1),
    ("上个月", Measure::RelativeMonth, -1),
    ("上月", Measure::RelativeMonth, -1),
    ("这个月", Measure::RelativeMonth, 0),
    ("本月", Measure::RelativeMonth, 0),
    ("明年", Measure::RelativeYear, 1),
    ("去年", Measure::RelativeYear, -1),
    ("今年", Measure::RelativeYear, 0),
];

const NUMERALS: &str = "零一二三四五六七八九十两几半0123456789";

pub(super) fn read(words: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    for (at, _) in words.char_indices() {
        let here = &words[at..];
        found.extend(day(words, at));
        let part = PARTS.iter().find(|(word, _)| here.starts_with(word));
        found.extend(part.map(|(word, span)| Quantity::new(Measure::PartOfDay, span.0, span.1, over(at, word))));
        found.extend(weekday(words, at));
        let twice = |word: &str| word.chars().next().is_some_and(|first| words[..at].ends_with(first));
        let span = SPANS.iter().find(|(word, _, _)| here.starts_with(word) && !twice(word));
        found.extend(span.map(|(word, measure, count)| relative(*measure, *count, over(at, word))));
    }
    found
}

fn over(at: usize, word: &str) -> Range<usize> {
    at..at + word.len()
}

/// So many units from now.
pub(super) fn relative(measure: Measure, count: i32, at: Range<usize>) -> Quantity {
    let value = NOW.saturating_add_signed(count);
    Quantity::new(measure, value, value, at)
}

fn day(words: &str, at: usize) -> Option<Quantity> {
    let (word, count) = DAYS.iter().find(|(word, _)| words[at..].starts_with(word))?;
    let (before, after) = (&words[..at], &words[at + word.len()..]);
    // `今后天天`, `大后天`, `赶明儿` (some day).
    let other = before.ends_with(['大', '今', '以', '先', '之', '从', '赶']) && !word.starts_with('今')
        || word.ends_with('天') && after.starts_with('天')
        // `提前晚上通知`, `面前`, `目前`.
        || word.starts_with('前') && before.ends_with(['提', '面', '目', '眼', '事', '跟', '门']);
    let counts = !other && !NO_DAY.contains(word);
    counts.then(|| relative(Measure::RelativeDay, *count, over(at, word)))
}

/// `周三`, `星期天`, `周末`; not the `周一` of `一周一次`.
fn weekday(words: &str, at: usize) -> Option<Quantity> {
    let prefix = ["星期", "礼拜", "周"].into_iter().find(|prefix| words[at..].starts_with(prefix))?;
    let day_at = at + prefix.len();
    let day = words[day_at..].chars().next()?;
    let number = match day {
        '日' => 7,
        '天' if prefix != "周" => 7,
        '末' if prefix == "周" => 6,
        _ => (1..).zip("一二三四五六".chars()).find(|(_, known)| *known == day).map(|(number, _)| number)?,
    };
    let (before, after) = (&words[..at], &words[day_at + day.len_utf8()..]);
    let counted = before.ends_with(|c| NUMERALS.contains(c)) || after.starts_with(['次', '回', '趟', '遍', '个']);
    let to = if day == '末' { number + 2 } else { number + 1 };
    (!counted).then(|| Quantity::new(Measure::Weekday, number, to, at..day_at + day.len_utf8()))
}
