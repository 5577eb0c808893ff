//! All choices of a scenario by what they lose, the dearest first.

mod document;
pub mod json;
pub mod text;

pub use document::CostsDocument;
