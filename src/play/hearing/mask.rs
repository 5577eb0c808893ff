//! What looks like a denial and is none, blotted out before denials are looked for: `不好意思`, `don't you`.

use super::doubt_words::{DoubtLists, DoubtWord};
use super::{doubt_en, doubt_zh};
use crate::base::text::Lang;
use std::ops::Range;
use std::sync::LazyLock;

static CHINESE: LazyLock<DoubtLists> = LazyLock::new(|| DoubtLists::of(&doubt_zh::WORDS));
static ENGLISH: LazyLock<DoubtLists> = LazyLock::new(|| DoubtLists::of(&doubt_en::WORDS));

/// The lists of a language, if there are any.
pub(super) fn words_of(lang: Lang) -> Option<&'static DoubtLists> {
    match lang.tag().get(..2) {
        Some("zh") => Some(&CHINESE),
        Some("en") => Some(&ENGLISH),
        _ => None,
    }
}

/// The words of a sentence, byte for byte, with what only looks like a denial blotted out.
pub(super) fn mask(lang: Lang, words: &str, clauses: &[Range<usize>]) -> String {
    let Some(own) = words_of(lang) else { return words.to_owned() };
    let mut masked = words.to_owned();
    for innocent in &own.innocent {
        for at in places(&masked, innocent) {
            if !is_guilty(&own.guilty, &masked[at.start..]) {
                blot(&mut masked, at);
            }
        }
    }
    if lang.tag().starts_with("zh") {
        for at in doubt_zh::questions(&masked, clauses) {
            blot(&mut masked, at);
        }
    }
    masked
}

/// Where a word stands; English as whole words.
fn places(words: &str, innocent: &DoubtWord) -> Vec<Range<usize>> {
    let spelt = innocent.normal.is_ascii();
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '\'';
    let all = words.match_indices(&*innocent.normal).map(|(at, found)| at..at + found.len());
    all.filter(|at| !spelt || !words[..at.start].ends_with(is_letter) && !words[at.end..].starts_with(is_letter))
        .collect()
}

fn is_guilty(guilty: &[DoubtWord], rest: &str) -> bool {
    guilty.iter().any(|word| rest.starts_with(&*word.normal))
}

/// Bytes that are in no word, as many as before.
fn blot(words: &mut String, at: Range<usize>) {
    let length = at.len();
    words.replace_range(at, &"\u{1}".repeat(length));
}
