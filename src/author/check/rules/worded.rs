//! What the rules about words share: every text in every language is read, and what is wrong with it told at its place.

use super::rule::Rule;
use crate::author::check::inspection::Inspection;
use crate::base::diagnostic::{Diagnostic, Location};
use crate::base::text::Lang;
use crate::content::scenario::{SourceRef, TextId};
use std::ops::Range;

/// The most faults that one rule tells of the words of one scenario: each has to look for its line.
const MOST: usize = 100;

/// What is wrong with some words.
pub(super) struct WordFault {
    /// The bytes that show it.
    pub at: Range<usize>,
    pub message: String,
    pub help: String,
}

/// What a rule finds in the words of a scenario.
pub(super) fn find_in_words(
    inspection: &Inspection,
    rule: &Rule,
    mut faults: impl FnMut(TextId, Lang, &str) -> Vec<WordFault>,
) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let mut diagnostics = Vec::new();
    let mut untold = 0_usize;
    for (id, text) in scenario.texts() {
        for (lang, words) in text.iter() {
            for fault in faults(id, lang, words) {
                if diagnostics.len() == MOST {
                    untold += 1;
                    continue;
                }
                let place = place(inspection, id, lang, fault.at);
                diagnostics.push(rule.diagnostic(place, fault.message).help(fault.help));
            }
        }
    }
    if untold > 0 {
        let message = format!("{untold} more texts of this scenario have the same fault");
        diagnostics.push(rule.diagnostic(scenario.place(SourceRef::Whole), message).help("mend those above first"));
    }
    diagnostics
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
