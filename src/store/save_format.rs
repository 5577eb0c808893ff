//! What all files of a learner have in common: a format first, a typed body, and the difference between a newer file and
//! a damaged one. What stands in them is the matter of each kind.

use super::error::Cause;
use super::read::{text_of, within_limit};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::make_safe;
use crate::both;
use serde::{Deserialize, Serialize};

/// The formats of one kind of file.
#[derive(Clone, Copy)]
pub(super) struct Formats {
    /// The first that is still read.
    pub oldest: u32,
    /// The one that is written; a later one is told to be newer.
    pub newest: u32,
}

/// Why a text is no save of this format.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum DecodeError {
    Newer(u32),
    Damaged(Bilingual),
}

/// A kind of save file, typed with its format. `whole` is the file where `text` is only the beginning of it.
pub(super) fn understand<T: for<'t> Deserialize<'t>>(
    text: &str,
    whole: &str,
    formats: Formats,
    format: impl Fn(&T) -> u32,
) -> Result<T, DecodeError> {
    let read = ron::from_str::<T>(text);
    let stated = read.as_ref().ok().map(format).or_else(|| stated_format(whole));
    match (read, stated) {
        (_, Some(newer)) if newer > formats.newest => Err(DecodeError::Newer(newer)),
        (Ok(typed), Some(stated)) if stated >= formats.oldest => Ok(typed),
        (Ok(_), _) => Err(DecodeError::Damaged(Phrase::new("there is no such format", "没有这样的格式").into())),
        (Err(_), _) if text.trim().is_empty() => {
            Err(DecodeError::Damaged(Phrase::new("it is empty", "它是空的").into()))
        }
        (Err(error), _) => {
            let words: String = make_safe(&error.code.to_string()).chars().take(200).collect();
            Err(DecodeError::Damaged(both!(
                "line {line}: {words}",
                "第 {line} 行：{words}",
                line = error.span.start.line
            )))
        }
    }
}

pub(super) fn pretty<T: Serialize>(typed: &T) -> Result<String, Cause> {
    let style = ron::ser::PrettyConfig::new().struct_names(true).new_line("\n");
    let mut text =
        ron::ser::to_string_pretty(typed, style).map_err(|error| Cause::Notation(both!("{error}", "{error}")))?;
    text.push('\n');
    within_limit(text.into_bytes()).and_then(text_of)
}

/// The format that a file states, when the rest of it is not understood: read from its first lines only, as the
/// notation itself may be new.
fn stated_format(text: &str) -> Option<u32> {
    let (_, rest) = text.split_once('(')?;
    let rest = rest.trim_start().strip_prefix("format")?.trim_start().strip_prefix(':')?.trim_start();
    let (digits, _) = rest.split_once(|c: char| !c.is_ascii_digit())?;
    // Only a whole file can be newer: a torn one has no closing bracket.
    if text.trim_end().ends_with(')') { digits.parse().ok() } else { None }
}
