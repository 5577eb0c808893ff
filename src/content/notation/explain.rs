//! What RON says about a fault, in words for people who do not program, with what to do.

use crate::base::diagnostic::suggest;
use ron::error::Error as Ron;

/// The message and the advice for a fault that stands at this byte of the text.
pub(super) fn explain(fault: &Ron, text: &str, at: usize) -> (String, String) {
    let near = text[at.min(text.len())..].chars().next();
    if matches!(fault, Ron::ExpectedString | Ron::InvalidIdentifier(_))
        && matches!(near, Some('“' | '”' | '‘' | '’' | '＂'))
    {
        let message = "a curly quotation mark stands where a straight one belongs";
        return (message.to_owned(), "begin and end the text with \"".to_owned());
    }
    if let Some((message, help)) = fixed(fault) {
        return (message.to_owned(), help.to_owned());
    }
    match fault {
        Ron::NoSuchStructField { expected, found, outer } => no_such_part(expected, found, outer.as_deref()),
        Ron::NoSuchEnumVariant { expected, found, .. } => (
            format!("`{found}` is none of the words that may stand here"),
            format!("write one of: {}", expected.join(", ")),
        ),
        Ron::MissingStructField { field, outer } => {
            let whose = outer.as_deref().map(|outer| format!(" of this {outer}")).unwrap_or_default();
            (format!("the part `{field}`{whose} is missing"), format!("add `{field}: …` before the closing bracket"))
        }
        Ron::DuplicateStructField { field, .. } => (format!("`{field}` is given twice"), "keep one of them".to_owned()),
        Ron::ExpectedDifferentStructName { expected, found } => {
            (format!("`{found}` stands where `{expected}` belongs"), format!("write {expected}( … )"))
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

fn no_such_part(expected: &[&'static str], found: &str, outer: Option<&str>) -> (String, String) {
    let whose = outer.map_or_else(|| " this has".to_owned(), |outer| format!(" {outer} has"));
    let near = suggest(found, expected.iter().copied());
    let hint =
        near.map_or_else(|| format!("known parts: {}", expected.join(", ")), |near| format!("did you mean `{near}`?"));
    (format!("`{found}` is not a part that{whose}"), hint)
}

/// The message and the advice for faults that are always told alike.
fn fixed(fault: &Ron) -> Option<(&'static str, &'static str)> {
    Some(match fault {
        Ron::ExpectedStringEnd => ("a text is not closed", "add the missing \" at its end"),
        Ron::ExceededRecursionLimit => (
            "the brackets are nested too deeply",
            "no content needs more than a dozen levels; a bracket is probably never closed",
        ),
        Ron::Eof => (
            "the file ends too early",
            "a closing bracket is missing; compare the brackets from the top of the last change",
        ),
        Ron::ExpectedArrayEnd => {
            ("a list [ … ] is not closed, or a comma is missing in it", "put a comma between entries and ] at the end")
        }
        Ron::ExpectedMapEnd => {
            ("named things { … } are not closed, or a comma is missing", "put a comma between entries and } at the end")
        }
        Ron::ExpectedStructLikeEnd => {
            ("a ( … ) is not closed, or a comma is missing in it", "put a comma between parts and ) at the end")
        }
        Ron::ExpectedComma => ("a comma is missing before this", "put a comma between entries"),
        Ron::ExpectedMapColon => ("a colon is missing after a name", "write name: value"),
        Ron::TrailingCharacters => {
            ("there is more after the end", "one file holds one thing; look for a bracket that closes too early")
        }
        Ron::IntegerOutOfBounds => ("this number is too large or negative", "write a whole number that fits"),
        Ron::ExpectedInteger => ("a whole number belongs here", "write it without quotation marks"),
        Ron::ExpectedString => ("a text belongs here", "put it in \"straight quotation marks\""),
        Ron::ExpectedMap => {
            ("named things belong here", "write { \"name\": value }; a text is { \"zh\": \"…\", \"en\": \"…\" }")
        }
        _ => return None,
    })
}
