//! What a sitting's certificate says.

use super::own_paper::is_own_paper;
use crate::base::hex;
use crate::content::blueprint::Blueprint;
use crate::content::scenario::Pack;
use crate::exam::marking::{ExamVerdict, MarkingFault, SittingMarks, is_stale, judge, mark};
use crate::exam::sitting::Sitting;
use crate::play::scoring::EDITION;
use crate::record::certificate::{CertifiedResult, ResultHashes, SittingCircumstances};
use crate::record::sitting::{SittingEvent, SittingLine};
use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};

/// How far two clocks may lie apart before something comes from the future: a day, as calendars do.
pub(super) const CLOCKS_APART: SignedDuration = SignedDuration::from_hours(24);

/// Why a sitting has no certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertifyFault {
    /// Its events cannot have happened.
    NoSitting,
    /// It is not closed.
    Open,
    /// The pack has no such exam.
    NoExam(Box<str>),
    /// It cannot be marked with this content.
    Unmarked(MarkingFault),
    /// A further form has to decide.
    Borderline,
    /// It did not pass.
    Failed,
    /// What decides about right and wrong was changed since it was begun.
    Stale,
    /// Its paper is not one that this exam puts.
    OtherPaper,
    /// It was closed on a day that has not come, or under rules that are not there.
    OtherTime,
}

/// What the certificate of a sitting says. `sitting_hash` is that of its file; `attempt` counts it among those of the
/// candidate that were found, and `now` is the moment.
///
/// # Errors
/// Why it has none.
pub fn certified(
    lines: &[SittingLine],
    pack: &Pack,
    sitting_hash: &str,
    (attempt, now): (usize, Timestamp),
) -> Result<CertifiedResult, CertifyFault> {
    let sitting = Sitting::replay(lines).map_err(|_| CertifyFault::NoSitting)?;
    let blueprint = exam_of(&sitting, pack)?;
    let sat = closed_at(lines).filter(|_| sitting.closed().is_some()).ok_or(CertifyFault::Open)?;
    if sat > now.saturating_add(CLOCKS_APART).unwrap_or(Timestamp::MAX) || sitting.begun().rules > EDITION {
        return Err(CertifyFault::OtherTime);
    }
    let marks = mark(&sitting, blueprint, pack).map_err(CertifyFault::Unmarked)?;
    if !is_own_paper(lines, &sitting, blueprint, pack) {
        return Err(CertifyFault::OtherPaper);
    }
    match judge(&marks, blueprint) {
        ExamVerdict::Passed => {}
        ExamVerdict::Borderline => return Err(CertifyFault::Borderline),
        ExamVerdict::Failed(_) => return Err(CertifyFault::Failed),
    }
    let begun = sitting.begun();
    if is_stale(&sitting, blueprint, &pack.bank, &pack.standard) {
        return Err(CertifyFault::Stale);
    }
    let titles = pack.languages.iter().map(|lang| (lang.to_string().into(), blueprint.title.in_lang(*lang).into()));
    Ok(CertifiedResult {
        candidate: begun.candidate.clone(),
        exam: begun.exam.clone(),
        title: titles.collect(),
        standard: standard_name(pack),
        sat,
        quiz: marks.quiz().0,
        error: marks.quiz_error().0,
        cut: blueprint.cuts.quiz,
        visits: visits(&marks),
        circumstances: circumstances(&sitting, attempt),
        hashes: ResultHashes {
            sitting: sitting_hash.into(),
            keys: begun.key_hash.clone(),
            standard: pack.standard_hash.clone(),
            scenarios: scenarios_hash(marks.visits.iter().map(|own| &*own.scenario), pack),
            rules: begun.rules,
        },
    })
}

/// The last day on which a result of this exam is valid, for one that was sat then; none where it never ends.
pub fn valid_until(blueprint: &Blueprint, sat: Timestamp) -> Option<Date> {
    let months = i64::from(blueprint.valid_months);
    let sat = sat.to_zoned(jiff::tz::TimeZone::UTC).date();
    (months > 0).then(|| sat.saturating_add(Span::new().months(months)))
}

pub(super) fn exam_of<'p>(sitting: &Sitting, pack: &'p Pack) -> Result<&'p Blueprint, CertifyFault> {
    let exam = &sitting.begun().exam;
    pack.blueprints.find(exam).map(|own| &**own).ok_or_else(|| CertifyFault::NoExam(exam.clone()))
}

pub(super) fn closed_at(lines: &[SittingLine]) -> Option<Timestamp> {
    lines.iter().rev().find(|line| matches!(line.what, SittingEvent::Closed(_))).map(|line| line.at)
}

pub(super) fn circumstances(sitting: &Sitting, attempt: usize) -> SittingCircumstances {
    SittingCircumstances {
        minutes: u32::try_from(sitting.used().as_secs().div_ceil(60)).unwrap_or(u32::MAX),
        extra_minutes: sitting.begun().extra_minutes,
        resumed: sitting.resumed(),
        clock_went_back: sitting.clock_went_back(),
        went_further: sitting.is_further(),
        attempt,
    }
}

pub(super) fn visits(marks: &SittingMarks) -> Vec<(Box<str>, u32)> {
    marks.visits.iter().map(|own| (own.scenario.clone(), own.share.0)).collect()
}

pub(super) fn standard_name(pack: &Pack) -> Box<str> {
    pack.standard.languages.first().map_or("", |lang| pack.standard.title.in_lang(*lang)).into()
}

pub(super) fn scenarios_hash<'i>(ids: impl Iterator<Item = &'i str>, pack: &Pack) -> Box<str> {
    let hashes = ids.filter_map(|id| pack.scenario(id)).map(|own| &*own.hash);
    hex::sha256(hashes.collect::<String>()).into()
}
