//! The words of the interface, in the language of the session. Content brings its own words; these are ours.
//!
//! One [`Messages`] per session. A key that does not exist, or lacks an argument, does not compile; a test holds all
//! languages to the same keys and arguments.

use crate::base::text::Lang;
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use rust_embed::RustEmbed;
use std::fmt;

#[derive(RustEmbed)]
#[folder = "i18n/"]
struct Files;

/// The interface in one language. Where it does not speak the session's language, it speaks English, while content
/// still comes in the session's language.
pub struct Messages {
    loader: FluentLanguageLoader,
    lang: Lang,
}

/// Words of the interface: `tr!(words, "key")` or `tr!(words, "key", name = value)`.
#[macro_export]
macro_rules! tr {
    ($words:expr, $($key:tt)+) => {
        i18n_embed_fl::fl!($words.loader(), $($key)+)
    };
}

impl Messages {
    /// The words for a session in this language.
    pub fn new(lang: Lang) -> Messages {
        let mut words = Messages { loader: FluentLanguageLoader::new("doorstep", english()), lang };
        words.speak(lang);
        words
    }

    /// Speaks another language from now on.
    pub fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        let wanted = lang.tag().parse().ok().filter(|wanted| Messages::languages().iter().any(|known| known == wanted));
        let language = wanted.unwrap_or_else(|| self.loader.fallback_language().clone());
        let loaded = self.loader.load_languages(&Files, &[language]);
        debug_assert!(loaded.is_ok(), "the embedded words are read");
        // The marks around arguments are for mixed directions; a terminal would show them as boxes.
        self.loader.set_use_isolating(false);
    }

    /// The language of the session.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// For [`tr!`].
    pub fn loader(&self) -> &FluentLanguageLoader {
        &self.loader
    }

    /// The languages that the interface speaks.
    fn languages() -> Vec<LanguageIdentifier> {
        Files::iter().filter_map(|path| path.split_once('/')?.0.parse().ok()).collect()
    }
}

fn english() -> LanguageIdentifier {
    "en".parse().expect("`en` is a language tag")
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Messages({})", self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// The keys of a language, each with the names of its arguments.
    fn keys(language: &str) -> BTreeMap<String, BTreeSet<String>> {
        let file = Files::get(&format!("{language}/doorstep.ftl")).expect("the file is there");
        let text = String::from_utf8(file.data.into_owned()).expect("UTF-8");
        let mut keys = BTreeMap::new();
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line;
            if let Some((name, rest)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                (key, words) = (name.to_owned(), rest);
                assert!(keys.insert(key.clone(), BTreeSet::new()).is_none(), "{language}: `{key}` stands twice");
            }
            let own = keys.entry(key.clone()).or_default();
            let names =
                words.split('$').skip(1).map(|rest| rest.split([' ', '}']).next().unwrap_or_default().to_owned());
            own.extend(names);
        }
        keys
    }

    #[test]
    fn all_languages_have_the_same_keys_and_arguments() {
        let english = keys("en");
        assert!(english.len() > 50);
        assert_eq!(keys("zh"), english);
    }

    #[test]
    fn an_unknown_language_is_told_in_english_and_arguments_stand_bare() {
        let mut words = Messages::new(Lang::new("eo").expect("a tag"));
        assert_eq!(tr!(words, "turn-number", number = 3), "move 3");
        words.speak(Lang::new("zh").expect("a tag"));
        assert_eq!(tr!(words, "turn-number", number = 3), "第 3 步");
    }
}
