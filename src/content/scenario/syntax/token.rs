//! The words, numbers, times and signs of a condition.

use super::expression::Misread;
use crate::content::scenario::time::{duration, time_of_day};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ConditionToken<'t> {
    Word(&'t str),
    Number(i32),
    Seconds(i32),
    Sign(&'t str),
    End,
}

impl fmt::Display for ConditionToken<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConditionToken::Word(word) | ConditionToken::Sign(word) => write!(f, "`{word}`"),
            ConditionToken::Number(n) => write!(f, "`{n}`"),
            ConditionToken::Seconds(_) => f.write_str("a time"),
            ConditionToken::End => f.write_str("the end"),
        }
    }
}

pub(super) fn token_length(rest: &str) -> usize {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
    let length = rest.find(|c| !word(c)).unwrap_or(rest.len());
    match length {
        0 if ["+=", "-=", "<=", ">=", "!=", "=="].iter().any(|sign| rest.starts_with(sign)) => 2,
        0 => rest.chars().next().map_or(1, char::len_utf8),
        length => length,
    }
}

/// The signs, the short ones first.
const SIGNS: [&str; 13] = ["(", ")", "+", "-", "=", "<", ">", "+=", "-=", "<=", ">=", "!=", "=="];

pub(super) fn token(word: &str) -> Option<ConditionToken<'_>> {
    if word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && !word.contains(':') {
        return Some(ConditionToken::Word(word));
    }
    if let Some(seconds) = time_of_day(word).filter(|_| word.contains(':')).or_else(|| duration(word)) {
        return i32::try_from(seconds).ok().map(ConditionToken::Seconds);
    }
    if let Ok(number) = word.parse::<u16>() {
        return Some(ConditionToken::Number(number.into()));
    }
    SIGNS.into_iter().find(|sign| *sign == word).map(ConditionToken::Sign)
}

pub(super) fn unreadable(text: &str, at: usize, length: usize) -> Misread {
    let word = &text[at..at + length];
    let help = match word {
        "&" | "|" | "!" => "write `and`, `or`, `not`",
        "，" | "＝" | "（" | "）" | "＞" | "＜" => "use half-width signs in conditions",
        _ => "a number is at most 65535; a time is 10:05, a duration 90s, 2m or 1h",
    };
    Misread { at: at..at + length, message: format!("`{word}` cannot be read"), help }
}
