//! Words in several languages, safe to show.
//!
//! A [`Text`] is made once, when content is loaded, and is checked then: it holds no character that could drive or
//! deceive a terminal. It knows nothing of files or screens; slots such as `{time}` stay in it until it is shown.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A language tag such as `zh` or `en`: one to eight ASCII letters, digits or hyphens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Lang([u8; 8]);

impl Lang {
    /// The language with this tag, or none if the tag is empty, longer than eight bytes, or has other characters.
    pub fn new(tag: &str) -> Option<Lang> {
        let bytes = tag.as_bytes();
        let fits = !bytes.is_empty() && bytes.len() <= 8;
        if !fits || !bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') {
            return None;
        }
        let mut tag = [0; 8];
        tag[..bytes.len()].copy_from_slice(bytes);
        Some(Lang(tag))
    }

    /// The tag itself, such as `zh`.
    pub fn tag(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(8);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// One text in one or more languages, the base language first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text(Box<[(Lang, Box<str>)]>);

impl Text {
    /// A text from words that are safe to show. The first language is the base, used where another is missing.
    pub fn new(words: Vec<(Lang, Box<str>)>) -> Text {
        Text(words.into())
    }

    /// The words in this language, or else in the base language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        let own = self.0.iter().find(|(of, _)| *of == lang);
        own.or(self.0.first()).map_or("", |(_, words)| words)
    }

    /// Every language with its words, the base language first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, words)| (*lang, &**words))
    }

    /// Whether it has no words in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What may not stand in a text, because it would drive the terminal, hide, or turn the direction of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsafe {
    /// It moves the cursor, rings, or changes the terminal in some other way.
    Control(char),
    /// It is there and cannot be seen.
    Invisible(char),
    /// It turns the direction of reading for what follows.
    Direction(char),
    /// More than four combining marks on one base character.
    Marks(char),
}

/// The most combining marks one base character may carry.
pub const MARKS: usize = 4;

/// The first unsafe character of `words` with its byte offset. A line break is the only control character allowed.
pub fn find_unsafe(words: &str) -> Option<(usize, Unsafe)> {
    let mut marks = 0;
    let mut before = '\0';
    for (at, c) in words.char_indices() {
        if let Some(fault) = classify(c, before, || words[at + c.len_utf8()..].chars().next()) {
            return Some((at, fault));
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks > MARKS {
            return Some((at, Unsafe::Marks(c)));
        }
        before = c;
    }
    None
}

/// The same words with every unsafe character replaced by U+FFFD: for what learners type and for names of files.
pub fn make_safe(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    let mut marks = 0;
    let mut before = '\0';
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        let fault = classify(c, before, || rest.peek().copied()).is_some() || marks > MARKS;
        safe.push(if fault { '\u{FFFD}' } else { c });
        before = c;
    }
    safe
}

/// `after` is only asked for beside a joiner: every text is read by this, and looking ahead would cost as much again.
fn classify(c: char, before: char, after: impl FnOnce() -> Option<char>) -> Option<Unsafe> {
    match c {
        '\n' => None,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' => Some(Unsafe::Control(c)),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(Unsafe::Direction(c))
        }
        '\u{200D}' if joins(before) && after().is_some_and(joins) => None,
        '\u{AD}'
        | '\u{34F}'
        // Fillers, a separator and a blank braille cell: letters and signs by their class, and nothing to see.
        | '\u{115F}'
        | '\u{1160}'
        | '\u{180E}'
        | '\u{2800}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFC}'
        | '\u{E0000}'..='\u{E0FFF}' => Some(Unsafe::Invisible(c)),
        _ => None,
    }
}

/// Whether a zero-width joiner beside this character is of use: in the Indic scripts and between emoji.
fn joins(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_mark(c: char) -> bool {
    use unicode_width::UnicodeWidthChar;
    c > '\u{2FF}' && c.width() == Some(0)
}

/// Words with their slots filled: each `{name}` becomes what `fill` writes for it. An unknown slot stays as it stands.
pub fn fill_slots(words: &str, out: &mut String, mut fill: impl FnMut(&str, &mut String) -> bool) {
    let mut rest = words;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('}') else { break };
        let whole = &rest[open..=open + close];
        if !fill(&whole[1..whole.len() - 1], out) {
            out.push_str(whole);
        }
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
}

/// The names of the slots in `words`, in order.
///
/// # Errors
/// The byte offset of the first brace without a partner.
pub fn slots(words: &str) -> Result<Vec<&str>, usize> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(found) = words[at..].find(['{', '}']) {
        let open = at + found;
        let close = words[open..].find('}').filter(|_| words[open..].starts_with('{')).ok_or(open)?;
        names.push(&words[open + 1..open + close]);
        at = open + close + 1;
    }
    Ok(names)
}

/// The ASCII twin of a full-width character, as an input method types it; any other character as it is. It is for keys and
/// commands, never for names and free words.
pub fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u8::try_from(u32::from(c) - 0xfee0).map_or(c, char::from),
        '\u{3000}' => ' ',
        other => other,
    }
}

/// A command with every full-width character as its ASCII twin.
pub fn narrowed(command: &str) -> String {
    command.chars().map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_characters_have_ascii_twins_and_others_stay() {
        assert_eq!(narrowed("１２３４５６７８９０？：ｑＨ！～　"), "1234567890?:qH!~ ");
        assert_eq!(narrowed("帮助 a、é。“”"), "帮助 a、é。“”");
    }

    #[test]
    fn a_text_falls_back_to_its_base_language() {
        let lang = |tag| Lang::new(tag).expect("a tag");
        let text = Text::new(vec![(lang("zh"), "门".into()), (lang("en"), "door".into())]);
        assert_eq!(text.in_lang(lang("en")), "door");
        assert_eq!(text.in_lang(lang("fr")), "门");
    }

    #[test]
    fn everything_that_drives_hides_or_turns_is_found_and_replaced() {
        let hostile = "\u{1b}[2J\u{7}\u{9b}\u{202e}\u{200b}\u{feff}\u{e0041}\u{ad}\u{2066}\u{61c}\r\t";
        for c in hostile.chars().filter(|c| !c.is_ascii_graphic()) {
            let words = format!("门{c}开");
            assert!(find_unsafe(&words).is_some(), "U+{:04X} passed", u32::from(c));
            assert_eq!(make_safe(&words), "门\u{FFFD}开");
        }
        assert_eq!(find_unsafe("“好”，她说……\n— ok"), None);
        assert_eq!(find_unsafe("👩\u{200d}🔧"), None, "an emoji may be joined");
        assert!(find_unsafe("a\u{200d}b").is_some());
    }

    #[test]
    fn what_is_invisible_counts_as_nothing_to_see() {
        for blank in "\u{34f}\u{115f}\u{1160}\u{180e}\u{2800}\u{3164}\u{ffa0}\u{1d173}\u{200b}\u{feff}".chars() {
            let named = format!("a{blank}b");
            assert_eq!(find_unsafe(&named), Some((1, Unsafe::Invisible(blank))), "U+{:04X}", u32::from(blank));
        }
    }

    #[test]
    fn a_tower_of_accents_is_cut() {
        let tower = format!("e{}", "\u{301}".repeat(1000));
        assert!(matches!(find_unsafe(&tower), Some((_, Unsafe::Marks(_)))));
        assert_eq!(find_unsafe(&make_safe(&tower)), None);
        assert_eq!(find_unsafe("e\u{301}\u{302}\u{303}\u{304}"), None);
    }

    #[test]
    fn slots_are_named_and_filled() {
        assert_eq!(slots("{a} and {b}"), Ok(vec!["a", "b"]));
        assert_eq!(slots("a } b"), Err(2));
        assert_eq!(slots("门 {a"), Err(4));
        let mut out = String::new();
        fill_slots("{time}: {who}!", &mut out, |name, out| {
            out.push_str(if name == "time" { "10:00" } else { return false });
            true
        });
        assert_eq!(out, "10:00: {who}!");
    }
}
