//! What may stand after the first word of a line, whatever the line is about.

use crate::author::playscript::mismatches::Mismatches;
use crate::author::playscript::token::{Word, WordKind};
use crate::content::scenario::Comparison;
use std::ops::Range;

/// A first word as it is compared: in lower case, without the colon behind it.
pub(super) fn keyword(word: &Word) -> String {
    word.text.trim_end_matches([':', '：']).to_lowercase()
}

/// The only word after the first; otherwise a mismatch.
pub(super) fn single<'w>(first: &Word, rest: &'w [Word], help: &str, mismatches: &mut Mismatches) -> Option<&'w Word> {
    match rest {
        [] => {
            mismatches.add_at(first, format!("something is missing after `{}`", first.text), help);
            None
        }
        [word] => Some(word),
        [word, more, ..] => {
            mismatches.add_at(more, format!("nothing belongs after \"{}\" here", word.text), help);
            None
        }
    }
}

/// A comparison and the word after it; equality where none is written.
pub(super) fn compared<'w>(
    first: &Word,
    rest: &'w [Word],
    help: &str,
    mismatches: &mut Mismatches,
) -> Option<(Comparison, &'w Word)> {
    let (sign, rest) = match rest.split_first() {
        Some((sign, rest)) if sign.kind == WordKind::Sign => (Some(sign), rest),
        _ => (None, rest),
    };
    let order = match sign {
        None => Comparison::Equal,
        Some(sign) => comparison(sign, mismatches)?,
    };
    single(sign.unwrap_or(first), rest, help, mismatches).map(|word| (order, word))
}

fn comparison(sign: &Word, mismatches: &mut Mismatches) -> Option<Comparison> {
    match &*sign.text {
        "=" | "==" => Some(Comparison::Equal),
        "<" => Some(Comparison::Less),
        "<=" | "≤" => Some(Comparison::LessOrEqual),
        ">" => Some(Comparison::Greater),
        ">=" | "≥" => Some(Comparison::GreaterOrEqual),
        "!=" | "≠" => Some(Comparison::NotEqual),
        other => {
            mismatches.add_at(sign, format!("\"{other}\" compares nothing"), "use =, !=, <, <=, > or >=");
            None
        }
    }
}

/// The bytes from the first word to the last.
pub(super) fn span(words: &[Word]) -> Option<Range<usize>> {
    Some(words.first()?.at.start..words.last()?.at.end)
}
