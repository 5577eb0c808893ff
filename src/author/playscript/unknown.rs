//! A name that nothing has: how that is told.

use super::mismatches::Mismatches;
use super::token::Word;
use crate::base::bilingual::Bilingual;
use crate::base::diagnostic::suggest;
use crate::both;

/// Tells that there is no such thing, with what was probably meant, or else with everything that there is.
pub(super) fn unknown<'k>(
    word: &Word,
    what: impl Into<Bilingual>,
    known: impl Iterator<Item = &'k str> + Clone,
    mismatches: &mut Mismatches,
) {
    let near =
        suggest(&word.text, known.clone()).map(|near| both!("did you mean \"{near}\"?", "是不是想写 \"{near}\"？"));
    let list = || both!("there are: {all}", "有这些：{all}", all = known.collect::<Vec<_>>().join(", "));
    let message =
        both!("there is no {what} \"{name}\"", "没有 \"{name}\" 这个{what}", name = word.text; what = what.into());
    mismatches.add_at(word, message, near.unwrap_or_else(list));
}
