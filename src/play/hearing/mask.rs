//! What looks like a denial and is none, blotted out before denials are looked for: `不好意思`, `don't you`.

use super::doubt_words::DoubtWords;
use super::{doubt_en, doubt_zh};
use crate::base::text::Lang;
use std::ops::Range;

/// The lists of a language, if there are any.
pub(super) fn words_of(lang: Lang) -> Option<&'static DoubtWords> {
    match lang.tag().get(..2) {
        Some("zh") => Some(&doubt_zh::WORDS),
        Some("en") => Some(&doubt_en::WORDS),
        _ => None,
    }
}

/// The words of a sentence, byte for byte, with what only looks like a denial blotted out.
pub(super) fn mask(lang: Lang, words: &str, clauses: &[Range<usize>]) -> String {
    let Some(own) = words_of(lang) else { return words.to_owned() };
    let mut masked = words.to_owned();
    for innocent in own.innocent {
        while let Some(at) = masked.find(innocent) {
            blot(&mut masked, at..at + innocent.len());
        }
    }
    if lang.tag().starts_with("zh") {
        for at in doubt_zh::questions(&masked, clauses) {
            blot(&mut masked, at);
        }
    }
    masked
}

/// Bytes that are in no word, as many as before.
fn blot(words: &mut String, at: Range<usize>) {
    let length = at.len();
    words.replace_range(at, &"\u{1}".repeat(length));
}
