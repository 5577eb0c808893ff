//! From the text of a file to what was typed, or to the first fault of its notation, told in our own words.

use super::locate::{PathStep, SourcePath, locate, spell};
use crate::base::diagnostic::{Code, Diagnostic, Location};
use ron::error::{Error as Ron, SpannedError};
use serde::de::DeserializeOwned;
use std::ops::Range;
use std::sync::Arc;

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 1 << 20;

/// One content file: its name as shown to people, and its text without a byte order mark.
#[derive(Clone, Debug)]
pub struct Source {
    pub file: Arc<str>,
    pub text: Arc<str>,
}

impl Source {
    pub fn new(file: &str, text: &str) -> Source {
        Source { file: file.into(), text: text.trim_start_matches('\u{FEFF}').into() }
    }

    /// What was typed, or the first fault of the notation. RON's parser stops at the first, so there is only one.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Box<Diagnostic>> {
        if self.text.len() > MAX_FILE {
            let message = format!("the file has {} bytes; at most {MAX_FILE} are read", self.text.len());
            let help = "split it: a scenario can call fragments";
            return Err(Box::new(Diagnostic::error(Code::SIZE, self.place(&SourcePath::FILE), message).help(help)));
        }
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let mut reader = match ron::Deserializer::from_str_with_options(&self.text, &options) {
            Ok(reader) => reader,
            Err(fault) => return Err(Box::new(self.notation_fault(&fault, String::new()))),
        };
        let typed = T::deserialize(&mut reader).and_then(|typed| reader.end().map(|()| typed));
        typed.map_err(|fault| {
            let path = self.path_of_fault::<T>(&options).unwrap_or_default();
            Box::new(self.notation_fault(&reader.span_error(fault), path))
        })
    }

    /// The way to the first fault. Keeping track of it would cost every load; so a file is read again when it has one.
    fn path_of_fault<T: DeserializeOwned>(&self, options: &ron::Options) -> Option<String> {
        let mut reader = ron::Deserializer::from_str_with_options(&self.text, options).ok()?;
        let mut track = serde_path_to_error::Track::new();
        let typed = T::deserialize(serde_path_to_error::Deserializer::new(&mut reader, &mut track));
        typed.err().map(|_| track.path().to_string())
    }

    /// The place of a thing.
    pub fn place(&self, at: &SourcePath) -> Location {
        self.place_by(&at.steps())
    }

    /// The place of the thing at the end of these steps; of the whole file when there is none.
    pub fn place_by(&self, steps: &[PathStep]) -> Location {
        let span = if steps.is_empty() { 0..0 } else { locate(&self.text, steps) };
        self.place_of(span, spell(steps))
    }

    /// The place of a part of a string: `part` counts bytes inside the quotation marks of the thing at `at`.
    pub fn place_in(&self, at: &SourcePath, part: Range<usize>) -> Location {
        self.place_inside(&at.steps(), part)
    }

    /// The same, by steps.
    pub fn place_inside(&self, steps: &[PathStep], part: Range<usize>) -> Location {
        let whole = locate(&self.text, steps);
        let typed = &self.text[whole.clone()];
        let plain = typed.starts_with('"') && !typed.contains('\\');
        let inside = whole.start + 1 + part.start..whole.start + 1 + part.end.max(part.start + 1);
        let fits = plain && inside.end <= whole.end && self.text.get(inside.clone()).is_some();
        self.place_of(if fits { inside } else { whole }, spell(steps))
    }

    /// The place of some bytes of the text, in a file that is no RON.
    pub fn place_at(&self, span: Range<usize>) -> Location {
        self.place_of(span, String::new())
    }

    fn place_of(&self, span: Range<usize>, path: String) -> Location {
        let before = &self.text[..span.start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Location { file: self.file.clone(), span, line, column, path }
    }

    fn notation_fault(&self, fault: &SpannedError, path: String) -> Diagnostic {
        let byte = |position: ron::error::Position| {
            let line_start: usize =
                self.text.split_inclusive('\n').take(position.line.saturating_sub(1)).map(str::len).sum();
            let column = position.col.saturating_sub(1);
            let on_line =
                self.text[line_start..].char_indices().nth(column).map_or(self.text.len() - line_start, |c| c.0);
            line_start + on_line
        };
        let start = byte(fault.span.start).min(byte(fault.span.end));
        let end = byte(fault.span.end).max(start);
        // RON counts the blanks before a thing as part of it.
        let blanks = self.text[start..end].len() - self.text[start..end].trim_start_matches(' ').len();
        let start = start + blanks;
        let path = if matches!(path.as_str(), "." | "?") { String::new() } else { path };
        let mut place = self.place_of(start..end, path.clone());
        place.path = path;
        let (message, help) = explain(&fault.code, &self.text, start);
        let inside = if place.path.is_empty() { String::new() } else { format!(" (in {})", place.path) };
        Diagnostic::error(Code::NOTATION, place, message + &inside).help(help)
    }
}

/// What RON says, in words for people who do not program; with what to do.
fn explain(fault: &Ron, text: &str, at: usize) -> (String, String) {
    let near: String = text[at.min(text.len())..].chars().take(1).collect();
    let say = |message: &str, help: &str| (message.to_owned(), help.to_owned());
    match fault {
        Ron::ExpectedString | Ron::InvalidIdentifier(_) if matches!(near.as_str(), "“" | "”" | "‘" | "’" | "＂") => {
            say("a curly quotation mark stands where a straight one belongs", "begin and end the text with \"")
        }
        Ron::ExpectedStringEnd => say("a text is not closed", "add the missing \" at its end"),
        Ron::ExceededRecursionLimit => say(
            "the brackets are nested too deeply",
            "no content needs more than a dozen levels; a bracket is probably never closed",
        ),
        Ron::Eof => say(
            "the file ends too early",
            "a closing bracket is missing; compare the brackets from the top of the last change",
        ),
        Ron::ExpectedArrayEnd => say(
            "a list [ … ] is not closed, or a comma is missing in it",
            "put a comma between entries and ] at the end",
        ),
        Ron::ExpectedMapEnd => say(
            "named things { … } are not closed, or a comma is missing",
            "put a comma between entries and } at the end",
        ),
        Ron::ExpectedStructLikeEnd => {
            say("a ( … ) is not closed, or a comma is missing in it", "put a comma between parts and ) at the end")
        }
        Ron::ExpectedComma => say("a comma is missing before this", "put a comma between entries"),
        Ron::ExpectedMapColon => say("a colon is missing after a name", "write name: value"),
        Ron::NoSuchStructField { expected, found, outer } => {
            let whose = outer.as_deref().map(|outer| format!(" {outer} has")).unwrap_or_default();
            let near = crate::base::diagnostic::suggest(found, expected.iter().copied());
            let hint =
                near.map_or(format!("known parts: {}", expected.join(", ")), |near| format!("did you mean `{near}`?"));
            (format!("`{found}` is not a part that{}", if whose.is_empty() { " this has".into() } else { whose }), hint)
        }
        Ron::NoSuchEnumVariant { expected, found, .. } => (
            format!("`{found}` is none of the words that may stand here"),
            format!("write one of: {}", expected.join(", ")),
        ),
        Ron::MissingStructField { field, outer } => {
            let whose = outer.as_deref().map(|outer| format!(" of this {outer}")).unwrap_or_default();
            (format!("the part `{field}`{whose} is missing"), format!("add `{field}: …` before the closing bracket"))
        }
        Ron::DuplicateStructField { field, .. } => (format!("`{field}` is given twice"), "keep one of them".to_owned()),
        Ron::TrailingCharacters => {
            say("there is more after the end", "one file holds one thing; look for a bracket that closes too early")
        }
        Ron::ExpectedDifferentStructName { expected, found } => {
            (format!("`{found}` stands where `{expected}` belongs"), format!("write {expected}( … )"))
        }
        Ron::IntegerOutOfBounds => say("this number is too large or negative", "write a whole number that fits"),
        Ron::ExpectedInteger => say("a whole number belongs here", "write it without quotation marks"),
        Ron::ExpectedString => say("a text belongs here", "put it in \"straight quotation marks\""),
        Ron::ExpectedMap => {
            say("named things belong here", "write { \"name\": value }; a text is { \"zh\": \"…\", \"en\": \"…\" }")
        }
        Ron::ExpectedNamedStructLike(name) => {
            (format!("{name}( … ) belongs here"), format!("write {name}( and its parts, and close it with )"))
        }
        other => {
            let help = "look just before this place: a bracket, a comma or a quotation mark is probably missing";
            (other.to_string(), help.to_owned())
        }
    }
}
