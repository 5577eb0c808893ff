//! A group read and put together, for the command line and for the screen: everybody is read where they lie, in short, and of
//! their plays the newest are judged.

use crate::base::parallel::map;
use crate::content::scenario::Pack;
use crate::exam::certifying::{VerifyAgainst, verify};
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::certificate::Issuer;
use crate::record::day::Day;
use crate::record::sitting::SittingLine;
use crate::record::summary::PlaySummary;
use crate::store::{Gathered, GatheredLearner, GatheredRecords, PlayInShort, Revocation, StoreError, load_attempt};
use crate::trainer::group::{DigestInput, GroupReport, HeldCertificate, JUDGED, LearnerDigest, RunToJudge, judge_runs};
use jiff::Timestamp;
use std::cmp::Reverse;
use std::path::PathBuf;

/// What a group is read with.
#[derive(Clone, Copy)]
pub struct ReadWith<'a> {
    /// The content of today.
    pub pack: &'a Pack,
    /// Now.
    pub now: Timestamp,
    /// How many seconds local time is ahead of UTC.
    pub offset: i32,
    /// The issuers whose certificates are trusted.
    pub trusted: &'a [Issuer],
    /// The certificates that were taken back.
    pub revoked: &'a [Revocation],
}

/// A group that was read.
pub struct ReadGroup {
    /// What it did.
    pub report: GroupReport,
    /// What could not be read.
    pub unread: Vec<StoreError>,
    /// By learner and play: where it lies.
    places: Vec<Vec<(PathBuf, AttemptId)>>,
}

/// What became of one learner.
struct ReadLearner {
    digest: LearnerDigest,
    places: Vec<(PathBuf, AttemptId)>,
    unread: Vec<StoreError>,
}

impl ReadGroup {
    /// Reads everybody.
    pub fn of(gathered: &Gathered, with: ReadWith) -> ReadGroup {
        let today = Day::at(with.now, with.offset);
        let read = map(&gathered.learners, 2, |own| read(own, with, today));
        let (mut digests, mut places, mut unread) = (Vec::new(), Vec::new(), gathered.unread.clone());
        for own in read {
            digests.push(own.digest);
            places.push(own.places);
            unread.extend(own.unread);
        }
        let runs = newest_runs(&digests, &places, gathered, with.pack);
        let wrong = judge_runs(&runs, &with.pack.standard);
        let report = GroupReport::of(digests, wrong, runs.len(), with.pack, today);
        ReadGroup { report, unread, places }
    }

    /// A play with its moves: of which learner, and which of the plays that are told of.
    pub fn attempt(&self, gathered: &Gathered, learner: usize, play: usize) -> Option<Attempt> {
        let told = self.report.learners.get(learner)?.plays.get(play)?;
        let wanted = self.places.get(learner)?.get(told.place)?;
        gathered.learners.get(learner)?.chosen(std::slice::from_ref(wanted)).pop()?
    }
}

fn read(learner: &GatheredLearner, with: ReadWith, today: Day) -> ReadLearner {
    let GatheredRecords { plays, events, sittings, unread } = learner.records();
    let summaries: Vec<PlaySummary> = plays.iter().map(|own| own.summary.clone()).collect();
    let lines: Vec<&[SittingLine]> = sittings.iter().map(|own| &*own.lines).collect();
    let certificates: Vec<HeldCertificate> = learner
        .certificates()
        .map(|own| {
            let certificate = own.signed.certificate.clone();
            let revoked = with.revoked.iter().find(|on_list| on_list.is_of(&certificate)).map(|on_list| on_list.since);
            let against = VerifyAgainst { trusted: with.trusted, revoked, now: with.now, pack: with.pack };
            let findings = verify(&certificate, own.signed.sitting.as_deref(), against);
            HeldCertificate { certificate, findings }
        })
        .collect();
    let moves = |place: usize| {
        let own: &PlayInShort = plays.get(place)?;
        own.attempt.as_deref().cloned().or_else(|| load_attempt(&own.path).ok())
    };
    let input = DigestInput {
        name: &learner.name,
        is_named: learner.is_named,
        plays: &summaries,
        moves: &moves,
        events: &events,
        sittings: &lines,
        certificates: &certificates,
    };
    let digest = LearnerDigest::of(&input, with.pack, today, with.offset);
    let places = plays.into_iter().map(|own| (own.path, own.summary.id)).collect();
    ReadLearner { digest, places, unread }
}

/// The newest finished plays of everybody, as far as they can be played with the content of today.
fn newest_runs(
    digests: &[LearnerDigest],
    places: &[Vec<(PathBuf, AttemptId)>],
    gathered: &Gathered,
    pack: &Pack,
) -> Vec<RunToJudge> {
    let all = digests.iter().enumerate().flat_map(|(learner, own)| {
        let over = own.plays.iter().filter(|play| play.is_over && play.is_current);
        over.map(move |play| (Reverse(play.started), learner, play.place))
    });
    let mut all: Vec<(Reverse<Timestamp>, usize, usize)> = all.collect();
    all.sort_unstable();
    all.truncate(JUDGED);
    all.sort_unstable_by_key(|(_, learner, place)| (*learner, *place));
    let by_learner: Vec<&[(Reverse<Timestamp>, usize, usize)]> = all.chunk_by(|one, other| one.1 == other.1).collect();
    let runs = map(&by_learner, 2, |own| {
        let Some((_, learner, _)) = own.first().copied() else { return Vec::new() };
        let wanted: Vec<(PathBuf, AttemptId)> =
            own.iter().filter_map(|(_, _, place)| places[learner].get(*place).cloned()).collect();
        let attempts = gathered.learners[learner].chosen(&wanted).into_iter().flatten();
        let run = |attempt: Attempt| {
            let run = attempt.run(pack.scenario(&attempt.scenario)?, 0)?;
            Some(RunToJudge { learner, run })
        };
        attempts.filter_map(run).collect()
    });
    runs.into_iter().flatten().collect()
}
