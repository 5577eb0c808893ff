//! Words that give an answer away by its tone: of manners, of caution, of certainty, and those by which somebody says why.

use crate::base::text::Lang;

/// Words that are there for manners.
fn polite(lang: Lang) -> &'static [&'static str] {
    match lang.tag().get(..2) {
        Some("zh") => &[
            "您好",
            "请",
            "谢谢",
            "多谢",
            "感谢",
            "麻烦您",
            "劳驾",
            "打扰",
            "对不起",
            "抱歉",
            "不好意思",
            "见谅",
            "辛苦",
            "久等",
            "添麻烦",
        ],
        Some("en") => &[
            "please",
            "thank",
            "sorry",
            "excuse me",
            "may i",
            "could i",
            "could you",
            "would you",
            "good morning",
            "good afternoon",
            "pardon",
            "i'm afraid",
            "apolog",
            "if i may",
            "if you don't mind",
        ],
        _ => &[],
    }
}

/// How many polite words there are.
pub(super) fn manners(words: &str, lang: Lang) -> usize {
    let lower = words.to_lowercase().replace('’', "'");
    polite(lang).iter().map(|word| lower.matches(word).count()).sum()
}

/// Words by which a reason is given.
fn reasons(lang: Lang) -> &'static [&'static str] {
    match lang.tag().get(..2) {
        Some("zh") => {
            &["免得", "省得", "以免", "反正", "因为", "怕", "万一", "好让", "不然", "要不然", "既然", "毕竟", "趁"]
        }
        Some("en") => &[
            "so that",
            "so as ",
            "in case",
            "anyway",
            "because",
            "or else",
            "after all",
            "to save ",
            "rather than",
            "before it",
            "so it ",
            "so she ",
            "so he ",
            "so you ",
            "since it",
        ],
        _ => &[],
    }
}

/// Whether the words say why.
pub(super) fn gives_reason(words: &str, lang: Lang) -> bool {
    let lower = words.to_lowercase();
    reasons(lang).iter().any(|word| lower.contains(word))
}

/// Words by which somebody leaves room.
fn cautious(lang: Lang) -> &'static [&'static str] {
    match lang.tag().get(..2) {
        Some("zh") => {
            &["可能", "也许", "或许", "一般", "通常", "大概", "视情况", "看情况", "多半", "有时", "往往", "恐怕"]
        }
        Some("en") => &[
            "may",
            "might",
            "usually",
            "generally",
            "perhaps",
            "probably",
            "often",
            "sometimes",
            "tends",
            "likely",
            "mostly",
            "normally",
            "possibly",
        ],
        _ => &[],
    }
}

/// Words that leave none.
fn certain(lang: Lang) -> &'static [&'static str] {
    match lang.tag().get(..2) {
        Some("zh") => &[
            "从不",
            "从来",
            "一律",
            "总是",
            "绝不",
            "决不",
            "绝对",
            "永远",
            "任何",
            "必须",
            "统统",
            "无论如何",
            "始终",
        ],
        Some("en") => {
            &["always", "never", "invariably", "absolutely", "whatever", "every", "must", "none", "any", "nobody"]
        }
        _ => &[],
    }
}

/// How many words leave room.
pub(super) fn hedges(words: &str, lang: Lang) -> usize {
    whole_words(words, cautious(lang))
}

/// How many words leave none.
pub(super) fn absolutes(words: &str, lang: Lang) -> usize {
    whole_words(words, certain(lang))
}

/// How often these stand in the words; those of Latin letters only as words of their own.
fn whole_words(words: &str, wanted: &[&str]) -> usize {
    let lower = words.to_lowercase();
    let is_own = |part: &str, at: usize| {
        let joins = |c: char| c.is_ascii_alphabetic();
        !part.is_ascii() || !lower[..at].ends_with(joins) && !lower[at + part.len()..].starts_with(joins)
    };
    let count = |part: &&str| lower.match_indices(*part).filter(|(at, part)| is_own(part, *at)).count();
    wanted.iter().map(count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_caution_and_of_certainty_are_counted_as_words() {
        let lang = |tag| Lang::new(tag).expect("a tag");
        assert_eq!(hedges("Maybe it may. Perhaps", lang("en")), 2);
        assert_eq!(absolutes("Never, anyhow, at any time", lang("en")), 2);
        assert_eq!((hedges("一般可能", lang("zh")), absolutes("从不迟到", lang("zh"))), (2, 1));
    }
}
