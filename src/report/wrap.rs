//! Words broken into lines for paper: at blanks, and before and after characters that are two cells wide, but never so
//! that closing punctuation begins a line or opening punctuation ends one. What a terminal shows while somebody plays is
//! broken by the terminal's own, stricter rules.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Lines of at most `width` cells; a word that is wider is cut.
pub(super) fn lines(words: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    let mut lines = Vec::new();
    for paragraph in words.split('\n') {
        let mut line = String::new();
        for piece in pieces(paragraph) {
            if !line.is_empty() && line.width() + piece.trim_end().width() > width {
                lines.push(line.trim_end().to_owned());
                line.clear();
            }
            push_cut(&mut lines, &mut line, &piece, width);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Adds a piece; one that is wider than a line fills several.
fn push_cut(lines: &mut Vec<String>, line: &mut String, piece: &str, width: usize) {
    for c in piece.chars() {
        if c != ' ' && line.width() + c.width().unwrap_or(0) > width {
            lines.push(std::mem::take(line));
        }
        line.push(c);
    }
}

/// The parts between which a line may end.
fn pieces(paragraph: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for c in paragraph.chars() {
        match pieces.last_mut() {
            Some(piece) if !before.is_some_and(|before| breaks(before, c)) => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        before = Some(c);
    }
    pieces
}

fn breaks(before: char, after: char) -> bool {
    if closes(after) || opens(before) || after == ' ' {
        return false;
    }
    before == ' ' || is_wide(before) || is_wide(after)
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

fn closes(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '”'
            | '’'
            | '）'
            | '》'
            | '」'
            | '』'
            | '…'
            | ')'
            | ','
            | '.'
            | '!'
            | '?'
            | ';'
            | ':'
    )
}

fn opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '（' | '《' | '「' | '『' | '(')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_blanks_and_between_wide_characters() {
        assert_eq!(lines("ring the bell once", 8), ["ring the", "bell", "once"]);
        assert_eq!(lines("站着等半分钟，再按", 8), ["站着等半", "分钟，再", "按"]);
        assert_eq!(lines("一二三四，五", 8), ["一二三", "四，五"], "a comma never begins a line");
        assert_eq!(lines("一二三“四五", 8), ["一二三", "“四五"], "an opening mark never ends one");
        assert_eq!(lines("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(lines("a\nb", 4), ["a", "b"]);
    }
}
