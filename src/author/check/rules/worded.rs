//! What the rules about words share: every text in every language is read, and what is wrong with it told at its place.

use super::capped::capped;
use super::rule::Rule;
use crate::author::check::inspection::Inspection;
use crate::base::bilingual::Bilingual;
use crate::base::diagnostic::{Diagnostic, Location};
use crate::base::text::Lang;
use crate::content::scenario::{SourceRef, TextId};
use std::ops::Range;

/// What is wrong with some words.
pub(super) struct WordFault {
    /// The bytes that show it.
    pub at: Range<usize>,
    pub message: Bilingual,
    pub help: Bilingual,
}

/// What a rule finds in the words of a scenario.
pub(super) fn find_in_words(
    inspection: &Inspection,
    rule: &Rule,
    mut faults: impl FnMut(TextId, Lang, &str) -> Vec<WordFault>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (id, text) in inspection.scenario.texts() {
        for (lang, words) in text.iter() {
            found.extend(faults(id, lang, words).into_iter().map(|fault| (id, lang, fault)));
        }
    }
    capped(inspection, rule, found, |(id, lang, fault)| {
        rule.diagnostic(place(inspection, id, lang, fault.at), fault.message).help(fault.help)
    })
}

/// A slot's words are shown whole, since it is their entry that is wrong.
pub(super) fn place(inspection: &Inspection, id: TextId, lang: Lang, at: Range<usize>) -> Location {
    if matches!(id, TextId::Slot(_)) {
        inspection.scenario.place(SourceRef::Text(id, Some(lang)))
    } else {
        inspection.scenario.place_in(id, lang, at)
    }
}

/// Whether a letter is Chinese.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a language is Chinese.
pub(super) fn is_chinese(lang: Lang) -> bool {
    lang.tag().get(..2) == Some("zh")
}

/// Whether a language is English.
pub(super) fn is_english(lang: Lang) -> bool {
    lang.tag().get(..2) == Some("en")
}

/// Whether these bytes stand as a word of their own; a Chinese word always does.
pub(super) fn is_whole_word(words: &str, at: &Range<usize>) -> bool {
    let inner = |c: char| c.is_alphanumeric() && !is_han(c);
    let (before, inside, after) = (&words[..at.start], &words[at.clone()], &words[at.end..]);
    !(inside.starts_with(inner) && before.ends_with(inner) || inside.ends_with(inner) && after.starts_with(inner))
}
