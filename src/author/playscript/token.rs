//! A line of a script cut into words, quotations and signs. It knows nothing of what they mean.

use std::ops::Range;

/// A piece of a line, with the bytes of the file where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Without its quotation marks.
    pub text: Box<str>,
    /// Its bytes in the file, quotation marks included.
    pub at: Range<usize>,
    /// How it was written.
    pub kind: WordKind,
}

/// How a piece of a line was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// By itself, up to the next gap or sign.
    Bare,
    /// It stood in quotation marks, which are not part of it.
    Quoted,
    /// `<`, `>=` and the like.
    Sign,
}

/// Where a quotation begins that never ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unclosed(pub Range<usize>);

/// The pieces of one line, which begins at the byte `start` of its file. Commas only separate; what follows `#` or `//`
/// is a comment. Marks that a Chinese keyboard writes (`“”`, `「」`, `，`, `：`) are as good as the others.
pub(super) fn words(line: &str, start: usize) -> Result<Vec<Word>, Unclosed> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(first) = line[at..].chars().next() {
        let rest = &line[at..];
        let piece = |kind, own: Range<usize>| Word {
            text: line[own.clone()].into(),
            at: start + own.start..start + own.end,
            kind,
        };
        if is_gap(first) {
            at += first.len_utf8();
        } else if first == '#' || rest.starts_with("//") {
            break;
        } else if let Some(end) = mark_of(first) {
            let from = at + first.len_utf8();
            let unclosed = || Unclosed(start + at..start + line.trim_end().len());
            let length = quoted_length(&line[from..], first, end).ok_or_else(unclosed)?;
            let mut word = piece(WordKind::Quoted, from..from + length);
            at = from + length + end.len_utf8();
            word.at.end = start + at;
            word.at.start -= first.len_utf8();
            words.push(word);
        } else {
            let signs = is_sign(first);
            let ends = |c: char| is_gap(c) || is_sign(c) != signs || mark_of(c).is_some();
            let length = rest.find(ends).unwrap_or(rest.len());
            words.push(piece(if signs { WordKind::Sign } else { WordKind::Bare }, at..at + length));
            at += length;
        }
    }
    Ok(words)
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '，' | '、' | '\u{FEFF}')
}

fn is_sign(c: char) -> bool {
    matches!(c, '<' | '>' | '=' | '!' | '≤' | '≥' | '≠')
}

/// The mark that closes what this one opens.
fn mark_of(c: char) -> Option<char> {
    match c {
        '"' => Some('"'),
        '“' => Some('”'),
        '「' => Some('」'),
        _ => None,
    }
}

/// How many bytes stand before the closing mark; a quotation may hold another of its kind.
fn quoted_length(rest: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in rest.char_indices() {
        match c {
            c if c == close && depth == 0 => return Some(at),
            c if c == close => depth -= 1,
            c if c == open => depth += 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(line: &str) -> Vec<String> {
        words(line, 0).expect("it is closed").into_iter().map(|word| word.text.into()).collect()
    }

    #[test]
    fn a_line_falls_into_words_signs_and_quotations() {
        assert_eq!(texts("choose go_in, ride，window # and on"), ["choose", "go_in", "ride", "window"]);
        assert_eq!(texts("expect score>=80"), ["expect", "score", ">=", "80"]);
        assert_eq!(texts("expect text “她说：“好。””// so"), ["expect", "text", "她说：“好。”"]);
        assert_eq!(texts(r#"expect text "a # b""#), ["expect", "text", "a # b"]);
        assert_eq!(texts("\u{FEFF}  \r"), [""; 0]);
    }

    #[test]
    fn a_piece_knows_where_it_stands_and_an_open_quotation_where_it_begins() {
        let found = words("门 “开”", 100).expect("it is closed");
        assert_eq!((found[0].at.clone(), found[1].at.clone()), (100..103, 104..113));
        assert_eq!(words("expect text \"half", 0), Err(Unclosed(12..17)));
    }
}
