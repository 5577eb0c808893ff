//! Ways of practising, compared on simulated learners.

mod document;
pub mod json;
pub mod text;

pub use document::StudyDocument;
