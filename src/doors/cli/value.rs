//! Values that several commands take, and how they are typed.

use crate::base::chance::Seed;
use crate::base::text::Lang;

/// A language tag, or a locale: of `zh_CN.UTF-8` the language is `zh`.
pub(super) fn lang(tag: &str) -> Result<Lang, String> {
    let language = tag.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
    Lang::new(&language).ok_or_else(|| "a language is a tag such as zh or en".to_owned())
}

/// The number of a seed, not cut: what is too large is refused.
pub(super) fn seed(text: &str) -> Result<u64, String> {
    let number: u64 = text.parse().map_err(|_| "a seed is a whole number".to_owned())?;
    (number < Seed::LIMIT).then_some(number).ok_or_else(|| format!("a seed is below {}", Seed::LIMIT))
}
