//! Exams for whoever sets them: what a paper consists of and whether the bank can fill it, how alike papers are, and what
//! simulated candidates come to.

mod document;
pub mod json;
pub mod text;

pub use document::{ExamCandidates, ExamForms, ExamList, ListedExam};
