//! What a candidate has sat before, and whether she may sit an exam now.

use crate::content::blueprint::Blueprint;
use crate::content::scenario::Pack;
use crate::exam::marking::{ExamVerdict, Share, SittingMarks, is_stale, judge, mark};
use crate::exam::sitting::{ProctorTurn, Sitting};
use crate::record::day::Day;
use crate::record::sitting::SittingLine;

/// A sitting of the past, marked anew.
#[derive(Clone, Debug)]
pub struct PastSitting {
    /// The id of the exam.
    pub exam: Box<str>,
    /// The day on which it was begun.
    pub day: Day,
    /// Whether it was closed; else it can be gone on with.
    pub is_closed: bool,
    /// The share of its questions.
    pub quiz: Share,
    /// What it came to; none where it is not closed or cannot be marked any more.
    pub verdict: Option<ExamVerdict>,
    /// Whether what decides about right and wrong was changed since.
    pub is_stale: bool,
    /// Whether a clock was set back while it went on.
    pub clock_went_back: bool,
    /// What its proctor has still to do.
    pub awaited: Option<ProctorTurn>,
}

/// Why an exam cannot be begun now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotSit {
    /// This one is open and has to be gone on with.
    Open(Box<str>),
    /// This one has to be passed before.
    After(Box<str>),
    /// From this day on.
    Wait(Day),
    /// It was sat so many times within so many days.
    TooOften(u32, u32),
}

impl PastSitting {
    /// The sitting of these lines; none where they are no sitting, or of an exam that is not there any more.
    pub fn of(lines: &[SittingLine], pack: &Pack, offset: i32) -> Option<PastSitting> {
        let sitting = Sitting::replay(lines).ok()?;
        let begun = sitting.begun();
        let blueprint = pack.blueprints.find(&begun.exam)?;
        let is_closed = sitting.closed().is_some();
        let marks = if is_closed { mark(&sitting, blueprint, pack).ok() } else { None };
        Some(PastSitting {
            exam: begun.exam.clone(),
            day: Day::at(lines.first()?.at, offset),
            is_closed,
            quiz: marks.as_ref().map_or(Share::default(), SittingMarks::quiz),
            verdict: marks.map(|marks| judge(&marks, blueprint)),
            is_stale: is_stale(&sitting, blueprint, &pack.bank, &pack.standard),
            clock_went_back: sitting.clock_went_back(),
            awaited: sitting.awaits_proctor(),
        })
    }

    /// Whether it is to be gone on with: it is open, or its further form is still to be sat.
    pub fn is_waiting(&self) -> bool {
        !self.is_closed || self.verdict == Some(ExamVerdict::Borderline)
    }

    /// Whether there is something to go back to it for today: it waits, or its proctor may still close it. She was there, so
    /// that is soon.
    pub fn is_opened_again(&self, today: Day) -> bool {
        self.is_waiting() || self.awaited == Some(ProctorTurn::Closes) && today.since(self.day) <= 1
    }

    /// Whether it passed.
    pub fn is_passed(&self) -> bool {
        self.verdict == Some(ExamVerdict::Passed)
    }
}

/// Whether this exam may be begun today, by what was sat before.
///
/// # Errors
/// Why not.
pub fn may_sit(blueprint: &Blueprint, past: &[PastSitting], today: Day) -> Result<(), CannotSit> {
    if let Some(open) = past.iter().find(|own| !own.is_closed) {
        return Err(CannotSit::Open(open.exam.clone()));
    }
    if let Some(after) = &blueprint.after
        && !past.iter().any(|own| own.exam == *after && own.is_passed())
    {
        return Err(CannotSit::After(after.clone()));
    }
    let rules = &blueprint.retake;
    let own: Vec<&PastSitting> = past.iter().filter(|own| own.exam == blueprint.id).collect();
    let failed = own.iter().rev().take_while(|own| !own.is_passed()).count();
    if let Some(last) = own.last().filter(|_| failed > 0) {
        let free = last.day.after(rules.wait_after(failed));
        if free > today {
            return Err(CannotSit::Wait(free));
        }
    }
    let within = i32::try_from(rules.within_days).unwrap_or(i32::MAX);
    let recent = own.iter().filter(|own| today.number().saturating_sub(own.day.number()) < within).count();
    if recent >= rules.attempts as usize {
        return Err(CannotSit::TooOften(rules.attempts, rules.within_days));
    }
    Ok(())
}
