//! Words to be listened for that the ear would not take as they are meant: told where they stand, never passed over.

use crate::base::bilingual::Phrase;

/// The most readings of one pattern: the product of the choices in its `(a|b)`.
pub const MOST_READINGS: usize = 500;

/// What is wrong with a pattern, if anything is.
pub fn pattern_fault(words: &str) -> Option<Phrase> {
    if !is_closed(words) {
        return Some(Phrase::new(
            "a bracket of `(a|b)` is missing here, or one stands in another",
            "`(a|b)` 少了半个括号，或者套了括号",
        ));
    }
    let groups = || words.split('(').skip(1).filter_map(|rest| rest.split_once(')')).map(|(group, _)| group);
    if groups().any(|group| group.trim().is_empty()) {
        return Some(Phrase::new("there is nothing in these brackets", "括号里什么也没有"));
    }
    let choices = |group: &str| group.split('|').count().max(2);
    if groups().map(choices).fold(1, usize::saturating_mul) > MOST_READINGS {
        return Some(Phrase::new("this has more than 500 readings", "这一条展开超过五百种说法"));
    }
    let idle = |at: usize| {
        let before = words[..at].chars().next_back();
        let after = words[at + 1..].chars().next();
        let ends_word = before.is_some_and(|c| c.is_alphabetic() && !is_han(c) || matches!(c, ')' | '|'));
        !ends_word || after.is_some_and(char::is_alphanumeric)
    };
    let is_idle = words.match_indices('*').any(|(at, _)| idle(at));
    is_idle.then_some(Phrase::new("this `*` ends no word", "这个 `*` 前面没有可以变词尾的词"))
}

/// Whether every bracket is closed, and none stands in another.
fn is_closed(words: &str) -> bool {
    let mut open = false;
    for c in words.chars().filter(|c| matches!(c, '(' | ')')) {
        if open != (c == ')') {
            return false;
        }
        open = c == '(';
    }
    !open
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::pattern_fault;

    #[test]
    fn a_pattern_that_means_nothing_is_told() {
        for words in [
            "rang * back",
            "col*r",
            "电话*",
            "*",
            "a (b",
            "a) b",
            "(a (b|c))",
            "()",
            "(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)(a|b|c|d|e|f|g|h)",
        ] {
            assert!(pattern_fault(words).is_some(), "{words}");
        }
        for words in
            ["put* back", "repair*", "(fix*|mend*)…tv", "道(个)歉", "，好，", "(ring|call)* me", "{company}…吗？"]
        {
            assert!(pattern_fault(words).is_none(), "{words}");
        }
    }
}
