//! Values that several commands take, and how they are typed.

use crate::base::bilingual::Bilingual;
use crate::base::chance::Seed;
use crate::base::text::Lang;
use crate::both;
use thiserror::Error;

/// What was typed is no such value, and why.
#[derive(Clone, Debug, Error)]
#[error("{}", self.0.en)]
pub(super) struct BadValue(pub(super) Bilingual);

/// A language tag, or a locale: of `zh_CN.UTF-8` the language is `zh`.
pub(super) fn lang(tag: &str) -> Result<Lang, BadValue> {
    let language = tag.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
    Lang::new(&language)
        .ok_or_else(|| BadValue(both!("a language is a tag such as zh or en", "语言写 zh、en 这样的标签")))
}

/// The number of a seed, not cut: what is too large is refused.
pub(super) fn seed(text: &str) -> Result<u64, BadValue> {
    let number: u64 = text.parse().map_err(|_| BadValue(both!("a seed is a whole number", "种子是一个整数")))?;
    let limit = Seed::LIMIT;
    (number < limit).then_some(number).ok_or_else(|| BadValue(both!("a seed is below {limit}", "种子要小于 {limit}")))
}

/// A language as content names it, such as `ja` or `zh-TW`.
pub(super) fn tag(typed: &str) -> Result<Lang, BadValue> {
    Lang::new(typed).ok_or_else(|| {
        BadValue(both!(
            "a language is a tag of at most eight letters, such as ja or zh-TW",
            "语言写最多八个字母的标签，例如 ja、zh-TW"
        ))
    })
}
