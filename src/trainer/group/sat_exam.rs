//! An exam that was sat: what it came to, marked anew, and how far that can be trusted. What nobody signed is practice.

use crate::content::scenario::Pack;
use crate::content::standard::{RequirementId, Tier};
use crate::exam::certifying::Finding;
use crate::exam::marking::{ExamVerdict, Share, is_stale, judge, mark};
use crate::exam::sitting::Sitting;
use crate::record::certificate::{Certificate, ExamWitness};
use crate::record::day::Day;
use crate::record::sitting::{SittingEvent, SittingLine};
use jiff::Timestamp;
use std::time::Duration;

/// An exam that was sat.
#[derive(Clone, Debug, PartialEq)]
pub struct SatExam {
    /// The id of the exam.
    pub exam: Box<str>,
    /// The level of the standard that it is about, where the exam is still there and has one.
    pub tier: Option<Tier>,
    /// The day on which it was begun; of a certificate alone, that on which it was closed.
    pub day: Day,
    /// When it was closed last; none while it is open.
    pub closed: Option<Timestamp>,
    /// What it came to; none where it is open, or cannot be marked with the content of today.
    pub marked: Option<MarkedSitting>,
    /// How far that can be trusted.
    pub level: ResultLevel,
    /// Whether what decides about right and wrong was changed since.
    pub is_stale: bool,
    /// Whether a clock was set back meanwhile.
    pub clock_went_back: bool,
    /// Minutes more that this candidate was given.
    pub extra_minutes: u32,
    /// The time used.
    pub used: Duration,
    /// What its questions tested, each with whether it was answered wholly right.
    pub asked: Vec<(RequirementId, bool)>,
}

/// What a sitting came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedSitting {
    /// The share of its questions.
    pub quiz: Share,
    /// How far that may lie off.
    pub error: Share,
    /// The share of each scenario, by its id.
    pub visits: Vec<(Box<str>, Share)>,
    /// Whether it passes.
    pub verdict: ExamVerdict,
}

/// How far a result can be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResultLevel {
    /// Nobody signed it: practice, self-assessed.
    Practice,
    /// A certificate lies beside, and is not to be relied on: which, and why not.
    Unsure {
        /// What it says.
        certificate: Box<Certificate>,
        /// What is to be said against it; at least one.
        findings: Vec<Finding>,
    },
    /// A trusted issuer signed it, and somebody or nobody saw it happen.
    Signed {
        /// The name of the issuer.
        issuer: Box<str>,
        /// Who saw it.
        witness: ExamWitness,
    },
}

/// A certificate that lies beside, as it was held against what is known.
#[derive(Clone, Debug)]
pub struct HeldCertificate {
    /// What it says.
    pub certificate: Certificate,
    /// What there is to say about it.
    pub findings: Vec<Finding>,
}

impl HeldCertificate {
    fn level(&self) -> ResultLevel {
        let fatal: Vec<Finding> = self.findings.iter().filter(|own| own.is_fatal()).cloned().collect();
        if fatal.is_empty() {
            let Certificate { issuer, witness, .. } = self.certificate.clone();
            ResultLevel::Signed { issuer: issuer.name, witness }
        } else {
            ResultLevel::Unsure { certificate: Box::new(self.certificate.clone()), findings: fatal }
        }
    }
}

impl SatExam {
    /// The sitting of these lines; none where they are no sitting.
    pub fn of(lines: &[SittingLine], pack: &Pack, offset: i32) -> Option<SatExam> {
        let sitting = Sitting::replay(lines).ok()?;
        let begun = sitting.begun();
        let blueprint = pack.blueprints.find(&begun.exam);
        let is_over = sitting.closed().is_some();
        let marks = blueprint.filter(|_| is_over).and_then(|own| Some((own, mark(&sitting, own, pack).ok()?)));
        let asked = marks.iter().flat_map(|(_, own)| &own.items).filter_map(|item| {
            let is_right = item.share >= Share::of_points(100);
            item.tests.first().map(|id| (*id, is_right))
        });
        let closed = lines.iter().rev().find(|line| matches!(line.what, SittingEvent::Closed(_)));
        Some(SatExam {
            exam: begun.exam.clone(),
            tier: blueprint.and_then(|own| own.tier),
            day: Day::at(lines.first()?.at, offset),
            closed: closed.filter(|_| is_over).map(|line| line.at),
            asked: asked.collect(),
            marked: marks.map(|(blueprint, own)| MarkedSitting {
                quiz: own.quiz(),
                error: own.quiz_error(),
                visits: own.visits.iter().map(|visit| (visit.scenario.clone(), visit.share)).collect(),
                verdict: judge(&own, blueprint),
            }),
            level: ResultLevel::Practice,
            is_stale: blueprint.is_none_or(|own| is_stale(&sitting, own, &pack.bank, &pack.standard)),
            clock_went_back: sitting.clock_went_back(),
            extra_minutes: begun.extra_minutes,
            used: sitting.used(),
        })
    }

    /// What a certificate says that came without its sitting.
    fn certified(held: &HeldCertificate, pack: &Pack, offset: i32) -> SatExam {
        let result = &held.certificate.result;
        let circumstances = &result.circumstances;
        SatExam {
            exam: result.exam.clone(),
            tier: pack.blueprints.find(&result.exam).and_then(|own| own.tier),
            day: Day::at(result.sat, offset),
            closed: Some(result.sat),
            marked: Some(MarkedSitting {
                quiz: Share(result.quiz),
                error: Share(result.error),
                visits: result.visits.iter().map(|(id, share)| (id.clone(), Share(*share))).collect(),
                verdict: ExamVerdict::Passed,
            }),
            level: held.level(),
            is_stale: false,
            clock_went_back: circumstances.clock_went_back,
            extra_minutes: circumstances.extra_minutes,
            used: Duration::from_mins(circumstances.minutes.into()),
            asked: Vec::new(),
        }
    }

    /// Whether it passes; never while nobody can say.
    pub fn is_passed(&self) -> bool {
        self.marked.as_ref().is_some_and(|own| own.verdict == ExamVerdict::Passed)
    }

    /// All exams that a learner sat, in the order of their days, with the certificates that were found beside.
    pub fn all(
        sittings: &[&[SittingLine]],
        certificates: &[HeldCertificate],
        pack: &Pack,
        offset: i32,
    ) -> Vec<SatExam> {
        let mut all: Vec<SatExam> = sittings.iter().filter_map(|own| SatExam::of(own, pack, offset)).collect();
        for held in certificates {
            let result = &held.certificate.result;
            let is_its_own = |own: &&mut SatExam| own.exam == result.exam && own.closed == Some(result.sat);
            match all.iter_mut().find(is_its_own) {
                // Of two certificates the one that is to be relied on says the level.
                Some(own) if matches!(own.level, ResultLevel::Signed { .. }) => {}
                Some(own) => own.level = held.level(),
                None => all.push(SatExam::certified(held, pack, offset)),
            }
        }
        all.sort_by_key(|own| own.day);
        all
    }
}
