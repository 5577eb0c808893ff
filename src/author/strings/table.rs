//! The texts of a pack beside their translations.

use super::extract::StringFile;
use super::text::StringText;
use crate::base::text::Lang;

/// What goes out to whoever translates.
#[derive(Debug)]
pub struct StringTable<'t> {
    /// The languages that are translated into.
    pub languages: Vec<Lang>,
    /// A row for each text and language, in the order of the files.
    pub rows: Vec<StringRow<'t>>,
}

/// One text, to be translated into one language.
#[derive(Clone, Debug)]
pub struct StringRow<'t> {
    /// The name of its file in the pack.
    pub file: &'t str,
    /// The text.
    pub text: &'t StringText,
    /// The line of the file on which it stands, from 1.
    pub line: usize,
    /// What it is translated from.
    pub base_lang: Lang,
    /// The words there.
    pub base: &'t str,
    /// What it is translated into.
    pub lang: Lang,
    /// The words there so far.
    pub translation: Option<&'t str>,
}

/// How far a translation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TranslationStatus {
    /// There is none.
    Missing,
    /// It says what the base says, letter by letter.
    Same,
    /// It says something of its own.
    Done,
}

impl TranslationStatus {
    /// The word for it, as documents have it.
    pub fn word(self) -> &'static str {
        match self {
            TranslationStatus::Missing => "missing",
            TranslationStatus::Same => "same",
            TranslationStatus::Done => "done",
        }
    }
}

impl StringRow<'_> {
    /// How far it is.
    pub fn status(&self) -> TranslationStatus {
        match self.translation {
            None | Some("") => TranslationStatus::Missing,
            Some(words) if words == self.base => TranslationStatus::Same,
            Some(_) => TranslationStatus::Done,
        }
    }
}

impl<'t> StringTable<'t> {
    /// All texts of these files, to be translated into the wanted language, or into all that the pack is written in.
    pub fn of(files: &'t [StringFile], wanted: Option<Lang>) -> StringTable<'t> {
        let mut languages: Vec<Lang> = Vec::new();
        for file in files {
            let own = file.languages.iter().copied().filter(|lang| *lang != file.base);
            for lang in wanted.map_or_else(|| own.collect(), |wanted| vec![wanted]) {
                if !languages.contains(&lang) {
                    languages.push(lang);
                }
            }
        }
        let rows = files.iter().flat_map(|file| rows(file, &languages)).collect();
        StringTable { languages, rows }
    }
}

fn rows<'t>(file: &'t StringFile, languages: &[Lang]) -> Vec<StringRow<'t>> {
    let mut rows = Vec::new();
    for text in &file.texts {
        let Some(base) = text.base(file.base) else { continue };
        let line = file.source.place_at(text.span.clone()).line;
        for lang in languages.iter().copied().filter(|lang| *lang != base.lang) {
            let translation = text.in_lang(lang).map(|own| own.words.as_str());
            let (file, base_lang, base) = (file.name.as_str(), base.lang, base.words.as_str());
            rows.push(StringRow { file, text, line, base_lang, base, lang, translation });
        }
    }
    rows
}
