//! What there is to say of exams before anybody sits one.

use crate::content::blueprint::Blueprint;
use crate::content::scenario::Pack;
use crate::exam::forms::FormSpread;
use crate::exam::paper::{Shortage, shortages};
use crate::exam::simulated::ExamStudy;
use std::sync::Arc;

/// The exams of a pack, in the order of their files.
pub struct ExamList<'p> {
    /// The pack.
    pub pack: &'p Pack,
    /// One entry each.
    pub exams: Vec<ListedExam<'p>>,
}

/// One exam.
pub struct ListedExam<'p> {
    /// What it consists of.
    pub blueprint: &'p Arc<Blueprint>,
    /// What the bank is short of; empty where papers can be drawn.
    pub missing: Vec<Shortage>,
}

impl<'p> ExamList<'p> {
    /// The exams of this pack.
    pub fn new(pack: &'p Pack) -> ExamList<'p> {
        let exams = pack.blueprints.blueprints.iter();
        let listed = |blueprint| ListedExam { blueprint, missing: shortages(blueprint, &pack.bank, &pack.standard) };
        ExamList { pack, exams: exams.map(listed).collect() }
    }
}

/// How alike the papers of an exam are.
pub struct ExamForms<'p> {
    /// The exam.
    pub blueprint: &'p Blueprint,
    /// Its papers.
    pub spread: &'p FormSpread,
}

/// What simulated candidates come to.
pub struct ExamCandidates<'p> {
    /// The exam.
    pub blueprint: &'p Blueprint,
    /// The candidates.
    pub study: &'p ExamStudy,
}
