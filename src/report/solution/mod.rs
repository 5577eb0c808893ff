//! The best play under a seed.

mod document;
pub mod json;
pub mod text;

pub use document::SolutionDocument;
