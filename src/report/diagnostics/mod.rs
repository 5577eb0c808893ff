//! What `check` found.

mod document;
pub mod json;
mod picture;
pub mod text;

pub use document::CheckDocument;
pub use picture::Ink;
