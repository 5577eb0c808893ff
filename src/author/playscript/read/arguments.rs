//! What may stand after the first word of a line, whatever the line is about.

use crate::author::playscript::mismatches::Mismatches;
use crate::author::playscript::token::{Word, WordKind};
use crate::base::bilingual::Phrase;
use crate::both;
use crate::content::scenario::Comparison;
use std::ops::Range;

/// A first word as it is compared: in lower case, without the colon behind it.
pub(super) fn keyword(word: &Word) -> String {
    word.text.trim_end_matches([':', '：']).to_lowercase()
}

/// The only word after the first; otherwise a mismatch.
pub(super) fn single<'w>(
    first: &Word,
    rest: &'w [Word],
    help: Phrase,
    mismatches: &mut Mismatches,
) -> Option<&'w Word> {
    match rest {
        [] => {
            mismatches.add_at(
                first,
                both!("something is missing after `{word}`", "`{word}` 后面少了东西", word = first.text),
                help,
            );
            None
        }
        [word] => Some(word),
        [word, more, ..] => {
            mismatches.add_at(
                more,
                both!("nothing belongs after \"{word}\" here", "这里 \"{word}\" 后面不该再有东西", word = word.text),
                help,
            );
            None
        }
    }
}

/// A comparison and the word after it; equality where none is written.
pub(super) fn compared<'w>(
    first: &Word,
    rest: &'w [Word],
    help: Phrase,
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
            let help = Phrase::new("use =, !=, <, <=, > or >=", "用 =、!=、<、<=、> 或 >=");
            mismatches.add_at(sign, both!("\"{other}\" compares nothing", "\"{other}\" 不能用来比较"), help);
            None
        }
    }
}

/// The bytes from the first word to the last.
pub(super) fn span(words: &[Word]) -> Option<Range<usize>> {
    Some(words.first()?.at.start..words.last()?.at.end)
}
