//! The path to one thing inside a file, and back to the bytes where it stands.
//!
//! After parsing, serde has forgotten every position. Keeping them all would cost each load; finding one again, when
//! there is something to say, costs nothing otherwise. So a resolver carries an [`SourcePath`], a chain of steps on its stack,
//! and the text is scanned again only for a diagnostic, each value in it at most once.

use rustc_hash::FxHashMap;
use std::fmt::Write;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// One step into a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathStep<'a> {
    /// A part of a struct, `name: value`.
    Field(&'a str),
    /// The n-th entry of a list, from 0.
    Item(usize),
    /// The n-th entry of a map, from 0, with its key; shown by its key, which is shorter than what it holds.
    Entry(usize, &'a str),
    /// The first entry of a map with this key, shown by its key.
    Name(&'a str),
    /// What stands behind the first such key.
    Key(&'a str),
}

/// A path into a file, as a chain towards its beginning.
#[derive(Clone, Copy, Debug)]
pub struct SourcePath<'a> {
    up: Option<&'a SourcePath<'a>>,
    step: Option<PathStep<'a>>,
}

impl<'a> SourcePath<'a> {
    /// The whole file.
    pub const FILE: SourcePath<'static> = SourcePath { up: None, step: None };

    /// The path to a part of a struct, below this one.
    #[must_use]
    pub fn field(&'a self, name: &'a str) -> SourcePath<'a> {
        SourcePath { up: Some(self), step: Some(PathStep::Field(name)) }
    }

    /// The path to the n-th entry of a list, from 0.
    #[must_use]
    pub fn item(&'a self, index: usize) -> SourcePath<'a> {
        SourcePath { up: Some(self), step: Some(PathStep::Item(index)) }
    }

    /// The path to the n-th entry of a map, from 0, with its key.
    #[must_use]
    pub fn entry(&'a self, index: usize, key: &'a str) -> SourcePath<'a> {
        SourcePath { up: Some(self), step: Some(PathStep::Entry(index, key)) }
    }

    /// The steps from the beginning of the file.
    pub fn steps(&self) -> Vec<PathStep<'a>> {
        let mut steps = self.up.map(SourcePath::steps).unwrap_or_default();
        steps.extend(self.step);
        steps
    }
}

/// The path as people read it: `scenes["landing"].choices[2].goto`.
pub(super) fn spell(steps: &[PathStep]) -> String {
    let mut path = String::new();
    for step in steps {
        let written = match step {
            PathStep::Field(name) if path.is_empty() => write!(path, "{name}"),
            PathStep::Field(name) => write!(path, ".{name}"),
            PathStep::Item(index) => write!(path, "[{index}]"),
            PathStep::Entry(_, key) | PathStep::Name(key) | PathStep::Key(key) => write!(path, "[{key:?}]"),
        };
        debug_assert!(written.is_ok(), "writing to a String cannot fail");
    }
    path
}

/// What is known of where things stand in one text: the parts of each value that was asked about, and where lines begin. A
/// long text with many faults is scanned once, not once a fault.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// By the byte where a value begins.
    parts: Mutex<FxHashMap<usize, Arc<Parts>>>,
    /// By line: the byte where it begins.
    lines: OnceLock<Vec<usize>>,
}

/// The parts of a value: the bracket that opens it, and what stands inside.
#[derive(Debug)]
struct Parts {
    open: u8,
    children: Vec<Child>,
}

#[derive(Clone, Debug)]
struct Child {
    /// Its name, or the value itself where it has none.
    name: Range<usize>,
    value: Range<usize>,
}

impl Outline {
    /// The bytes of the thing at the end of `steps`, or of the last thing on the path that was found. A named entry is
    /// shown by its name, which is shorter than what it holds.
    pub(super) fn locate(&self, text: &str, steps: &[PathStep]) -> Range<usize> {
        let mut scan = Scan { text: text.as_bytes(), at: 0 };
        scan.skip_prologue();
        let Some((first, rest)) = steps.split_first() else { return scan.value() };
        let Some(mut child) = self.child(text, scan.at, *first) else { return scan.value() };
        let mut shown = child.shown_by(*first);
        for step in rest {
            let Some(inner) = self.child(text, child.value.start, *step) else { break };
            (shown, child) = (inner.shown_by(*step), inner);
        }
        shown
    }

    /// The number of the line that holds this byte, from 1, and where it begins.
    pub(super) fn line_of(&self, text: &str, byte: usize) -> (usize, usize) {
        let ends = || text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let starts = self.lines.get_or_init(|| std::iter::once(0).chain(ends()).collect());
        let number = starts.partition_point(|start| *start <= byte);
        (number, starts[number - 1])
    }

    /// A part of the value that begins here.
    fn child(&self, text: &str, start: usize, step: PathStep) -> Option<Child> {
        let parts = self.parts(text, start)?;
        let open = match step {
            PathStep::Field(_) => b'(',
            // What a variant holds without a name is counted like the entries of a list.
            PathStep::Item(_) if parts.open == b'(' => b'(',
            PathStep::Item(_) => b'[',
            PathStep::Entry(..) | PathStep::Name(_) | PathStep::Key(_) => b'{',
        };
        let named = |name: &[u8]| parts.children.iter().find(|child| text.as_bytes()[child.name.clone()] == *name);
        let found = match step {
            _ if parts.open != open => None,
            PathStep::Item(index) if parts.open == b'(' => parts.children.get(index).filter(|child| child.is_unnamed()),
            PathStep::Item(index) | PathStep::Entry(index, _) => parts.children.get(index),
            PathStep::Field(field) => named(field.as_bytes()),
            PathStep::Name(key) | PathStep::Key(key) => named(format!("{key:?}").as_bytes()),
        };
        found.cloned()
    }

    fn parts(&self, text: &str, start: usize) -> Option<Arc<Parts>> {
        // What is kept is whole at any moment, so a panic elsewhere has spoilt nothing.
        let mut known = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(parts) = known.get(&start) {
            return Some(parts.clone());
        }
        let parts = Arc::new(Scan { text: text.as_bytes(), at: start }.parts()?);
        known.insert(start, parts.clone());
        Some(parts)
    }
}

impl Child {
    fn is_unnamed(&self) -> bool {
        self.name == self.value
    }

    fn shown_by(&self, step: PathStep) -> Range<usize> {
        let by_name = matches!(step, PathStep::Entry(..) | PathStep::Name(_));
        if by_name { self.name.clone() } else { self.value.clone() }
    }
}

pub(super) struct Scan<'t> {
    pub(super) text: &'t [u8],
    pub(super) at: usize,
}

impl Scan<'_> {
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn starts(&self, with: &str) -> bool {
        self.text[self.at.min(self.text.len())..].starts_with(with.as_bytes())
    }

    fn skip_until(&mut self, end: &str) {
        while self.at < self.text.len() && !self.starts(end) {
            self.at += 1;
        }
        self.at = (self.at + end.len()).min(self.text.len());
    }

    /// Space, commas and comments (block comments nest in RON; one level is enough to find a place).
    pub(super) fn skip_gap(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' | b',' => self.at += 1,
                b'/' if self.starts("//") => self.skip_until("\n"),
                b'/' if self.starts("/*") => self.skip_until("*/"),
                _ => return,
            }
        }
    }

    /// Everything before the value: gaps, a byte order mark, `#![enable(…)]` lines.
    pub(super) fn skip_prologue(&mut self) {
        if self.starts("\u{FEFF}") {
            self.at += 3;
        }
        self.skip_gap();
        while self.starts("#!") {
            self.skip_until("]");
            self.skip_gap();
        }
    }

    fn skip_string(&mut self) {
        if self.peek() == Some(b'r') {
            let hashes = self.text[self.at + 1..].iter().take_while(|b| **b == b'#').count();
            self.at += 2 + hashes;
            return self.skip_until(&format!("\"{}", "#".repeat(hashes)));
        }
        self.at += 1;
        while let Some(byte) = self.peek() {
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
        self.at = self.at.min(self.text.len());
    }

    fn at_raw_string(&self) -> bool {
        self.starts("r\"") || self.starts("r#")
    }

    /// Skips one value and returns its bytes; the scan stands behind it.
    pub(super) fn value(&mut self) -> Range<usize> {
        self.skip_gap();
        let start = self.at;
        let mut depth = 0usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.skip_string(),
                b'r' if self.at_raw_string() => self.skip_string(),
                b'/' if self.starts("//") || self.starts("/*") => {
                    if depth == 0 {
                        break;
                    }
                    self.skip_gap();
                }
                b'\'' if self.text.get(self.at + 2) == Some(&b'\'') => self.at += 3,
                b'(' | b'[' | b'{' => {
                    depth += 1;
                    self.at += 1;
                }
                b')' | b']' | b'}' if depth <= 1 => {
                    self.at += depth;
                    return start..self.at;
                }
                b')' | b']' | b'}' => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' if depth == 0 => break,
                _ => self.at += 1,
            }
        }
        let end = start + self.text[start..self.at].trim_ascii_end().len();
        start..end
    }

    /// The parts of the value that begins here, as far as they can be told apart.
    fn parts(&mut self) -> Option<Parts> {
        let open = loop {
            match self.peek()? {
                open @ (b'(' | b'[' | b'{') => break open,
                b'"' | b',' | b':' => return None,
                _ => self.at += 1,
            }
        };
        self.at += 1;
        let mut children = Vec::new();
        loop {
            let name = self.value();
            if name.is_empty() {
                break;
            }
            let value = match open {
                b'[' => Some(name.clone()),
                b'(' => self.named_value().or_else(|| Some(name.clone())),
                _ => self.named_value(),
            };
            let Some(value) = value else { break };
            children.push(Child { name, value });
        }
        Some(Parts { open, children })
    }

    /// The value after `name:`.
    fn named_value(&mut self) -> Option<Range<usize>> {
        self.skip_gap();
        (self.peek()? == b':').then(|| {
            self.at += 1;
            self.value()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r##"
        // a comment with "quotes" and ) brackets
        Scenario(
            id: "a, (b)", /* { */ raw: r#"x " ) y"#,
            scenes: { "one": Scene(choices: []), "two": Scene(choices: [Choice(id: "c1"), Choice(id: "c2", goto: "x")]) },
        )"##;

    fn at(steps: &[PathStep]) -> &'static str {
        &TEXT[Outline::default().locate(TEXT, steps)]
    }

    #[test]
    fn a_thing_is_found_again_behind_comments_strings_and_brackets() {
        let scene = [PathStep::Field("scenes"), PathStep::Entry(1, "two")];
        assert_eq!(at(&[PathStep::Field("id")]), r#""a, (b)""#);
        assert_eq!(at(&[PathStep::Field("raw")]), r##"r#"x " ) y"#"##);
        assert_eq!(at(&scene), r#""two""#);
        assert_eq!(at(&[PathStep::Field("scenes"), PathStep::Name("two")]), r#""two""#);
        assert_eq!(at(&[PathStep::Field("scenes"), PathStep::Key("one")]), "Scene(choices: [])");
        let goto = [&scene[..], &[PathStep::Field("choices"), PathStep::Item(1), PathStep::Field("goto")]].concat();
        assert_eq!(at(&goto), r#""x""#);
        assert_eq!(spell(&goto), r#"scenes["two"].choices[1].goto"#);
    }

    #[test]
    fn what_a_variant_holds_without_a_name_is_counted() {
        let text = r#"(kind: Single([(says: "a"), (says: "b")]), with: Some("x"))"#;
        let at = |steps: &[PathStep]| &text[Outline::default().locate(text, steps)];
        let list = [PathStep::Field("kind"), PathStep::Item(0)];
        assert_eq!(at(&list), r#"[(says: "a"), (says: "b")]"#);
        assert_eq!(at(&[&list[..], &[PathStep::Item(1), PathStep::Field("says")]].concat()), r#""b""#);
        assert_eq!(at(&[PathStep::Field("with"), PathStep::Item(0)]), r#""x""#);
        assert_eq!(at(&[PathStep::Item(0)]), text);
    }

    #[test]
    fn a_missing_thing_is_shown_by_what_holds_it() {
        let lost = [PathStep::Field("scenes"), PathStep::Entry(1, "two"), PathStep::Field("lines"), PathStep::Item(3)];
        assert_eq!(at(&lost), r#""two""#);
    }

    #[test]
    fn half_a_file_does_not_trip_the_scan() {
        for end in 0..TEXT.len() {
            let half = &TEXT[..end];
            let found = Outline::default()
                .locate(half, &[PathStep::Field("scenes"), PathStep::Entry(1, "two"), PathStep::Field("choices")]);
            assert!(found.end <= half.len());
        }
    }
}
