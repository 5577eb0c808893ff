//! A rule of `check`, explained. The document is the rule itself.

pub mod text;
