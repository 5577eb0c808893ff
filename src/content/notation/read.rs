//! From the text of a file to what was typed, or to the first fault of its notation, told in our own words.

use super::explain::explain;
use super::locate::{Outline, PathStep, SourcePath, spell};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Location};
use crate::both;
use ron::error::SpannedError;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// The largest file that is read, in bytes.
pub const MAX_FILE: usize = 1 << 20;

/// One content file: its name as shown to people, and its text without a byte order mark.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Source {
    /// Its name as shown to people.
    pub file: Arc<str>,
    /// Its text, without a byte order mark. Packed content leaves it out.
    #[serde(skip)]
    pub text: Arc<str>,
    #[serde(skip)]
    outline: Arc<Outline>,
}

impl Source {
    /// A file of this name and text.
    pub fn new(file: &str, text: &str) -> Source {
        let text = text.trim_start_matches('\u{FEFF}').into();
        Source { file: file.into(), text, outline: Arc::default() }
    }

    /// What was typed.
    ///
    /// # Errors
    /// The first fault of the notation, where RON's parser stops, or the size of a file that is too large.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Box<Diagnostic>> {
        if self.text.len() > MAX_FILE {
            let message = both!(
                "the file has {size} bytes; at most {MAX_FILE} are read",
                "文件有 {size} 字节；最多只读 {MAX_FILE} 字节",
                size = self.text.len()
            );
            let help = Phrase::new("split it: a scenario can call fragments", "把它拆开：情景可以调用片段");
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

    /// The path to the first fault. Keeping track of it would cost every load; so a file is read again when it has one.
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
        let span = if steps.is_empty() { 0..0 } else { self.outline.locate(&self.text, steps) };
        self.place_of(span, spell(steps))
    }

    /// The place of a part of a string: `part` counts bytes inside the quotation marks of the thing at `at`.
    pub fn place_in(&self, at: &SourcePath, part: Range<usize>) -> Location {
        self.place_inside(&at.steps(), part)
    }

    /// The same, by steps.
    pub fn place_inside(&self, steps: &[PathStep], part: Range<usize>) -> Location {
        let whole = self.outline.locate(&self.text, steps);
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
        let (line, start) = self.outline.line_of(&self.text, span.start);
        let column = self.text[start..span.start].chars().count() + 1;
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
        let message = match &place.path {
            path if path.is_empty() => message,
            path => both!("{message} (in {path})", "{message}（在 {path}）"; message = message),
        };
        Diagnostic::error(Code::NOTATION, place, message).help(help)
    }
}
