//! A certificate held against the sitting that it was issued for, marked again.

use super::certified::{CertifyFault, circumstances, closed_at, exam_of, standard_name, visits};
use super::own_paper::is_own_paper;
use crate::content::scenario::Pack;
use crate::exam::marking::{ExamVerdict, MarkingFault, is_stale, judge, mark};
use crate::exam::sitting::Sitting;
use crate::record::certificate::CertifiedResult;
use crate::record::sitting::SittingLine;

/// What does not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateDoubt {
    /// It was issued for another standard.
    OtherStandard(Box<str>),
    /// The content has no such exam any more.
    NoExam(Box<str>),
    /// The sitting says something else than the certificate about who sat what, when, and how.
    OtherSitting,
    /// The sitting cannot be marked with this content.
    Unmarked(MarkingFault),
    /// What decides about right and wrong on this paper was changed since.
    KeysChanged,
    /// Marked with this content, it comes to other points: those of the questions, in hundredths.
    OtherPoints(u32),
    /// Its paper is not one that this exam puts today.
    OtherPaper,
    /// Marked with this content, it does not pass.
    NotPassed,
}

/// What does not agree between a certificate and its sitting under this content; nothing where all of it does. Changes of
/// words alone are none.
pub fn recheck(result: &CertifiedResult, lines: &[SittingLine], pack: &Pack) -> Vec<CertificateDoubt> {
    if *standard_name(pack) != *result.standard {
        return vec![CertificateDoubt::OtherStandard(result.standard.clone())];
    }
    let Ok(sitting) = Sitting::replay(lines) else { return vec![CertificateDoubt::OtherSitting] };
    let begun = sitting.begun();
    let is_its_own = (&begun.candidate, &begun.exam, &begun.key_hash)
        == (&result.candidate, &result.exam, &result.hashes.keys)
        && closed_at(lines) == Some(result.sat)
        && circumstances(&sitting, result.circumstances.attempt) == result.circumstances;
    if !is_its_own {
        return vec![CertificateDoubt::OtherSitting];
    }
    let blueprint = match exam_of(&sitting, pack) {
        Ok(blueprint) => blueprint,
        Err(CertifyFault::NoExam(exam)) => return vec![CertificateDoubt::NoExam(exam)],
        Err(_) => return vec![CertificateDoubt::OtherSitting],
    };
    let marks = match mark(&sitting, blueprint, pack) {
        Ok(marks) => marks,
        Err(why) => return vec![CertificateDoubt::Unmarked(why)],
    };
    let mut doubts = Vec::new();
    if is_stale(&sitting, blueprint, &pack.bank, &pack.standard) {
        doubts.push(CertificateDoubt::KeysChanged);
    }
    if !is_own_paper(lines, &sitting, blueprint, pack) {
        doubts.push(CertificateDoubt::OtherPaper);
    }
    if marks.quiz().0 != result.quiz || visits(&marks) != result.visits {
        doubts.push(CertificateDoubt::OtherPoints(marks.quiz().0));
    }
    if judge(&marks, blueprint) != ExamVerdict::Passed {
        doubts.push(CertificateDoubt::NotPassed);
    }
    doubts
}
