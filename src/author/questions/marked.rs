//! Text in which a backslash takes a sign its meaning.

/// A text, each sign with whether it means itself.
#[derive(Clone, Copy)]
pub(super) struct Marked<'m> {
    pub signs: &'m [(char, bool)],
}

/// What a backslash may stand before.
const SIGNS: [char; 8] = ['~', '=', '#', '{', '}', ':', '\\', '%'];

/// The signs of a text. Before anything else than those above a backslash is one; `\n` is a new line.
pub(super) fn marked(text: &str) -> Vec<(char, bool)> {
    let mut signs = Vec::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match (c, rest.peek().copied()) {
            ('\\', Some('n')) => {
                rest.next();
                signs.push(('\n', true));
            }
            ('\\', Some(next)) if SIGNS.contains(&next) => {
                rest.next();
                signs.push((next, true));
            }
            _ => signs.push((c, false)),
        }
    }
    signs
}

impl<'m> Marked<'m> {
    /// The words.
    pub(super) fn words(self) -> String {
        let words: String = self.signs.iter().map(|(c, _)| c).collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Without white space at both ends.
    pub(super) fn trimmed(self) -> Marked<'m> {
        let is_gap = |sign: &(char, bool)| sign.0.is_whitespace();
        let start = self.signs.iter().position(|sign| !is_gap(sign)).unwrap_or(self.signs.len());
        let end = self.signs.iter().rposition(|sign| !is_gap(sign)).map_or(start, |last| last + 1);
        Marked { signs: &self.signs[start..end] }
    }

    /// Where these signs stand first, none of them meaning itself.
    pub(super) fn find(self, wanted: &str) -> Option<usize> {
        let wanted: Vec<char> = wanted.chars().collect();
        let is_there = |window: &[(char, bool)]| window.iter().zip(&wanted).all(|(sign, own)| *sign == (*own, false));
        self.signs.windows(wanted.len()).position(is_there)
    }

    /// What stands before these signs and behind them.
    pub(super) fn split(self, wanted: &str) -> Option<(Marked<'m>, Marked<'m>)> {
        let at = self.find(wanted)?;
        let behind = at + wanted.chars().count();
        Some((Marked { signs: &self.signs[..at] }, Marked { signs: &self.signs[behind..] }))
    }

    /// What stands behind these signs at the beginning.
    pub(super) fn strip(self, wanted: &str) -> Option<Marked<'m>> {
        self.split(wanted).filter(|(before, _)| before.signs.is_empty()).map(|(_, rest)| rest)
    }
}
