//! A text that somebody meant to write later.

use super::Rule;
use super::worded::{WordFault, find_in_words, is_chinese, is_han, is_whole_word};
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};
use crate::base::text::Lang;
use crate::both;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: Code::PLACEHOLDER,
    severity: Severity::Warning,
    title: Phrase::new("a text that was never written", "该写的文字没有写"),
    prose: Phrase::new(
        "TODO, FIXME, lorem ipsum, xxx, ???, 待补, （待定）: somebody left a note to himself where the words should be. It \
        is forgotten easily, because the scenario plays all the same, and then a learner reads it.\n\n\
        Write the text, or remove the part until there is one. 待定 inside a sentence (时间待定) is a word like any other and \
        is not told.",
        "TODO、FIXME、lorem ipsum、xxx、???、待补、（待定）：有人在该写内容的地方给自己留了个条子。情景照样能\
            演，所以容易忘，最后让学员读到了。\n\n\
            写上内容，没想好就先删掉这一项。句子里的待定（时间待定）是普通的词，不会提。",
    ),
    trips: Sample::Edits { edits: &[("哦，电信的。", "待补")], at: "待补" },
    passes: Sample::Edits { edits: &[("哦，电信的。", "哦，时间不是待定吗？")], at: "" },
    check: Some(|inspection| {
        find_in_words(inspection, &RULE, |_, lang, words| fault(lang, words).into_iter().collect())
    }),
};

/// Marks that are no words in any language, as they are typed.
const NOTES: [&str; 6] = ["TODO", "FIXME", "TBD", "TBC", "WIP", "PLACEHOLDER"];

/// The same in whatever letters.
const FILLERS: [&str; 3] = ["lorem", "fixme", "tktk"];

/// What Chinese authors leave for later.
const LATER: [&str; 6] = ["待补", "待写", "待译", "待填", "待翻译", "占位符"];

pub(super) fn fault(lang: Lang, words: &str) -> Option<WordFault> {
    let at = note(words).or_else(|| crosses(lang, words)).or_else(|| later(words))?;
    let message =
        both!("\"{note}\" stands where words belong", "该写内容的地方写着“{note}”", note = &words[at.clone()]);
    let help = Phrase::new("write the text, or remove the part until there is one", "写上内容，没想好就先删掉这一项");
    Some(WordFault { at, message, help: help.into() })
}

fn note(words: &str) -> Option<Range<usize>> {
    let lower = words.to_ascii_lowercase();
    let whole = |part: &str, text: &str| {
        let all = text.match_indices(part).map(|(at, found)| at..at + found.len());
        all.into_iter().find(|at| is_whole_word(words, at))
    };
    let notes = NOTES.iter().find_map(|part| whole(part, words));
    let marks = || {
        let at = words.find("???").or_else(|| words.find("？？？"))?;
        Some(at..at + words[at..].find(|c| !matches!(c, '?' | '？')).unwrap_or(words.len() - at))
    };
    notes.or_else(|| FILLERS.iter().find_map(|part| whole(part, &lower))).or_else(marks)
}

/// `xxx`, in Chinese also `XX路`: letters that stand for what is not known yet.
fn crosses(lang: Lang, words: &str) -> Option<Range<usize>> {
    let is_cross = |c: char| matches!(c, 'x' | 'X' | '×' | 'Ｘ');
    let fewest = if is_chinese(lang) { 2 } else { 3 };
    let mut rest = 0;
    while let Some(start) = words[rest..].find(is_cross).map(|at| at + rest) {
        let end = words[start..].find(|c| !is_cross(c)).map_or(words.len(), |at| at + start);
        if words[start..end].chars().count() >= fewest && is_whole_word(words, &(start..end)) {
            return Some(start..end);
        }
        rest = end;
    }
    None
}

fn later(words: &str) -> Option<Range<usize>> {
    let handed_in = |after: &str| after.starts_with(['交', '缴', '办', '签', '的']);
    let always = LATER.iter().find_map(|part| {
        let all = words.match_indices(part).map(|(at, found)| at..at + found.len());
        all.into_iter().find(|at| !handed_in(&words[at.end..]))
    });
    always.or_else(|| {
        let open = ['（', '(', '【', '[', '〔'];
        let mut all = words.match_indices("待定").map(|(at, found)| at..at + found.len());
        all.find(|at| words[..at.start].ends_with(open) || words.chars().filter(|c| is_han(*c)).count() == 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(tag: &str, words: &str) -> bool {
        fault(Lang::new(tag).expect("a tag"), words).is_some()
    }

    #[test]
    fn notes_to_oneself_are_seen_and_words_are_not() {
        for words in [
            "TODO",
            "TODO: 门口",
            "（待定）",
            "待定",
            "待补",
            "台词待补。",
            "???",
            "？？？",
            "XX路3号",
            "某某×××",
            "Lorem ipsum",
        ] {
            assert!(told("zh", words), "{words}");
        }
        for words in ["TBD", "Say hello (FIXME)", "xxx", "Mr XXX", "lorem ipsum dolor", "What???"] {
            assert!(told("en", words), "{words}");
        }
        for words in ["时间待定，我再打给您", "你在“待定”后面添上日期", "待补交的材料", "2×2米", "真的？？", "穿XL码"]
        {
            assert!(!told("zh", words), "{words}");
        }
        for words in ["Really??", "a maxxxed word", "the XX century", "everything to do", "folklorem"] {
            assert!(!told("en", words), "{words}");
        }
    }
}
