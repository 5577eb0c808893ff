//! Exams that were sat, in words: what each came to, and how far that can be trusted.

use crate::content::scenario::Pack;
use crate::exam::marking::ExamVerdict;
use crate::record::certificate::ExamWitness;
use crate::report::certificate::finding;
use crate::speech::messages::Messages;
use crate::speech::narration::tier;
use crate::tr;
use crate::trainer::group::{LearnerDigest, ResultLevel, SatExam};

pub(super) struct GroupExamRow {
    pub learner: String,
    pub exam: String,
    pub tier: String,
    pub date: String,
    pub outcome: String,
    pub is_passed: bool,
    pub level: String,
    /// What it is to be read with.
    pub remarks: Vec<String>,
}

/// What an exam is called; its id where it is not there any more.
pub(super) fn exam_title(words: &Messages, id: &str, pack: &Pack) -> String {
    pack.blueprints.find(id).map_or_else(|| id.to_owned(), |own| own.title.in_lang(words.lang()).to_owned())
}

pub(super) fn exam_row(learner: &LearnerDigest, own: &SatExam, pack: &Pack, words: &Messages) -> GroupExamRow {
    let mut remarks = Vec::new();
    if own.is_stale {
        remarks.push(tr!(words, "finding-keys"));
    }
    if own.clock_went_back {
        remarks.push(tr!(words, "certificate-clock"));
    }
    if own.extra_minutes > 0 {
        let minutes = own.extra_minutes;
        remarks.push(tr!(words, "certificate-extra", minutes = minutes));
    }
    GroupExamRow {
        learner: learner.name.clone(),
        exam: exam_title(words, &own.exam, pack),
        tier: own.tier.map_or_else(String::new, |own| tier(words, own)),
        date: own.day.to_string(),
        outcome: outcome(words, own),
        is_passed: own.is_passed(),
        level: level(words, &own.level),
        remarks,
    }
}

fn outcome(words: &Messages, own: &SatExam) -> String {
    let Some(marked) = &own.marked else {
        return if own.closed.is_none() {
            tr!(words, "exam-outcome-open")
        } else {
            tr!(words, "exam-outcome-unmarked")
        };
    };
    let (quiz, error) = (marked.quiz.points(), marked.error.points());
    match marked.verdict {
        ExamVerdict::Passed => tr!(words, "report-passed", quiz = quiz, error = error),
        ExamVerdict::Borderline => tr!(words, "exam-outcome-borderline", quiz = quiz),
        ExamVerdict::Failed(_) => tr!(words, "report-failed", quiz = quiz, error = error),
    }
}

/// How far a result can be trusted, in a sentence.
fn level(words: &Messages, level: &ResultLevel) -> String {
    match level {
        ResultLevel::Practice => tr!(words, "certificate-practice"),
        ResultLevel::Unsure { certificate, findings } => {
            let issuer = certificate.issuer.name.to_string();
            let why: Vec<String> = findings.iter().map(|own| finding(words, own, certificate)).collect();
            let between = tr!(words, "between-sentences");
            tr!(words, "report-level-unsure", issuer = issuer, why = why.join(&between))
        }
        ResultLevel::Signed { issuer, witness } => {
            let issuer = issuer.to_string();
            match witness {
                ExamWitness::Nobody => tr!(words, "report-level-replayed", issuer = issuer),
                ExamWitness::Proctor(name) => {
                    let name = name.to_string();
                    tr!(words, "report-level-supervised", issuer = issuer, name = name)
                }
                ExamWitness::Place(place) => {
                    let place = place.to_string();
                    tr!(words, "report-level-served", issuer = issuer, place = place)
                }
            }
        }
    }
}
