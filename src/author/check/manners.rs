//! Words that are there for manners, and words by which somebody says why.

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
