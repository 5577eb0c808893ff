//! Simulated candidates sit papers, so that one can see what a verdict is worth: how many of whom pass, whether two forms
//! agree, and how reliable the questions are. What is assumed of them is said beside every figure.

mod ability;
mod candidate;
mod study;

pub use ability::{ABLE_CANDIDATES, ExpectedReliability, expected_reliability};
pub use candidate::{Candidate, VisitCrowd};
pub use study::{ASSUMPTIONS, CandidateKind, CandidatesAsked, ExamStudy, StudyGroup, study};
