//! The standard on paper, whole or in part.

mod document;
pub mod json;
pub mod text;

pub use document::StandardExtract;
