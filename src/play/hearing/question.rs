//! Whether a sentence asks, also where nobody typed a question mark.

use crate::base::text::Lang;
use std::ops::Range;

/// What asks in Chinese wherever it stands.
const ASKS_ZH: [&str; 26] = [
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
    "是否",
    "能否",
    "可否",
    "可好",
    "妥否",
    "咋样",
    "意下",
    "会不会",
    "敢问",
    "您呢",
    "你呢",
];

/// What asks in Chinese at the end of a clause.
const ENDS_ZH: [&str; 12] = ["么", "不", "吧", "没", "没有", "嘛", "否", "啵", "伐", "噻", "不咯", "没得"];

/// Behind these a Chinese clause asks nothing: `无论怎么样`, and `哪天不灵了就找我`.
const WHATEVER_ZH: [&str; 3] = ["不管", "无论", "不论"];
const THEN_ZH: [&str; 3] = ["就", "随时", "都"];

/// How an English clause begins that asks, where one of the others comes next.
const BEGINS_EN: [&str; 16] = [
    "is", "are", "am", "was", "were", "do", "does", "did", "have", "has", "can", "could", "would", "will", "shall",
    "should",
];
const NEXT_EN: [&str; 26] = [
    "i", "you", "we", "he", "she", "it", "they", "that", "this", "there", "anybody", "anyone", "somebody", "someone",
    "mr", "mrs", "ms", "the", "your", "my", "tomorrow", "today", "10", "9", "not", "any",
];
const OPENS_EN: [&str; 12] = [
    "may i",
    "might i",
    "mind if",
    "all right if i",
    "all right if we",
    "any chance",
    "ok if i",
    "ok if we",
    "isn't",
    "anything else you need",
    "anything else i can",
    "how is that",
];

/// How an English clause begins that asks, unless somebody comes next, of whom it tells: `when you have a minute`.
const WHAT_EN: [&str; 7] = ["what", "when", "where", "who", "which", "why", "how"];
const TOLD_OF: [&str; 7] = ["i", "you", "we", "he", "she", "it", "they"];

/// How an English clause goes on that only tells what to do.
const TELLS_EN: [&str; 5] = [" just ", " ring ", " call ", " phone ", " let me "];

/// What asks in English wherever it stands.
const ASKS_EN: [&str; 31] = [
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
    " have i ",
    " did i ",
    " how is that",
    " how is about",
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
    ASKS_ZH.iter().any(|word| clause.contains(word) && !tells_zh(clause, word))
        || ENDS_ZH.iter().any(|word| bare.ends_with(word) || clause.ends_with(word))
        || alternates(clause)
}

/// Whether a word that asks stands in a clause that tells: `哪天不灵了就找我`.
fn tells_zh(clause: &str, word: &str) -> bool {
    let Some((before, after)) = clause.split_once(word) else { return false };
    let whatever = matches!(word, "么样" | "怎么" | "如何" | "哪" | "谁");
    whatever && WHATEVER_ZH.iter().any(|own| before.contains(own))
        || word == "哪" && after.starts_with(['天', '里', '儿']) && THEN_ZH.iter().any(|own| after.contains(own))
}

fn asks_en(clause: &str) -> bool {
    let begins = OPENED_EN.iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause);
    let mut words = begins.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let inverted = BEGINS_EN.contains(&first) && NEXT_EN.contains(&second) && (first, second) != ("do", "not");
    let asks_what = WHAT_EN.contains(&first) && !second.is_empty() && !TOLD_OF.contains(&second);
    let tells = || TELLS_EN.iter().any(|word| begins.contains(word));
    inverted
        || asks_what
        || OPENS_EN.iter().any(|word| begins.starts_with(*word) && !(word.starts_with("anything") && tells()))
        || ASKS_EN.iter().any(|word| clause.contains(word))
}

/// `方不方便`, `在没在`, `方便不方便`: a word, its denial, and the word again.
fn alternates(clause: &str) -> bool {
    let chars: Vec<char> = clause.chars().collect();
    chars.windows(3).any(|three| matches!(three[1], '不' | '没') && three[0] == three[2])
        || chars.windows(5).any(|five| five[2] == '不' && five[..2] == five[3..])
}
