//! A number that somebody's telephone may ring at.

use super::Rule;
use super::worded::{WordFault, find_in_words};
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};
use crate::both;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: Code::PRIVATE_NUMBER,
    severity: Severity::Warning,
    title: Phrase::new("something that looks like a private number", "像是私人的号码"),
    prose: Phrase::new(
        "Eleven digits that begin like a mobile number, or eighteen like the number of an identity card, belong to somebody: \
        hardly one is free. Learners dial what they read, and an invented identity number can be a real person's.\n\n\
        Tell it without the digits (her number, the last four digits), or leave a hole in it: 138****0000.",
        "像手机号的十一位数，像身份证号的十八位数，多半真有主人，空号很少。学员读到什么就会拨什么，编出来的身\
            份证号也可能正是某个人的。\n\n\
            不要写出数字（她的号码、后四位），或者中间打星号：138****0000。",
    ),
    trips: Sample::Edits {
        edits: &[("哦，电信的。", "哦，电信的。我的手机是138 0013 8000。")], at: "138 0013 8000"
    },
    passes: Sample::Edits {
        edits: &[("哦，电信的。", "哦，电信的。我的手机是138****8000。")], at: ""
    },
    check: Some(|inspection| find_in_words(inspection, &RULE, |_, _, words| faults(words))),
};

/// All such numbers in some words.
pub(super) fn faults(words: &str) -> Vec<WordFault> {
    private(words).into_iter().map(fault).collect()
}

fn fault((at, what): (Range<usize>, Phrase)) -> WordFault {
    let message = both!("this looks like {what}", "这看上去像{what}"; what = what);
    let help = Phrase::new(
        "tell it without the digits, or leave a hole in it: 138****0000",
        "不要写出数字，或者中间打星号：138****0000",
    );
    WordFault { at, message, help: help.into() }
}

/// Groups of digits, also full-width ones, parted by no more than a blank or a hyphen.
fn private(words: &str) -> Vec<(Range<usize>, Phrase)> {
    let mut found = Vec::new();
    let (mut digits, mut start, mut end) = (String::new(), 0, 0);
    let mut rest = words.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        if let Some(digit) = ascii_digit(c) {
            start = if digits.is_empty() { at } else { start };
            end = at + c.len_utf8();
            digits.push(digit);
        }
        let next = rest.peek().map(|(_, c)| *c);
        let last = matches!(c, 'x' | 'X') && digits.len() == 17;
        if last {
            (digits, end) = (digits + "X", at + 1);
        }
        let parted = matches!(c, ' ' | '-' | '－') && next.is_some_and(|c| ascii_digit(c).is_some());
        if ascii_digit(c).is_none() && !parted || next.is_none() {
            found.extend(what(&digits).map(|what| (start..end, what)));
            digits.clear();
        }
    }
    found
}

fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}

fn what(digits: &str) -> Option<Phrase> {
    let mobile =
        |digits: &str| digits.len() == 11 && digits.starts_with('1') && !digits[1..].starts_with(['0', '1', '2']);
    let digits_of_country = digits.strip_prefix("86").unwrap_or(digits);
    match digits.len() {
        18 if born(&digits[6..14]) => Some(Phrase::new("the number of an identity card", "身份证号")),
        11 | 13 if mobile(digits) || mobile(digits_of_country) => {
            Some(Phrase::new("a private telephone number", "私人电话号码"))
        }
        _ => None,
    }
}

/// A date of birth of eight digits.
fn born(date: &str) -> bool {
    let part = |at: Range<usize>| date.get(at).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    (1900..2100).contains(&part(0..4)) && (1..=12).contains(&part(4..6)) && (1..=31).contains(&part(6..8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles_and_identity_cards_are_seen_however_they_are_parted() {
        for words in [
            "13800138000",
            "拨138-0013-8000。",
            "１３８００１３８０００",
            "+86 138 0013 8000",
            "11010519491231002X",
            "身份证110105 19491231 0029",
        ] {
            assert_eq!(private(words).len(), 1, "{words}");
        }
        for words in [
            "10000",
            "138****8000",
            "10012345678",
            "订单20240101123456789",
            "110105194912310029876",
            "2024-11-26 09:27",
        ] {
            assert_eq!(private(words), [], "{words}");
        }
    }
}
