//! How good the questions of exams and the decisions of scenarios are, told from what many learners did with them.

mod document;
mod figures;
mod option_words;
mod wording;
pub mod csv;
pub mod json;
pub mod text;

pub use document::ItemsDocument;
