//! Marks that belong to another script.

use super::Rule;
use super::worded::{WordFault, find_in_words, is_chinese, is_han};
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};
use crate::base::text::Lang;

pub(super) const RULE: Rule = Rule {
    code: Code::PUNCTUATION,
    severity: Severity::Warning,
    title: "quotation marks or punctuation that do not belong here",
    prose: "Chinese is set with full-width marks: ，。？！：；（）…… and “ ”, with ‘ ’ for what is quoted inside them. \
        A comma or a straight quotation mark from the other keyboard stands between Chinese letters like a grain of sand, and the \
        line breaks in the wrong place. In every language what is quoted within “ ” takes ‘ ’.\n\n\
        Retype the mark with the Chinese keyboard. Numbers, times and Latin words keep their own: 10:05, 3.5, Wi-Fi.",
    trips: Sample::Edits { edits: &[("哦，电信的。", "哦,电信的。")], at: "哦,电信的。" },
    passes: Sample::Edits { edits: &[("哦，电信的。", "哦，10:05，电信的。")], at: "" },
    check: Some(|inspection| {
        find_in_words(inspection, &RULE, |_, lang, words| fault(lang, words).into_iter().collect())
    }),
};

/// The first mark that is wrong: one finding a text is enough, whoever mends it sees the rest.
fn fault(lang: Lang, words: &str) -> Option<WordFault> {
    let half = || half_width(words).filter(|_| is_chinese(lang));
    half().or_else(|| quoted(lang, words))
}

/// A half-width mark beside a Chinese letter or mark.
fn half_width(words: &str) -> Option<WordFault> {
    let chinese = |c: char| is_han(c) || "，。？！：；（）“”‘’…—、《》".contains(c);
    words.char_indices().find_map(|(at, c)| {
        let full = match c {
            ',' => "，",
            '.' => "。",
            '?' => "？",
            '!' => "！",
            ':' => "：",
            ';' => "；",
            '(' | ')' => "（ ）",
            '"' => "“ ”",
            '\'' => "‘ ’",
            _ => return None,
        };
        let before = words[..at].trim_end_matches([' ', c]).chars().next_back();
        let after = words[at + 1..].trim_start_matches([' ', c]).chars().next();
        let beside = before.is_some_and(chinese) || after.is_some_and(chinese);
        let fault = || WordFault {
            at: at..at + 1,
            message: format!("the half-width {c} stands in a Chinese text"),
            help: format!("write {full}"),
        };
        beside.then(fault)
    })
}

/// Quotation marks that are nested wrongly. The apostrophe of English is no quotation mark.
fn quoted(lang: Lang, words: &str) -> Option<WordFault> {
    let mut depth = 0_u32;
    for (at, c) in words.char_indices() {
        let inner = |message: &str, help: &str| {
            Some(WordFault { at: at..at + c.len_utf8(), message: message.to_owned(), help: help.to_owned() })
        };
        match c {
            '“' if depth > 0 => return inner("“ stands inside “ ”", "what is quoted inside a quotation takes ‘ ’"),
            '“' => depth += 1,
            '”' if depth == 0 => return inner("” closes what was never opened", "begin the quotation with “"),
            '”' => depth -= 1,
            '‘' if depth == 0 && is_chinese(lang) => {
                return inner("‘ stands outside “ ”", "quote with “ ”; ‘ ’ is for what is quoted inside");
            }
            _ => {}
        }
    }
    let at = words.rfind('“').filter(|_| depth > 0)?;
    let (message, help) = ("“ is never closed".to_owned(), "end the quotation with ”".to_owned());
    Some(WordFault { at: at..at + '“'.len_utf8(), message, help })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_other_keyboard_are_seen_and_numbers_keep_theirs() {
        let told = |tag: &str, words: &str| fault(Lang::new(tag).expect("a tag"), words).is_some();
        for words in [
            "好,请进。",
            "好. 请进",
            "您贵姓?",
            "(笑)",
            "他说\"好\"。",
            "6幢402, 十点",
            "“他说“好””",
            "他说‘好’。",
            "“好",
            "好”",
        ] {
            assert!(told("zh", words), "{words}");
        }
        for words in ["10:05到。", "约3.5米", "Wi-Fi好了", "“他说‘好’。”", "AT&T, Inc.", "{time}到", "“好。”“行。”"]
        {
            assert!(!told("zh", words), "{words}");
        }
        assert!(told("en", "“She said “no”.”"));
        assert!(!told("en", "“She said ‘no’, and it’s hers.”"));
        assert!(!told("en", "It's ten, she said."));
    }
}
