//! Words of ours as texts of the notation, in whatever languages a pack has.

use crate::base::bilingual::{Bilingual, speaks_chinese};
use crate::base::text::Lang;
use std::fmt::Write;

/// The languages of a pack, as something is written in all of them.
#[derive(Clone, Copy)]
pub(super) struct TextLanguages<'l>(pub &'l [Lang]);

impl TextLanguages<'_> {
    /// The words in each language: `{ "zh": "…", "en": "…" }`.
    pub(super) fn text<S: AsRef<str>>(self, words: &Bilingual<S>) -> String {
        self.each(|_| words.map(str::to_owned))
    }

    /// The same where the words depend on the language, such as those that quote the standard.
    pub(super) fn each(self, words: impl Fn(Lang) -> Bilingual) -> String {
        let mut text = "{ ".to_owned();
        for (number, lang) in self.0.iter().copied().enumerate() {
            let own = words(lang);
            let (gap, said) = (if number > 0 { ", " } else { "" }, quoted(&self.said(number, lang, &own)));
            let written = write!(text, "{gap}\"{lang}\": {said}");
            debug_assert!(written.is_ok(), "writing to a String cannot fail");
        }
        text + " }"
    }

    /// The words in a language that we speak, once; elsewhere they say of which language they hold the place.
    fn said(self, number: usize, lang: Lang, words: &Bilingual) -> String {
        let same = |other: &Lang| speaks_chinese(*other) == speaks_chinese(lang) && is_ours(*other);
        let is_first = !self.0[..number].iter().any(same);
        let own = words.in_lang(lang);
        if is_ours(lang) && is_first { own.to_owned() } else { format!("[{lang}] {own}") }
    }

    /// The tags as a list of the notation: `["zh", "en"]`.
    pub(super) fn tags(self) -> String {
        let tags: Vec<String> = self.0.iter().map(|lang| format!("\"{lang}\"")).collect();
        format!("[{}]", tags.join(", "))
    }

    /// The languages whose texts are only placeholders.
    pub(super) fn held_open(self) -> Vec<Lang> {
        let probe = Bilingual { en: "a".to_owned(), zh: "一".to_owned() };
        let open = |(number, lang): &(usize, Lang)| self.said(*number, *lang, &probe).starts_with('[');
        self.0.iter().copied().enumerate().filter(open).map(|(_, lang)| lang).collect()
    }
}

fn is_ours(lang: Lang) -> bool {
    speaks_chinese(lang) || lang.tag().get(..2) == Some("en")
}

/// A string of the notation.
pub(super) fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::bilingual::Phrase;

    #[test]
    fn languages_that_we_do_not_speak_are_held_open() {
        let langs: Vec<Lang> = ["zh", "en", "ja", "zh-TW"].into_iter().filter_map(Lang::new).collect();
        let languages = TextLanguages(&langs);
        let text = languages.text(&Phrase::new("a \"door\"", "门"));
        assert_eq!(text, r#"{ "zh": "门", "en": "a \"door\"", "ja": "[ja] a \"door\"", "zh-TW": "[zh-TW] 门" }"#);
        assert_eq!(languages.held_open(), langs[2..]);
    }
}
