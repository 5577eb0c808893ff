//! A name that nothing has: how that is told.

use super::mismatches::Mismatches;
use super::token::Word;
use crate::base::diagnostic::suggest;

/// Tells that there is no such thing, with what was probably meant, or else with everything that there is.
pub(super) fn unknown<'k>(
    word: &Word,
    what: &str,
    known: impl Iterator<Item = &'k str> + Clone,
    mismatches: &mut Mismatches,
) {
    let near = suggest(&word.text, known.clone()).map(|near| format!("did you mean \"{near}\"?"));
    let list = || format!("there are: {}", known.collect::<Vec<_>>().join(", "));
    mismatches.add_at(word, format!("there is no {what} \"{}\"", word.text), near.unwrap_or_else(list));
}
