//! Words from elsewhere.

use crate::base::text::{Lang, make_safe};

/// Words in some languages; in none where nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftText {
    words: Vec<(Lang, String)>,
}

impl DraftText {
    /// Words in one language; none where they say nothing. Braces are ours, so they become others.
    pub fn new(lang: Lang, words: &str) -> DraftText {
        let safe = make_safe(words.trim()).replace('{', "(").replace('}', ")");
        DraftText { words: if safe.is_empty() { Vec::new() } else { vec![(lang, safe)] } }
    }

    /// The words of a language.
    pub fn in_lang(&self, lang: Lang) -> Option<&str> {
        self.words.iter().find(|(own, _)| *own == lang).map(|(_, words)| words.as_str())
    }

    /// Whether nothing is known in any language.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn add(&mut self, other: DraftText) {
        for (lang, words) in other.words {
            if self.in_lang(lang).is_none() {
                self.words.push((lang, words));
            }
        }
    }
}
