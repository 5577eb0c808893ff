//! A whole file as brackets in brackets, each with the bytes where it stands: for what is to be changed in its place. What
//! anything means is not known here.

use super::locate::Scan;
use std::ops::Range;

/// How deep brackets are looked into; content has a dozen.
const DEEPEST: usize = 48;

/// One value of a file.
#[derive(Clone, Debug)]
pub struct SourcePiece {
    /// Its bytes.
    pub span: Range<usize>,
    /// The bracket that it is written in, if it is in any.
    pub wrapped: Option<Wrapped>,
    /// What stands in the bracket: the bytes of its name, where it has one, and itself.
    pub parts: Vec<(Option<Range<usize>>, SourcePiece)>,
}

/// The brackets of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapped {
    /// `( )`: the parts of a struct.
    Round,
    /// `[ ]`: a list.
    Square,
    /// `{ }`: named things.
    Curly,
}

impl SourcePiece {
    /// The value that a text is.
    pub fn of(text: &str) -> SourcePiece {
        let mut scan = Scan { text: text.as_bytes(), at: 0 };
        scan.skip_prologue();
        let whole = scan.value();
        piece(text.as_bytes(), whole, 0)
    }

    /// The part of a struct with this name.
    pub fn field<'p>(&'p self, text: &str, name: &str) -> Option<&'p SourcePiece> {
        let own = |part: &&(Option<Range<usize>>, SourcePiece)| part.0.clone().is_some_and(|span| &text[span] == name);
        self.parts.iter().find(own).map(|(_, piece)| piece)
    }
}

fn piece(text: &[u8], place: Range<usize>, depth: usize) -> SourcePiece {
    let place = place.start..place.start + text[place].trim_ascii_end().len();
    let mut scan = Scan { text, at: place.start };
    let wrapped = opening(&mut scan, place.end).filter(|_| depth < DEEPEST);
    let mut parts = Vec::new();
    while let Some(wrapped) = wrapped {
        let first = scan.value();
        if first.is_empty() || first.end > place.end {
            break;
        }
        scan.skip_gap();
        let is_named = wrapped != Wrapped::Square && scan.peek() == Some(b':');
        if is_named {
            scan.at += 1;
            let value = scan.value();
            parts.push((Some(first), piece(text, value, depth + 1)));
        } else {
            parts.push((None, piece(text, first, depth + 1)));
        }
    }
    SourcePiece { span: place, wrapped, parts }
}

/// Goes behind the bracket that a value opens with, past the name of what it is.
fn opening(scan: &mut Scan, end: usize) -> Option<Wrapped> {
    while scan.at < end {
        let wrapped = match scan.peek()? {
            b'(' => Wrapped::Round,
            b'[' => Wrapped::Square,
            b'{' => Wrapped::Curly,
            b'"' | b',' | b':' => return None,
            _ => {
                scan.at += 1;
                continue;
            }
        };
        scan.at += 1;
        return Some(wrapped);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r##"// a ) comment
        Scene(id: "a", place: Some({ "en": r#"x " }"# }), /* , */ choices: [Choice(id: "b"), ("c")], kind: Do)"##;

    #[test]
    fn everything_is_found_with_its_bytes() {
        let tree = SourcePiece::of(TEXT);
        let said = |piece: &SourcePiece| TEXT[piece.span.clone()].to_owned();
        let place = &tree.field(TEXT, "place").expect("a place").parts[0].1;
        assert_eq!(place.wrapped, Some(Wrapped::Curly));
        assert_eq!(said(&place.parts[0].1), r##"r#"x " }"#"##, "without the blank behind it");
        let choices = tree.field(TEXT, "choices").expect("choices");
        assert_eq!(choices.parts.len(), 2);
        assert_eq!(said(choices.parts[0].1.field(TEXT, "id").expect("an id")), "\"b\"");
        assert_eq!(said(tree.field(TEXT, "kind").expect("a kind")), "Do");
    }

    #[test]
    fn half_a_file_and_a_pit_of_brackets_do_not_trip_it() {
        (0..TEXT.len()).filter(|end| TEXT.is_char_boundary(*end)).for_each(|end| drop(SourcePiece::of(&TEXT[..end])));
        SourcePiece::of(&"(".repeat(100_000));
        SourcePiece::of(&"[(".repeat(50_000));
    }
}
