//! Numerals as digits, in words that are already small and freed from marks.

use crate::base::quantity::{SMALL, TENS};

/// The words with Chinese and English numerals as digits: `三十五` and `thirty five` are 35, `三零二` is 302.
pub(super) fn as_digits(words: &str) -> String {
    chinese(&english(words))
}

/// Whether it is a digit or a Chinese numeral below ten.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || chinese_value(c).is_some_and(|value| value < 10)
}

fn english(words: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut tens = None;
    for word in words.split(' ') {
        let (bare, mark) = word.strip_suffix('?').map_or((word, ""), |bare| (bare, "?"));
        let number = english_value(bare);
        match (tens.take(), number) {
            (Some(tens), Some(unit @ 1..=9)) => {
                out.pop();
                out.push(format!("{}{mark}", tens + unit));
            }
            (_, Some(number)) => {
                out.push(format!("{number}{mark}"));
                tens = (number >= 20 && mark.is_empty()).then_some(number);
            }
            (_, None) => out.push(word.to_owned()),
        }
    }
    out.join(" ")
}

fn english_value(word: &str) -> Option<u32> {
    let place = |list: &[&str]| list.iter().position(|known| *known == word).and_then(|at| u32::try_from(at).ok());
    place(&SMALL).or_else(|| place(&TENS).map(|at| 20 + 10 * at))
}

fn chinese(words: &str) -> String {
    let mut out = String::new();
    let mut numeral: Vec<u32> = Vec::new();
    for c in words.chars() {
        if let Some(value) = chinese_value(c) {
            // `周六十点` is a day and an hour.
            if numeral.len() == 1 && names_weekday(&out) {
                push_number(&mut out, &mut numeral);
            }
            numeral.push(value);
            continue;
        }
        let joins = c.is_ascii_digit() && !numeral.is_empty();
        push_number(&mut out, &mut numeral);
        out.push_str(if joins { " " } else { "" });
        out.push(c);
    }
    push_number(&mut out, &mut numeral);
    out
}

/// Whether what stands here is half of a weekday, and no week that was counted: `一周三十次`.
fn names_weekday(out: &str) -> bool {
    let before = ["周", "星期", "礼拜"].into_iter().find_map(|week| out.strip_suffix(week));
    before.is_some_and(|before| !before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '个' | '每')))
}

/// What a numeral counts, or none of another letter.
fn chinese_value(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '幺' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        _ => return None,
    })
}

/// Writes the number that these values make, and takes them. Two numbers that touch stay two.
fn push_number(out: &mut String, values: &mut Vec<u32>) {
    if !values.is_empty() && out.ends_with(|last: char| last.is_ascii_digit()) {
        out.push(' ');
    }
    if !values.iter().any(|value| *value >= 10) {
        out.extend(values.drain(..).map(|value| value.to_string()));
        return;
    }
    let (mut sum, mut digit) = (0_u32, None);
    for value in values.drain(..) {
        if value < 10 {
            digit = Some(value);
        } else {
            sum = sum.saturating_add(digit.take().unwrap_or(1) * value);
        }
    }
    out.push_str(&sum.saturating_add(digit.unwrap_or(0)).to_string());
}

#[cfg(test)]
mod tests {
    use super::as_digits;

    #[test]
    fn numerals_of_both_languages_are_digits() {
        assert_eq!(as_digits("三到五次"), "3到5次");
        assert_eq!(as_digits("三零二室"), "302室");
        assert_eq!(as_digits("幺二零三"), "1203");
        assert_eq!(as_digits("一百二十三"), "123");
        assert_eq!(as_digits("十分钟"), "10分钟");
        assert_eq!(as_digits("10000二十四小时"), "10000 24小时");
        assert_eq!(as_digits("周六十点"), "周6 10点");
        assert_eq!(as_digits("一周三十次"), "1周30次");
        assert_eq!(as_digits("三5"), "3 5");
        assert_eq!(as_digits("in twenty five minutes"), "in 25 minutes");
        assert_eq!(as_digits("ten thirty?"), "10 30?");
        assert_eq!(as_digits("nothing to count"), "nothing to count");
    }
}
