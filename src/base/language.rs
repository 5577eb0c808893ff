//! What languages are called, by themselves and in the languages that the program speaks, and which way they are read.

use super::bilingual::Phrase;
use super::text::Lang;

/// A tag, what we call the language, and what it calls itself.
type Known = (&'static str, Phrase, &'static str);

const KNOWN: [Known; 22] = [
    ("zh", Phrase::new("Chinese", "中文"), "中文"),
    ("en", Phrase::new("English", "英文"), "English"),
    ("ja", Phrase::new("Japanese", "日文"), "日本語"),
    ("ar", Phrase::new("Arabic", "阿拉伯文"), "العربية"),
    ("ko", Phrase::new("Korean", "韩文"), "한국어"),
    ("fr", Phrase::new("French", "法文"), "Français"),
    ("de", Phrase::new("German", "德文"), "Deutsch"),
    ("es", Phrase::new("Spanish", "西班牙文"), "Español"),
    ("pt", Phrase::new("Portuguese", "葡萄牙文"), "Português"),
    ("it", Phrase::new("Italian", "意大利文"), "Italiano"),
    ("nl", Phrase::new("Dutch", "荷兰文"), "Nederlands"),
    ("pl", Phrase::new("Polish", "波兰文"), "Polski"),
    ("ru", Phrase::new("Russian", "俄文"), "Русский"),
    ("uk", Phrase::new("Ukrainian", "乌克兰文"), "Українська"),
    ("tr", Phrase::new("Turkish", "土耳其文"), "Türkçe"),
    ("vi", Phrase::new("Vietnamese", "越南文"), "Tiếng Việt"),
    ("th", Phrase::new("Thai", "泰文"), "ไทย"),
    ("id", Phrase::new("Indonesian", "印尼文"), "Bahasa Indonesia"),
    ("hi", Phrase::new("Hindi", "印地文"), "हिन्दी"),
    ("he", Phrase::new("Hebrew", "希伯来文"), "עברית"),
    ("fa", Phrase::new("Persian", "波斯文"), "فارسی"),
    ("ur", Phrase::new("Urdu", "乌尔都文"), "اردو"),
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
        Some((tag, _, own)) if *tag == lang.tag() => (*own).to_owned(),
        Some((.., own)) => format!("{own} ({lang})"),
        None => lang.tag().to_owned(),
    }
}

/// What a language is called by somebody who speaks another, with what it calls itself: `Chinese (中文)`.
pub fn name_for(lang: Lang, listener: Lang) -> String {
    let (own, ours) = (own_name(lang), known(lang).map(|(_, ours, _)| ours.in_lang(listener)));
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
