//! The words of the interface, in the language of the session. Content brings its own words; these are ours.
//!
//! One [`Messages`] per session. A key that does not exist, or lacks an argument, does not compile; a test holds all
//! languages to the same keys and arguments.

use crate::base::language::{name_for, own_name};
use crate::base::text::{Lang, Text};
use crate::content::scenario::{Pack, PackWords};
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use i18n_embed::{I18nAssets, LanguageLoader};
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

#[derive(RustEmbed)]
#[folder = "i18n/"]
struct Files;

/// The same files, with what a pack calls otherwise: names of ours, and what is said instead of each.
struct OwnFiles(Vec<(String, String)>);

impl I18nAssets for OwnFiles {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        let Some(file) = Files::get(path) else { return Vec::new() };
        if self.0.is_empty() {
            return vec![file.data];
        }
        let is_ours = |line: &&str| {
            let name = line.split(" = ").next().unwrap_or_default();
            !self.0.iter().any(|(own, _)| own == name)
        };
        let ours = String::from_utf8_lossy(&file.data);
        let own = self.0.iter().map(|(name, words)| format!("{name} = {{ \"{words}\" }}\n"));
        vec![Cow::Owned(
            own.chain(ours.split_inclusive('\n').filter(is_ours).map(str::to_owned)).collect::<String>().into(),
        )]
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(Files::iter().map(|name| name.to_string()))
    }
}

/// The interface in one language. Where it does not speak the session's language, it speaks English, while content
/// still comes in the session's language. What a pack calls otherwise is called so.
pub struct Messages {
    loader: FluentLanguageLoader,
    lang: Lang,
    /// What the pack calls things.
    own: Arc<PackWords>,
    /// The languages that can be switched to.
    offered: Vec<Lang>,
}

/// Words of the interface: `tr!(words, "key")` or `tr!(words, "key", name = value)`.
#[macro_export]
macro_rules! tr {
    ($words:expr, $($key:tt)+) => {
        i18n_embed_fl::fl!($words.loader(), $($key)+)
    };
}

impl Messages {
    /// The words for a session in this language, where no pack is open.
    pub fn new(lang: Lang) -> Messages {
        Messages::with(lang, Arc::default(), Vec::new())
    }

    /// The words for a session in this language, with those of the pack.
    pub fn of(pack: &Pack, lang: Lang) -> Messages {
        Messages::with(lang, pack.words.clone(), pack.languages.clone())
    }

    fn with(lang: Lang, own: Arc<PackWords>, offered: Vec<Lang>) -> Messages {
        let mut words = Messages { loader: FluentLanguageLoader::new("doorstep", english()), lang, own, offered };
        words.speak(lang);
        words
    }

    /// Speaks another language from now on.
    pub fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        let language = ours(lang).unwrap_or_else(|| self.loader.fallback_language().clone());
        let loaded = self.loader.load_languages(&OwnFiles(self.otherwise()), &[language]);
        debug_assert!(loaded.is_ok(), "the embedded words are read");
        // The marks around arguments are for mixed directions; a terminal would show them as boxes.
        self.loader.set_use_isolating(false);
    }

    /// What the pack calls otherwise. What stands alone comes in the session's language; what stands in a sentence of
    /// ours only where the sentence is in that language as well.
    fn otherwise(&self) -> Vec<(String, String)> {
        let own = &self.own;
        let alone = own.tagline.iter().map(|words| ("tagline".to_owned(), words));
        let tiers = own.tiers.iter().map(|(tier, words)| (format!("tier-{tier}"), words));
        let kinds = own.kinds.iter().map(|(kind, words)| (format!("kind-{}", kind.word()), words));
        let inside = [("-person", &own.person), ("-play", &own.play)].into_iter().filter(|_| self.is_spoken());
        let inside = inside.filter_map(|(name, words)| Some((name.to_owned(), words.as_ref()?)));
        let escaped = |words: &str| words.replace('\n', " ").replace('\\', "\\\\").replace('"', "\\\"");
        let all = alone.chain(tiers).chain(kinds).chain(inside);
        all.map(|(name, words)| (name, escaped(words.in_lang(self.lang)))).collect()
    }

    /// Who the learner is, where the pack says it.
    pub fn role(&self) -> Option<&str> {
        self.own.role.as_ref().map(|words: &Text| words.in_lang(self.lang))
    }

    /// The language that comes after this one in the pack; none where there is no other.
    pub fn next_language(&self) -> Option<Lang> {
        self.language_after(1)
    }

    /// The language before this one in the pack; before the first comes the last.
    pub fn previous_language(&self) -> Option<Lang> {
        self.language_after(self.offered.len().saturating_sub(1))
    }

    /// Where the session's language is none of the pack's, it stands before the first of them.
    fn language_after(&self, places: usize) -> Option<Lang> {
        let here = self.offered.iter().position(|lang| *lang == self.lang);
        let from = here.map_or(0, |here| here + places);
        self.offered.iter().cycle().nth(from).copied().filter(|lang| *lang != self.lang)
    }

    /// What the next language calls itself, for a place where it can be chosen; `none` where there is no other.
    pub fn next_by_itself(&self) -> String {
        self.next_language().map_or_else(|| "none".to_owned(), own_name)
    }

    /// The same with what this language calls it, for those who hear it.
    pub fn next_told(&self) -> String {
        self.next_language().map_or_else(|| "none".to_owned(), |lang| name_for(lang, self.lang))
    }

    /// Whether the interface speaks the session's language; else it speaks English.
    fn is_spoken(&self) -> bool {
        is_spoken(self.lang)
    }

    /// Why the interface's own words are in English, where they are in another language than the texts.
    pub fn spoken_in_english(&self) -> Option<String> {
        let language = || own_name(self.lang);
        (!self.is_spoken()).then(|| crate::tr!(self, "spoken-in-english", language = language()))
    }

    /// The language of the session.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// For [`tr!`].
    pub fn loader(&self) -> &FluentLanguageLoader {
        &self.loader
    }
}

/// Whether the interface speaks this language.
pub fn is_spoken(lang: Lang) -> bool {
    ours(lang).is_some()
}

/// The interface's language for a session in this one, where it speaks it.
fn ours(lang: Lang) -> Option<LanguageIdentifier> {
    let wanted: LanguageIdentifier = lang.tag().parse().ok()?;
    let spoken = |path: &str| path.split_once('/').and_then(|(tag, _)| tag.parse().ok());
    Files::iter().any(|path| spoken(&path).as_ref() == Some(&wanted)).then_some(wanted)
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
    fn a_pack_calls_things_its_own_way_and_its_words_stay_words() {
        let lang = |tag| Lang::new(tag).expect("a tag");
        let text = |en: &str, ar: &str| Some(Text::new(vec![(lang("en"), en.into()), (lang("ar"), ar.into())]));
        let (tagline, play) = (text("Say \"hello\" {first}\\", "أهلا"), text("shift", "نوبة"));
        let own = PackWords { tagline, play, ..PackWords::default() };
        let mut words = Messages::with(lang("en"), Arc::new(own), vec![lang("en"), lang("ar")]);
        assert_eq!(tr!(words, "tagline"), "Say \"hello\" {first}\\");
        assert_eq!(tr!(words, "plain-over"), "The shift is over. Here is the review.");
        assert_eq!((words.next_by_itself().as_str(), words.next_told().as_str()), ("العربية", "Arabic (العربية)"));
        words.speak(lang("ar"));
        assert_eq!(tr!(words, "tagline"), "أهلا");
        assert_eq!(
            tr!(words, "plain-over"),
            "The play is over. Here is the review.",
            "no Arabic in an English sentence"
        );
        words.speak(lang("ja"));
        assert_eq!(words.next_language(), Some(lang("en")), "from outside, the first comes first");
    }

    #[test]
    fn an_unknown_language_is_told_in_english_and_arguments_stand_bare() {
        let mut words = Messages::new(Lang::new("eo").expect("a tag"));
        assert_eq!(tr!(words, "turn-number", number = 3), "move 3");
        words.speak(Lang::new("zh").expect("a tag"));
        assert_eq!(tr!(words, "turn-number", number = 3), "第 3 步");
    }
}
