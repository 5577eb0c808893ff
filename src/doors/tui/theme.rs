//! How things look, by what they mean. The terminal's own colours, bold, dim and reverse first; other accents only
//! where the background is known. No colour is ever the only sign.

use crate::play::scoring::{EntryKind, Label};
use crate::speech::narration::{MarkKind, entry_sign};
use ratatui::style::{Color, Modifier, Style};
use std::borrow::Cow;

/// What words are, for the eye.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    /// Less important than what stands around it: stage directions, numbers of clauses.
    Dim,
    Strong,
    /// A name before what is said.
    Speaker,
    /// What somebody else says.
    Speech,
    /// What the learner did.
    Own,
    Good,
    Bad,
    /// A key to press.
    Key,
    /// What is selected.
    Focus,
    /// Cannot be had now.
    Unavailable,
}

/// Which accents may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    None,
    /// Those of the terminal's own palette that are read on dark and light alike: the background is not known.
    Own,
    OnDark,
    OnLight,
}

/// The characters that draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyphs {
    Unicode,
    /// For terminals that draw `“…─` two cells wide, and for old fonts.
    Ascii,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    pub colours: Colours,
    pub glyphs: Glyphs,
}

impl Theme {
    pub const PLAIN: Theme = Theme { colours: Colours::None, glyphs: Glyphs::Unicode };

    pub fn style(self, tone: Tone) -> Style {
        let plain = Style::new();
        match tone {
            Tone::Plain => plain,
            Tone::Dim | Tone::Unavailable => plain.add_modifier(Modifier::DIM),
            Tone::Strong | Tone::Speaker | Tone::Key | Tone::Own => plain.add_modifier(Modifier::BOLD),
            Tone::Speech => self.accent(Color::Magenta, Color::Yellow, Color::Indexed(94)),
            Tone::Good => self.accent(Color::Green, Color::Green, Color::Indexed(22)),
            Tone::Bad => self.accent(Color::Red, Color::LightRed, Color::Indexed(88)),
            Tone::Focus => plain.add_modifier(Modifier::REVERSED),
        }
    }

    fn accent(self, own: Color, dark: Color, light: Color) -> Style {
        match self.colours {
            Colours::None => Style::new(),
            Colours::Own => Style::new().fg(own),
            Colours::OnDark => Style::new().fg(dark),
            Colours::OnLight => Style::new().fg(light),
        }
    }

    /// One of two, by the set of glyphs.
    fn glyph(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self.glyphs {
            Glyphs::Unicode => unicode,
            Glyphs::Ascii => ascii,
        }
    }

    pub fn rule(self) -> &'static str {
        self.glyph("─", "-")
    }

    pub fn vertical_rule(self) -> &'static str {
        self.glyph("│", "|")
    }

    /// Where a vertical rule meets a horizontal one: hanging from it, and standing on it.
    pub fn joints(self) -> (&'static str, &'static str) {
        (self.glyph("┬", "+"), self.glyph("┴", "+"))
    }

    /// Where a way leaves a vertical rule.
    pub fn fork(self) -> &'static str {
        self.glyph("├", "+")
    }

    pub fn pointer(self) -> &'static str {
        self.glyph("▸", ">")
    }

    pub fn more_below(self) -> &'static str {
        self.glyph("▼", "v")
    }

    pub fn more_above(self) -> &'static str {
        self.glyph("▲", "^")
    }

    pub fn blocks(self) -> (&'static str, &'static str) {
        (self.glyph("█", "#"), self.glyph("░", "."))
    }

    /// A level from 0 to 4.
    pub fn level(self, level: u8) -> &'static str {
        let levels = [
            self.glyph("▁", "1"),
            self.glyph("▂", "2"),
            self.glyph("▄", "3"),
            self.glyph("▆", "4"),
            self.glyph("█", "5"),
        ];
        levels[usize::from(level.min(4))]
    }

    /// A cell filled from below by so many eighths, 0 to 8.
    pub fn filled(self, eighths: u32) -> &'static str {
        match eighths {
            0 => " ",
            1 => self.glyph("▁", "_"),
            2 => self.glyph("▂", "_"),
            3 => self.glyph("▃", "="),
            4 => self.glyph("▄", "="),
            5 => self.glyph("▅", "="),
            6 => self.glyph("▆", "#"),
            7 => self.glyph("▇", "#"),
            _ => self.glyph("█", "#"),
        }
    }

    pub fn between(self) -> &'static str {
        self.glyph(" · ", " | ")
    }

    pub fn ellipsis(self) -> &'static str {
        self.glyph("…", "..")
    }

    pub fn arrow(self) -> &'static str {
        self.glyph("→", "->")
    }

    pub fn up(self) -> &'static str {
        self.glyph("↑", "+")
    }

    pub fn down(self) -> &'static str {
        self.glyph("↓", "-")
    }

    /// What stands before an entry of the ledger.
    pub fn entry(self, kind: EntryKind) -> (Tone, &'static str) {
        let (tone, ascii) = match kind {
            EntryKind::Met => (Tone::Good, "+"),
            EntryKind::Late | EntryKind::Mended => (Tone::Bad, "~"),
            EntryKind::Spoiled => (Tone::Bad, "%"),
            EntryKind::Missed => (Tone::Bad, "o"),
            EntryKind::Broken => (Tone::Bad, "x"),
            EntryKind::Extra => (Tone::Dim, "."),
            EntryKind::Yielded => (Tone::Dim, ">"),
        };
        (tone, self.glyph(entry_sign(kind), ascii))
    }

    /// Whether an answer is as it should be.
    pub fn right_or_wrong(self, is_right: bool) -> &'static str {
        if is_right { self.glyph("✓", "+") } else { self.glyph("✗", "x") }
    }

    /// What stands before one of several that can be picked.
    pub fn check_box(self, is_picked: bool) -> &'static str {
        if is_picked { "[x] " } else { "[ ] " }
    }

    /// How a label looks; its sign and its word stand beside it.
    pub fn label(self, label: Option<Label>) -> Tone {
        match label {
            None => Tone::Dim,
            Some(Label::Best | Label::Good) => Tone::Good,
            Some(Label::Inaccuracy | Label::Mistake | Label::Blunder) => Tone::Bad,
        }
    }

    pub fn mark(self, kind: MarkKind) -> (Tone, &'static str) {
        match kind {
            MarkKind::Met => self.entry(EntryKind::Met),
            MarkKind::Late => self.entry(EntryKind::Late),
            MarkKind::Mended => self.entry(EntryKind::Mended),
            MarkKind::Spoiled => self.entry(EntryKind::Spoiled),
            MarkKind::Broken => self.entry(EntryKind::Broken),
            MarkKind::Critical => (Tone::Bad, self.glyph("✗!", "x!")),
            MarkKind::Yielded => self.entry(EntryKind::Yielded),
        }
    }

    /// `−12`: a loss.
    pub fn minus(self, loss: impl std::fmt::Display) -> String {
        format!("{}{loss}", self.glyph("−", "-"))
    }

    /// Text in the set of glyphs that this terminal can draw. Curly quotes and the like are two cells wide on some
    /// terminals: beside Chinese corner brackets take their place, elsewhere ASCII.
    pub fn text(self, words: &str) -> Cow<'_, str> {
        match self.glyphs {
            Glyphs::Unicode => Cow::Borrowed(words),
            Glyphs::Ascii => Cow::Owned(in_ascii(words)),
        }
    }
}

fn in_ascii(words: &str) -> String {
    let chinese = words.chars().any(|c| ('\u{3000}'..'\u{A000}').contains(&c) || ('\u{FF00}'..'\u{FFE0}').contains(&c));
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        out.push_str(match c {
            '“' if chinese => "「",
            '”' if chinese => "」",
            '‘' if chinese => "『",
            '’' if chinese => "』",
            '“' | '”' => "\"",
            '‘' | '’' => "'",
            '…' => "..",
            '—' | '–' | '−' => "-",
            '·' => ".",
            '×' | '✗' => "x",
            '✓' => "+",
            '≈' | '↺' => "~",
            '⊘' => "%",
            '○' => "o",
            '→' => "->",
            '←' => "<-",
            '↑' => "Up",
            '↓' => "Down",
            c => {
                out.push(c);
                continue;
            }
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ascii_set_holds_no_character_of_ambiguous_width() {
        let theme = Theme { colours: Colours::None, glyphs: Glyphs::Ascii };
        assert_eq!(theme.text("“Yes…” — it’s 3 × 4"), "\"Yes..\" - it's 3 x 4");
        assert_eq!(theme.text("她说：“好……”"), "她说：「好....」");
        assert!(theme.minus(4).is_ascii() && theme.entry(EntryKind::Yielded).1.is_ascii());
    }
}
