//! Words as they are compared: in Chinese letter by letter, otherwise word by word, without marks and capitals.

use super::worded::{is_chinese, is_han};
use crate::base::text::Lang;

/// The words one after the other. Latin words and figures stay whole in Chinese too.
pub(super) fn tokens(words: &str, lang: Lang) -> Vec<String> {
    let by_letter = is_chinese(lang);
    let mut tokens: Vec<String> = Vec::new();
    let mut is_open = false;
    for c in words.replace('’', "'").chars().flat_map(char::to_lowercase) {
        let alone = by_letter && is_han(c);
        let belongs = c.is_alphanumeric() || c == '\'' && is_open;
        match tokens.last_mut() {
            Some(last) if is_open && belongs && !alone => last.push(c),
            _ if belongs => tokens.push(c.to_string()),
            _ => {}
        }
        is_open = belongs && !alone;
    }
    tokens
}

/// The longest run of words that both have: where it begins in the first, and how many they are.
pub(super) fn longest_run(first: &[String], second: &[String]) -> (usize, usize) {
    let mut best = (0, 0);
    for start in 0..first.len() {
        while start + best.1 < first.len() {
            let wanted = &first[start..=start + best.1];
            if !second.windows(wanted.len()).any(|own| own == wanted) {
                break;
            }
            best = (start, wanted.len());
        }
    }
    best
}

/// The letters and digits of some words, in lower case.
pub(super) fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &str, tag: &str) -> String {
        tokens(words, Lang::new(tag).expect("a tag")).join("|")
    }

    #[test]
    fn chinese_is_compared_by_letters_and_english_by_words() {
        assert_eq!(of("打10000，Wi-Fi好了。", "zh"), "打|10000|wi|fi|好|了");
        assert_eq!(of("“Don’t,” she says: 10 a.m.", "en"), "don't|she|says|10|a|m");
        let [a, b] = ["a b c d", "x b c y"].map(|own| tokens(own, Lang::new("en").expect("a tag")));
        assert_eq!(longest_run(&a, &b), (1, 2));
    }
}
