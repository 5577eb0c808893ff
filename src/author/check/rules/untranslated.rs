//! A text that stands in the wrong language.

use super::Rule;
use super::capped::capped;
use super::worded::{WordFault, is_han};
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::{Lang, Text, fill_slots};
use crate::both;
use crate::content::scenario::SourceRef;

pub(super) const RULE: Rule = Rule {
    code: Code::UNTRANSLATED,
    severity: Severity::Warning,
    title: Phrase::new("a text that was never translated", "一段文字没有翻译"),
    prose: Phrase::new(
        "The words are the same in two languages, or are written in the letters of another one. It happens when a scene is \
        copied to be translated later. A learner who reads only one of the languages stops here.\n\n\
        Write the text anew in that language, as somebody there would say it. Names, numbers and slots by themselves need no \
        translation and are not counted.",
        "两种语言的文字一模一样，或者用的是另一种语言的字。往往是复制了一个场景，打算以后再翻。只读一种语言的\
            学员，到这里就读不下去了。\n\n\
            用那种语言重新写，照那里的人的说法。单独的名字、数字和填空不用翻译，不算。",
    ),
    trips: Sample::Edits {
        edits: &[("\"en\": \"Half past ten\"", "\"en\": \"十点半\"")], at: "\"en\": \"十点半\""
    },
    passes: Sample::Edits {
        edits: &[("\"zh\": \"十点半\", \"en\": \"Half past ten\"", "\"zh\": \"10:30\", \"en\": \"10:30\"")],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let mut found = Vec::new();
    for (writing, text) in scenario.texts() {
        for (lang, _) in text.iter() {
            found.extend(fault(text, lang).map(|fault| (SourceRef::Text(writing, Some(lang)), fault)));
        }
    }
    capped(inspection, &RULE, found, |(source_ref, fault)| {
        RULE.diagnostic(scenario.place(source_ref), fault.message).help(fault.help)
    })
}

/// What shows that a text was never put into this language.
pub(super) fn fault(text: &Text, lang: Lang) -> Option<WordFault> {
    let words = text.in_lang(lang);
    let letters = without_slots(words);
    let copied = text.iter().take_while(|(own, _)| *own != lang).any(|(_, other)| other.trim() == words.trim());
    let message = match foreign(lang, &letters) {
        Some(what) => both!("the text in \"{lang}\" {what}", "\"{lang}\" 的文字{what}"; what = what),
        None if copied && has_letters(&letters) => {
            both!("the text in \"{lang}\" is the same as in another language", "\"{lang}\" 的文字和另一种语言一样")
        }
        None => return None,
    };
    let help = Phrase::new("write it as it would be said in that language", "按那种语言的说法写").into();
    Some(WordFault { at: 0..words.len(), message, help })
}

fn without_slots(words: &str) -> String {
    let mut out = String::new();
    fill_slots(words, &mut out, |_, _| true);
    out
}

fn has_letters(words: &str) -> bool {
    words.chars().any(char::is_alphabetic)
}

/// What shows that the words are not in their language: Chinese without a single Han letter, or a language of Latin
/// letters with hardly anything else.
fn foreign(lang: Lang, words: &str) -> Option<Phrase> {
    let han = words.chars().filter(|c| is_han(*c)).count();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    match lang.tag().get(..2) {
        // `WPS`, `OK` and the like stand as they are; words do not.
        Some("zh") if han == 0 && letters > 4 => Some(Phrase::new("has no Chinese character", "里一个汉字都没有")),
        Some("en") if han * 2 > letters => Some(Phrase::new("is written in Chinese characters", "是用汉字写的")),
        _ => None,
    }
}
