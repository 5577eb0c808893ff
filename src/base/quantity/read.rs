//! From a text in any language to its quantities.

use super::measure::{Measure, Quantity};
use super::{en, zh};
use crate::base::text::Lang;

/// The quantities of a text, in its order; slots are no part of it. Of languages that it cannot read, digits alone.
pub fn quantities(lang: Lang, words: &str) -> Vec<Quantity> {
    let words = without_slots(words);
    let mut found = match lang.tag().get(..2) {
        Some("zh") => zh::read(&words),
        Some("en") => en::read(&words),
        _ => Vec::new(),
    };
    found.extend(numbers(&words, &found));
    found.sort_by_key(|quantity| quantity.at.start);
    found
}

/// The text with its slots blanked out, byte for byte.
fn without_slots(words: &str) -> String {
    let mut inside = false;
    let blank = |c: char| {
        inside |= c == '{';
        let out = if inside { " ".repeat(c.len_utf8()) } else { c.to_string() };
        inside &= c != '}';
        out
    };
    words.chars().map(blank).collect()
}

/// Groups of two to nine digits that no quantity has taken.
fn numbers(words: &str, taken: &[Quantity]) -> Vec<Quantity> {
    let mut numbers = Vec::new();
    let mut rest = 0;
    while let Some(start) = words[rest..].find(|c: char| c.is_ascii_digit()).map(|at| at + rest) {
        let length = words[start..].bytes().take_while(u8::is_ascii_digit).count();
        let at = start..start + length;
        rest = at.end;
        // `20-odd` and `二十多` are about so many.
        let vague = words[at.end..].trim_start_matches(['-', ' ']).starts_with("odd");
        let free = !vague && taken.iter().all(|other| other.at.end <= at.start || at.end <= other.at.start);
        if let Some(value) = words[at.clone()].parse().ok().filter(|_| free && (2..=9).contains(&length)) {
            numbers.push(Quantity::new(Measure::Number, value, value, at));
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tag: &str, words: &str) -> Vec<(Measure, u32, u32)> {
        let lang = Lang::new(tag).expect("a tag");
        quantities(lang, words)
            .into_iter()
            .filter(|q| !q.soft && q.measure != Measure::PartOfDay)
            .map(|q| (q.measure, q.from, q.to))
            .collect()
    }

    #[test]
    fn both_languages_read_one_quantity_from_their_own_words() {
        use Measure::{Day, Days, Discount, Duration, Length, Months, Number, Percent, Time, Times};
        let pairs = [
            ((Duration, 30, 30), "等半分钟", "Wait half a minute"),
            ((Duration, 30, 30), "得等满三十秒再插", "unplug it for 30 seconds"),
            ((Duration, 30, 30), "隔30秒", "after thirty seconds"),
            ((Duration, 90, 90), "一分半钟", "a minute and a half"),
            ((Duration, 150, 150), "两分三十秒", "two and a half minutes"),
            ((Duration, 1800, 1800), "半个小时", "half an hour"),
            ((Duration, 5400, 5400), "一个半小时", "one and a half hours"),
            ((Duration, 900, 900), "一刻钟", "a quarter of an hour"),
            ((Duration, 180, 300), "三到五分钟", "3 to 5 minutes"),
            ((Time, 600, 600), "十点", "ten o'clock"),
            ((Time, 600, 600), "上午十时", "ten o'clock"),
            ((Time, 630, 630), "十点半", "half past ten"),
            ((Time, 675, 675), "十一点一刻", "quarter past eleven"),
            ((Time, 580, 580), "九点四十", "twenty to ten"),
            ((Time, 539, 539), "差一分九点", "a minute to nine"),
            ((Time, 220, 220), "下午三点四十分", "at 15:40"),
            ((Time, 540, 540), "上午9点", "9 a.m."),
            ((Length, 450, 450), "四十五厘米", "45 cm"),
            ((Length, 500, 500), "半米", "half a metre"),
            ((Times, 3, 5), "重复三到五次", "3 to 5 repeats"),
            ((Times, 3, 3), "轻敲三下", "three light taps"),
            ((Times, 2, 2), "按了两次", "rang twice"),
            ((Day, 28, 28), "二十八号的飞机", "on the 28th"),
            ((Days, 14, 14), "两周", "a fortnight"),
            ((Days, 3, 3), "三天", "three days"),
            ((Months, 24, 24), "两年", "two years"),
            ((Months, 6, 6), "六个月", "six months"),
            ((Discount, 15, 15), "便宜百分之十五", "15% off"),
            ((Percent, 15, 15), "百分之十五的客户", "15 per cent of customers"),
            ((Discount, 20, 20), "打八折", "20 per cent off"),
            ((Number, 402, 402), "6幢402", "402 in Block 6"),
        ];
        for (wanted, zh, en) in pairs {
            assert_eq!(read("zh", zh), [wanted], "{zh}");
            assert_eq!(read("en", en), [wanted], "{en}");
        }
    }

    #[test]
    fn what_is_vague_an_order_or_a_figure_of_speech_is_passed_over() {
        for zh in [
            "十几秒就回",
            "几分钟",
            "两三分钟",
            "三十多秒",
            "十来分钟",
            "快一点",
            "一点一点",
            "第三次",
            "看一下",
            "几十秒",
            "三五天",
            "八九岁的男孩",
            "一声不吭",
            "一点儿水",
            "等会儿",
            "有点",
            "一次也没",
            "{time}",
        ] {
            assert_eq!(read("zh", zh), [], "{zh}");
        }
        for en in [
            "a few seconds",
            "the second ring",
            "in a minute",
            "one more time",
            "two or three minutes",
            "a couple of days",
            "some 20-odd times",
            "the third time",
            "once",
            "several minutes",
            "{time}",
            "a second later",
            "ten to twelve chairs",
        ] {
            assert_eq!(read("en", en), [], "{en}");
        }
    }

    #[test]
    fn no_text_trips_the_readers() {
        for words in [
            "",
            "半",
            "点",
            "一个半",
            "差",
            "百分之",
            "三到",
            "9",
            "9:",
            "half",
            "half a",
            "a quarter",
            "to",
            "5 to",
            "½",
        ] {
            for tag in ["zh", "en", "fr"] {
                quantities(Lang::new(tag).expect("a tag"), words);
            }
        }
    }
}
