//! The small language of conditions and effects: `rings >= 3 and not phoned`, `mood -= 1`.
//!
//! This folder reads; it knows words and brackets, not what the names mean. [`super::resolve`] gives them meaning.

mod expression;
mod token;
mod parser;

pub(super) use expression::{ChangeSyntax, Expression, Misread, Name, Sum, Unit};
pub(super) use parser::{parse_condition, parse_effect};
