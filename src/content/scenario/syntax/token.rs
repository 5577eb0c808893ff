//! The words, numbers, times and signs of a condition.

use super::expression::Misread;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::both;
use crate::content::scenario::time::{duration, time_of_day};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ConditionToken<'t> {
    Word(&'t str),
    Number(i32),
    Seconds(i32),
    Sign(&'t str),
    End,
}

impl ConditionToken<'_> {
    /// How it is told in a sentence.
    pub(super) fn told(&self) -> Bilingual {
        match self {
            ConditionToken::Word(word) | ConditionToken::Sign(word) => both!("`{word}`", "`{word}`"),
            ConditionToken::Number(n) => both!("`{n}`", "`{n}`"),
            ConditionToken::Seconds(_) => Phrase::new("a time", "时间").into(),
            ConditionToken::End => Phrase::new("the end", "结尾").into(),
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
        "&" | "|" | "!" => Phrase::new("write `and`, `or`, `not`", "写 `and`、`or`、`not`"),
        "，" | "＝" | "（" | "）" | "＞" | "＜" | "：" | "＋" | "－" | "“" | "”" => {
            Phrase::new("use half-width signs in conditions", "条件里的符号要用半角")
        }
        "≤" => Phrase::new("write `<=`", "写成 `<=`"),
        "≥" => Phrase::new("write `>=`", "写成 `>=`"),
        "≠" => Phrase::new("write `!=`", "写成 `!=`"),
        _ => Phrase::new(
            "a number is at most 65535; a time is 10:05, a duration 90s, 2m or 1h",
            "数最大是 65535；时刻写成 10:05，一段时间写成 90s、2m 或 1h",
        ),
    };
    Misread { at: at..at + length, message: both!("`{word}` cannot be read", "看不懂 `{word}`"), help }
}
