//! What languages are called, by themselves and in the languages that the program speaks, and which way they are read.

use super::bilingual::Phrase;
use super::text::Lang;

/// A tag, what the language calls itself, and what we call it.
type Known = (&'static str, &'static str, Phrase);

const KNOWN: [Known; 22] = [
    ("zh", "中文", Phrase::new("Chinese", "中文")),
    ("en", "English", Phrase::new("English", "英文")),
    ("ja", "日本語", Phrase::new("Japanese", "日文")),
    ("ar", "العربية", Phrase::new("Arabic", "阿拉伯文")),
    ("ko", "한국어", Phrase::new("Korean", "韩文")),
    ("fr", "Français", Phrase::new("French", "法文")),
    ("de", "Deutsch", Phrase::new("German", "德文")),
    ("es", "Español", Phrase::new("Spanish", "西班牙文")),
    ("pt", "Português", Phrase::new("Portuguese", "葡萄牙文")),
    ("it", "Italiano", Phrase::new("Italian", "意大利文")),
    ("nl", "Nederlands", Phrase::new("Dutch", "荷兰文")),
    ("pl", "Polski", Phrase::new("Polish", "波兰文")),
    ("ru", "Русский", Phrase::new("Russian", "俄文")),
    ("uk", "Українська", Phrase::new("Ukrainian", "乌克兰文")),
    ("tr", "Türkçe", Phrase::new("Turkish", "土耳其文")),
    ("vi", "Tiếng Việt", Phrase::new("Vietnamese", "越南文")),
    ("th", "ไทย", Phrase::new("Thai", "泰文")),
    ("id", "Bahasa Indonesia", Phrase::new("Indonesian", "印尼文")),
    ("hi", "हिन्दी", Phrase::new("Hindi", "印地文")),
    ("he", "עברית", Phrase::new("Hebrew", "希伯来文")),
    ("fa", "فارسی", Phrase::new("Persian", "波斯文")),
    ("ur", "اردو", Phrase::new("Urdu", "乌尔都文")),
];

/// Languages that are read from the right, by what their tags begin with.
const FROM_THE_RIGHT: [&str; 9] = ["ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv"];

fn known(lang: Lang) -> Option<&'static Known> {
    KNOWN.iter().find(|(tag, ..)| *tag == primary(&lang))
}

/// `zh` of `zh-TW`.
fn primary(lang: &Lang) -> &str {
    lang.tag().split('-').next().unwrap_or_default()
}

/// What a language calls itself; its tag where that is not known. Where it has a region, the tag says which.
pub fn own_name(lang: Lang) -> String {
    match known(lang) {
        Some((tag, own, _)) if *tag == lang.tag() => (*own).to_owned(),
        Some((_, own, _)) => format!("{own} ({lang})"),
        None => lang.tag().to_owned(),
    }
}

/// What a language is called by somebody who speaks another, with what it calls itself: `Chinese (中文)`.
pub fn name_for(lang: Lang, listener: Lang) -> String {
    let (own, ours) = (own_name(lang), known(lang).map(|(.., ours)| ours.in_lang(listener)));
    match ours {
        Some(ours) if ours != own && super::bilingual::speaks_chinese(listener) => format!("{ours}（{own}）"),
        Some(ours) if ours != own => format!("{ours} ({own})"),
        Some(_) | None => own,
    }
}

/// Whether a language is read from right to left.
pub fn is_right_to_left(lang: Lang) -> bool {
    FROM_THE_RIGHT.contains(&primary(&lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_called_as_it_calls_itself_and_as_the_listener_calls_it() {
        let lang = |tag| Lang::new(tag).expect("a tag");
        assert_eq!(
            ["ja", "ar", "en", "zh-TW", "eo"].map(|tag| own_name(lang(tag))),
            ["日本語", "العربية", "English", "中文 (zh-TW)", "eo"]
        );
        assert_eq!(name_for(lang("zh"), lang("en")), "Chinese (中文)");
        assert_eq!(name_for(lang("en"), lang("zh")), "英文（English）");
        assert_eq!(name_for(lang("en"), lang("ja")), "English");
        assert!(is_right_to_left(lang("ar")) && !is_right_to_left(lang("ja")));
    }
}
