//! One sentence of the program's own in the two languages that it speaks, made where both know what they tell.

use super::text::Lang;

/// The same words twice: in English and in Chinese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bilingual<S = String> {
    /// In English.
    pub en: S,
    /// In Chinese.
    pub zh: S,
}

/// Words that never change, such as the name of a kind of thing.
pub type Phrase = Bilingual<&'static str>;

impl Phrase {
    /// The same words in English and in Chinese.
    pub const fn new(en: &'static str, zh: &'static str) -> Phrase {
        Bilingual { en, zh }
    }
}

impl<S: AsRef<str>> Bilingual<S> {
    /// The words in the language of a session; one that is not spoken is answered in English.
    pub fn in_lang(&self, lang: Lang) -> &str {
        if speaks_chinese(lang) { self.zh.as_ref() } else { self.en.as_ref() }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.en.as_ref().is_empty()
    }

    /// What becomes of the words of each language.
    pub fn map<T>(&self, mut change: impl FnMut(&str) -> T) -> Bilingual<T> {
        Bilingual { en: change(self.en.as_ref()), zh: change(self.zh.as_ref()) }
    }
}

impl From<Phrase> for Bilingual {
    fn from(phrase: Phrase) -> Bilingual {
        phrase.map(str::to_owned)
    }
}

impl Bilingual {
    /// Several in a row, with what stands between them in each language.
    pub fn join(all: &[Bilingual], between: Phrase) -> Bilingual {
        let words = |of: fn(&Bilingual) -> &str, between| all.iter().map(of).collect::<Vec<_>>().join(between);
        Bilingual { en: words(|own| &own.en, between.en), zh: words(|own| &own.zh, between.zh) }
    }
}

/// Whether a session in this language is spoken to in Chinese.
pub fn speaks_chinese(lang: Lang) -> bool {
    lang.tag().get(..2) == Some("zh")
}

/// A sentence in English and in Chinese, both formatted from the same values: names around it, `name = value`, and behind
/// a semicolon what is [`Bilingual`] itself.
///
/// ```
/// use doorstep::base::bilingual::Phrase;
/// use doorstep::both;
/// let (name, what) = ("landing", Phrase::new("scene", "场景"));
/// let said = both!("there is no {what} \"{name}\"", "没有名为“{name}”的{what}"; what = what);
/// assert_eq!(said.en, "there is no scene \"landing\"");
/// assert_eq!(said.zh, "没有名为“landing”的场景");
/// ```
#[macro_export]
macro_rules! both {
    ($en:literal, $zh:literal $(, $name:ident = $value:expr)* $(; $($part:ident = $words:expr),+)? $(,)?) => {{
        $(let $name = &$value;)*
        $($(let $part = &$words;)+)?
        $crate::base::bilingual::Bilingual {
            en: { $($(let $part = &$part.en;)+)? format!($en) },
            zh: { $($(let $part = &$part.zh;)+)? format!($zh) },
        }
    }};
}
