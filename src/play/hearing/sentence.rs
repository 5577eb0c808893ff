//! Where a text that is said stops for breath: its sentences, and their clauses.

/// A sentence as it was typed: its clauses, and whether a question mark ends it.
#[derive(Debug, Default)]
pub(super) struct RawSentence<'t> {
    pub(super) clauses: Vec<&'t str>,
    pub(super) asks: bool,
}

/// How far a mark cuts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    None,
    Clause,
    Sentence,
    Question,
}

/// Words behind which a full stop ends nothing.
const SHORTENED: [&str; 7] = ["mr", "mrs", "ms", "dr", "st", "no", "approx"];

/// The sentences of a text, marks left out. Between Chinese letters a space is a mark as well.
pub(super) fn sentences(text: &str) -> Vec<RawSentence<'_>> {
    let mut all = vec![RawSentence::default()];
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let cut = cut(text, at, c);
        if cut == Cut::None {
            continue;
        }
        let clause = &text[start..at];
        start = at + c.len_utf8();
        let Some(sentence) = all.last_mut() else { continue };
        if clause.contains(char::is_alphanumeric) || clause.contains('{') {
            sentence.clauses.push(clause);
        }
        sentence.asks |= cut == Cut::Question;
        if matches!(cut, Cut::Sentence | Cut::Question) && !sentence.clauses.is_empty() {
            all.push(RawSentence::default());
        }
    }
    if let Some(sentence) = all.last_mut() {
        sentence.clauses.push(&text[start..]);
    }
    all.retain(|sentence| sentence.clauses.iter().any(|clause| !clause.trim().is_empty()));
    all
}

fn cut(text: &str, at: usize, c: char) -> Cut {
    let before = || text[..at].chars().next_back();
    let after = || text[at + c.len_utf8()..].chars().next();
    match c {
        '?' => Cut::Question,
        '!' | '。' | '\n' | '…' => Cut::Sentence,
        '.' if ends_sentence(&text[..at], after()) => Cut::Sentence,
        ',' | ';' | '—' | '(' | ')' | '"' | '“' | '”' | '~' | '/' => Cut::Clause,
        '–' | ':' | '-' if !(is_digit(before()) && is_digit(after())) => {
            let spaced = before().is_none_or(char::is_whitespace) || after().is_none_or(char::is_whitespace);
            let han = before().is_some_and(is_han) || after().is_some_and(is_han);
            if spaced || han || c == ':' { Cut::Clause } else { Cut::None }
        }
        c if c.is_whitespace() && between_words(&text[..at], &text[at + c.len_utf8()..]) => Cut::Clause,
        _ => Cut::None,
    }
}

fn ends_sentence(before: &str, after: Option<char>) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && !word.chars().all(is_han);
    let is_short = is_initial || SHORTENED.contains(&word.to_lowercase().as_str());
    !is_short && after.is_none_or(|c| !c.is_alphanumeric() || is_han(c)) && after != Some('.')
}

/// Whether Chinese words of two letters or more stand on both sides of a space; a space between letters is a habit.
fn between_words(before: &str, after: &str) -> bool {
    let ends = before.chars().rev().take(2).filter(|c| is_han(*c)).count();
    let begins = after.chars().take(2).filter(|c| is_han(*c)).count();
    ends == 2 && begins == 2
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn cut(text: &str) -> Vec<(Vec<&str>, bool)> {
        sentences(text).into_iter().map(|own| (own.clauses.into_iter().map(str::trim).collect(), own.asks)).collect()
    }

    #[test]
    fn marks_cut_and_what_looks_like_one_does_not() {
        assert_eq!(
            cut("Hi, is that Mr. Ding? I'm in."),
            [(vec!["Hi", "is that Mr. Ding"], true), (vec!["I'm in"], false)]
        );
        assert_eq!(cut("at 10:30 a.m. tomorrow, 9-11"), [(vec!["at 10:30 a.m. tomorrow", "9-11"], false)]);
        assert_eq!(cut("您好 请问是丁先生吗 我是社区经理"), [(vec!["您好", "请问是丁先生吗", "我是社区经理"], false)]);
        assert_eq!(cut("???"), []);
        assert_eq!(cut(""), []);
    }
}
