//! Marks that belong to another script.

use super::Rule;
use super::worded::{WordFault, find_in_words, is_chinese, is_han};
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};
use crate::base::text::Lang;
use crate::both;

pub(super) const RULE: Rule = Rule {
    code: Code::PUNCTUATION,
    severity: Severity::Warning,
    title: Phrase::new("quotation marks or punctuation that do not belong here", "引号或者标点用得不对"),
    prose: Phrase::new(
        "Chinese is set with full-width marks: ，。？！：；（）…… and “ ”, with ‘ ’ for what is quoted inside them. \
        A comma or a straight quotation mark from the other keyboard stands between Chinese letters like a grain of sand, and the \
        line breaks in the wrong place. In every language what is quoted within “ ” takes ‘ ’.\n\n\
        Retype the mark with the Chinese keyboard. Numbers, times and Latin words keep their own: 10:05, 3.5, Wi-Fi.",
        "中文用全角标点：，。？！：；（）……和 “ ”，引用里面再引用用 ‘ ’。汉字之间夹一个英文键盘打的逗号\
            或直引号，看着硌眼，换行也会断错地方。任何语言里，“ ” 里面再引用都用 ‘ ’。\n\n\
            用中文输入法重打那个标点。数字、时刻和西文词照它们自己的写法：10:05、3.5、Wi-Fi。",
    ),
    trips: Sample::Edits { edits: &[("哦，电信的。", "哦,电信的。")], at: "哦,电信的。" },
    passes: Sample::Edits { edits: &[("哦，电信的。", "哦，10:05，电信的。")], at: "" },
    check: Some(|inspection| {
        find_in_words(inspection, &RULE, |_, lang, words| fault(lang, words).into_iter().collect())
    }),
};

/// The first mark that is wrong: one finding a text is enough, whoever mends it sees the rest.
pub(super) fn fault(lang: Lang, words: &str) -> Option<WordFault> {
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
            message: both!("the half-width {c} stands in a Chinese text", "中文里用了半角的 {c}"),
            help: both!("write {full}", "写 {full}"),
        };
        beside.then(fault)
    })
}

/// Quotation marks that are nested wrongly. The apostrophe of English is no quotation mark.
fn quoted(lang: Lang, words: &str) -> Option<WordFault> {
    let mut depth = 0_u32;
    for (at, c) in words.char_indices() {
        let inner = |message: Phrase, help: Phrase| {
            Some(WordFault { at: at..at + c.len_utf8(), message: message.into(), help: help.into() })
        };
        match c {
            '“' if depth > 0 => {
                return inner(
                    Phrase::new("“ stands inside “ ”", "“ ” 里面又用了 “"),
                    Phrase::new("what is quoted inside a quotation takes ‘ ’", "引号里面再引用，用 ‘ ’"),
                );
            }
            '“' => depth += 1,
            '”' if depth == 0 => {
                return inner(
                    Phrase::new("” closes what was never opened", "有 ” 却没有 “"),
                    Phrase::new("begin the quotation with “", "开头补上 “"),
                );
            }
            '”' => depth -= 1,
            '‘' if depth == 0 && is_chinese(lang) => {
                return inner(
                    Phrase::new("‘ stands outside “ ”", "‘ 用在了 “ ” 外面"),
                    Phrase::new("quote with “ ”; ‘ ’ is for what is quoted inside", "引用先用 “ ”，里面再引用才用 ‘ ’"),
                );
            }
            _ => {}
        }
    }
    let at = words.rfind('“').filter(|_| depth > 0)?;
    let message = Phrase::new("“ is never closed", "“ 没有配上 ”").into();
    let help = Phrase::new("end the quotation with ”", "末尾补上 ”").into();
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
