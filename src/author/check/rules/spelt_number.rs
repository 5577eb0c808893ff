//! Service numbers in words: `一零零零零`, `一万号`, `one oh oh oh oh`, `dial ten thousand`.

use super::worded::{is_chinese, is_english};
use crate::base::text::Lang;
use std::ops::Range;

/// Where service numbers stand in words; `known` are those of the pack.
pub(super) fn spelt_numbers(lang: Lang, words: &str, known: &[&str]) -> Vec<Range<usize>> {
    if is_chinese(lang) {
        chinese(words, known)
    } else if is_english(lang) {
        english(words, known)
    } else {
        Vec::new()
    }
}

/// Five digits that begin like a service number.
pub(super) fn is_service(digits: &str) -> bool {
    digits.len() == 5 && digits.starts_with(['1', '9']) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn chinese(words: &str, known: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut digits, mut start) = (String::new(), 0);
    // One more than there are, so that what stands at the end is looked at as well.
    for (at, c) in words.char_indices().chain([(words.len(), ' ')]) {
        match chinese_digit(c) {
            Some(digit) => {
                start = if digits.is_empty() { at } else { start };
                digits.push(digit);
            }
            None if is_service(&digits) => {
                found.push(start..at);
                digits.clear();
            }
            None => digits.clear(),
        }
    }
    if known.contains(&"10000") {
        let named = words.match_indices("一万号").map(|(at, found)| at..at + found.len());
        let counts = |c: char| chinese_digit(c).is_some() || matches!(c, '十' | '百' | '千');
        found.extend(named.filter(|at| !words[..at.start].ends_with(counts)));
    }
    found
}

fn chinese_digit(c: char) -> Option<char> {
    match c {
        '〇' => Some('0'),
        '幺' => Some('1'),
        _ => "零一二三四五六七八九".chars().zip('0'..='9').find(|(known, _)| *known == c).map(|(_, digit)| digit),
    }
}

fn english(words: &str, known: &[&str]) -> Vec<Range<usize>> {
    let lower = words.to_ascii_lowercase();
    let mut found = Vec::new();
    let (mut digits, mut span): (String, Range<usize>) = (String::new(), 0..0);
    for (at, word) in words_of(&lower).chain([(lower.len(), "")]) {
        if let Some(digit) = english_digit(word) {
            span = if digits.is_empty() { at } else { span.start }..at + word.len();
            digits.push(digit);
        } else {
            found.extend(is_service(&digits).then(|| span.clone()));
            digits.clear();
        }
    }
    if known.contains(&"10000") {
        let called = ["dial ", "ring ", "call ", "phone ", "dialled ", "rang ", "called ", "phoned "];
        let whole = |at: &usize| called.iter().any(|verb| lower[..*at].ends_with(verb));
        let named = lower.match_indices("ten thousand").filter(|(at, _)| whole(at));
        found.extend(named.map(|(at, found)| at..at + found.len()));
    }
    found
}

/// The words of a text, each with its byte.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_ascii_alphabetic()).filter_map(move |part| {
        let start = at;
        at += part.len();
        let word = part.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
        (!word.is_empty()).then_some((start, word))
    })
}

fn english_digit(word: &str) -> Option<char> {
    if matches!(word, "oh" | "o" | "nought") {
        return Some('0');
    }
    let names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    names.iter().zip('0'..='9').find(|(known, _)| **known == word).map(|(_, digit)| digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_words_and_counting_is_left_alone() {
        let told =
            |tag: &str, words: &str| !spelt_numbers(Lang::new(tag).expect("a tag"), words, &["10000"]).is_empty();
        for words in ["拨一零零零零。", "打幺〇〇〇〇", "一万号", "一零零八六"] {
            assert!(told("zh", words), "{words}");
        }
        for words in ["一万元", "二零二四年", "三五八九", "二十一万号人", "一二三四五六"] {
            assert!(!told("zh", words), "{words}");
        }
        for words in ["Dial one oh oh oh oh.", "one-zero-zero-eight-six", "call ten thousand"] {
            assert!(told("en", words), "{words}");
        }
        for words in ["ten thousand homes", "one or two", "one two three four five six", "two thousand"] {
            assert!(!told("en", words), "{words}");
        }
    }
}
