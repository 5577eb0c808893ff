//! What one candidate meets.

use crate::base::chance::Seed;

/// The questions and scenarios of one candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExamPaper {
    /// The questions, in the order in which they are shown.
    pub items: Vec<PaperItem>,
    /// The scenarios, in the order in which they are played.
    pub visits: Vec<PaperVisit>,
}

/// A question on a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperItem {
    /// Its id in the bank.
    pub question: Box<str>,
    /// The block of the blueprint that it counts to, from 0.
    pub block: usize,
}

/// A scenario on a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperVisit {
    /// Its id.
    pub scenario: Box<str>,
    /// What its chance comes from.
    pub seed: Seed,
}
