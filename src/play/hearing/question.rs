//! Whether a sentence asks, also where nobody typed a question mark.

use crate::base::text::Lang;
use std::ops::Range;

/// What asks in Chinese wherever it stands.
const ASKS_ZH: [&str; 15] = [
    "吗",
    "么样",
    "怎么",
    "如何",
    "哪",
    "几点",
    "谁",
    "什么时候",
    "您看呢",
    "您觉得呢",
    "好不好",
    "是不是",
    "行不行",
    "请问",
    "贵姓",
];

/// What asks in Chinese at the end of a clause.
const ENDS_ZH: [&str; 6] = ["么", "不", "吧", "呢", "没", "没有"];

/// How an English clause begins that asks, where one of the others comes next.
const BEGINS_EN: [&str; 16] = [
    "is", "are", "am", "was", "were", "do", "does", "did", "have", "has", "can", "could", "would", "will", "shall",
    "should",
];
const NEXT_EN: [&str; 26] = [
    "i", "you", "we", "he", "she", "it", "they", "that", "this", "there", "anybody", "anyone", "somebody", "someone",
    "mr", "mrs", "ms", "the", "your", "my", "tomorrow", "today", "10", "9", "not", "any",
];
const OPENS_EN: [&str; 14] = [
    "may i",
    "might i",
    "what ",
    "when ",
    "where ",
    "who ",
    "which ",
    "why ",
    "how ",
    "mind if",
    "all right if",
    "any chance",
    "ok if",
    "isn't",
];

/// What asks in English wherever it stands.
const ASKS_EN: [&str; 27] = [
    " is that ok",
    " is that all right",
    " is it ok",
    " is it all right",
    " ok with you",
    " okay with you",
    " all right with you",
    " ok for ",
    " okay for ",
    " isn't it",
    " aren't you",
    " don't you",
    " is that right",
    " any good",
    " would tomorrow",
    " would you",
    " would that",
    " can i ",
    " could i ",
    " may i ",
    " shall i ",
    " are you ",
    " is that ",
    " does that ",
    " is this ",
    " do you ",
    " which do",
];

/// What may stand before a question in its clause.
const OPENED_EN: [&str; 13] = [
    "hello ",
    "hi ",
    "and ",
    "but ",
    "so ",
    "or ",
    "then ",
    "please ",
    "good morning ",
    "good afternoon ",
    "good evening ",
    "well ",
    "now ",
];

/// Whether a sentence in normal form asks by its words, in any of its clauses.
pub(super) fn asks(lang: Lang, words: &str, clauses: &[Range<usize>]) -> bool {
    clauses.iter().any(|clause| asks_in(lang, words, clause.clone()))
}

/// Whether a part of it does.
pub(super) fn asks_in(lang: Lang, words: &str, clause: Range<usize>) -> bool {
    let is_tag = clause.start > 0;
    let Some(clause) = words.get(clause) else { return false };
    match lang.tag().get(..2) {
        Some("zh") => asks_zh(clause),
        Some("en") => is_tag && matches!(clause, "right" | "yes") || asks_en(clause),
        _ => false,
    }
}

fn asks_zh(clause: &str) -> bool {
    let bare = clause.trim_end_matches(['啊', '呀', '哈', '的', '呢']);
    ASKS_ZH.iter().any(|word| clause.contains(word))
        || ENDS_ZH.iter().any(|word| bare.ends_with(word) || clause.ends_with(word))
        || alternates(clause)
}

fn asks_en(clause: &str) -> bool {
    let begins = OPENED_EN.iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
    let mut words = begins.split(' ');
    let inverted = words.next().is_some_and(|word| BEGINS_EN.contains(&word))
        && words.next().is_some_and(|word| NEXT_EN.contains(&word));
    inverted || OPENS_EN.iter().any(|word| begins.starts_with(word)) || ASKS_EN.iter().any(|word| clause.contains(word))
}

/// `方不方便`, `在没在`: a word, its denial, and the word again.
fn alternates(clause: &str) -> bool {
    let chars: Vec<char> = clause.chars().collect();
    chars.windows(3).any(|three| matches!(three[1], '不' | '没') && three[0] == three[2])
}
