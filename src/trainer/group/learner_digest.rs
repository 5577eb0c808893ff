//! What one learner did, in short: nothing of it grows with the moves of a play or the lines of a journal.

use super::met_share::MetShare;
use super::practice::{days_of, seconds_beside, seconds_of};
use super::sat_exam::{HeldCertificate, SatExam};
use crate::content::scenario::Pack;
use crate::content::standard::RequirementId;
use crate::learn::evidence::Evidence;
use crate::learn::mastery::MasteryLevel;
use crate::learn::memory::Memories;
use crate::learn::progress::is_steady;
use crate::play::scoring::Score;
use crate::record::attempt::{Attempt, Mode};
use crate::record::day::Day;
use crate::record::journal::{FiledReply, Happened, JournalEvent, ReviewSource};
use crate::record::sitting::SittingLine;
use crate::record::summary::{PlaySummary, PlayedContent};
use jiff::Timestamp;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// What a learner left.
pub struct DigestInput<'r> {
    /// The name.
    pub name: &'r str,
    /// Whether that is a name, not a folder's.
    pub is_named: bool,
    /// Every play in short, in the order in which they were begun.
    pub plays: &'r [PlaySummary],
    /// The moves of the play in this place of the list, where they can be read.
    pub moves: &'r dyn Fn(usize) -> Option<Attempt>,
    /// The whole journal.
    pub events: &'r [JournalEvent],
    /// Every sitting.
    pub sittings: &'r [&'r [SittingLine]],
    /// The certificates that were found beside.
    pub certificates: &'r [HeldCertificate],
}

/// One play.
#[derive(Clone, Debug, PartialEq)]
pub struct DigestPlay {
    /// Its place in the list that was handed in.
    pub place: usize,
    /// The id of its scenario, which there may not be any more.
    pub scenario: Box<str>,
    /// When it was begun.
    pub started: Timestamp,
    /// The seconds that it took, an hour at most.
    pub seconds: u64,
    /// How much help there was.
    pub mode: Mode,
    /// How many hints were asked for.
    pub hints: usize,
    /// Whether an ending was reached.
    pub is_over: bool,
    /// Whether it is a first run: over, nothing of it taken back, and the same visit, chance and all, not played before.
    pub is_first: bool,
    /// What it came to, where that is known.
    pub score: Option<Score>,
    /// Whether scenario, standard and rules are still those of today.
    pub is_current: bool,
}

/// What a learner did, in short.
#[derive(Clone, Debug)]
pub struct LearnerDigest {
    /// The name, or where nobody is named that of the folder.
    pub name: String,
    /// Whether somebody is named.
    pub is_named: bool,
    /// Every play, in the order in which they were begun.
    pub plays: Vec<DigestPlay>,
    /// Every exam, in the order of the days.
    pub exams: Vec<SatExam>,
    /// By requirement: how often it was due in plays or asked for otherwise, and met.
    pub met: Vec<MetShare>,
    /// By requirement and scenario: how often it was due in plays, and met.
    pub in_plays: BTreeMap<(RequirementId, Box<str>), MetShare>,
    /// The days of practice, each once.
    pub days: Vec<Day>,
    /// The seconds of practice.
    pub seconds: u64,
    /// What is known by now.
    pub known: usize,
    /// What is due today, the heaviest first.
    pub due: Vec<RequirementId>,
    /// Sentences that should have counted, as the learner says, with their days.
    pub replies: Vec<(Day, FiledReply)>,
}

impl LearnerDigest {
    /// That of a learner today, where local time is so many seconds ahead of UTC.
    pub fn of(input: &DigestInput, pack: &Pack, today: Day, offset: i32) -> LearnerDigest {
        let standard = &pack.standard;
        let exams = SatExam::all(input.sittings, input.certificates, pack, offset);
        let mut counted = Counted::new(standard.requirements.len());
        counted.count_journal(input.events, pack);
        counted.count_plays_beside(input, pack);
        for (requirement, is_right) in exams.iter().flat_map(|own| &own.asked) {
            counted.met[requirement.index()].add(*is_right);
        }
        let memories = Memories::replay(input.events, today);
        let level = |id: &RequirementId| MasteryLevel::of(memories.get(&standard.requirement(*id).id), today);
        let is_due = |id: &RequirementId| {
            let memory = memories.get(&standard.requirement(*id).id);
            memory.is_some_and(|own| own.due() <= today)
        };
        let mut due: Vec<RequirementId> = standard.ids().filter(is_due).collect();
        due.sort_by_key(|id| std::cmp::Reverse(standard.requirement(*id).weight.points()));
        let filed = |event: &JournalEvent| match &event.what {
            Happened::ReplyFiled(reply) => Some((event.day.min(today), reply.clone())),
            _ => None,
        };
        let plays = plays(input, pack);
        let in_plays = counted.in_plays.into_iter().map(|((id, scenario), own)| ((id, scenario.into()), own));
        let sat: u64 = exams.iter().map(|own| own.used.as_secs()).sum();
        LearnerDigest {
            name: input.name.to_owned(),
            is_named: input.is_named,
            seconds: plays.iter().map(|own| own.seconds).sum::<u64>() + seconds_beside(input.events) + sat,
            days: days_of(input.plays, input.events, today, offset),
            known: standard.ids().filter(|id| level(id) == MasteryLevel::Known).count(),
            met: counted.met,
            in_plays: in_plays.collect(),
            replies: input.events.iter().filter_map(filed).collect(),
            plays,
            exams,
            due,
        }
    }

    /// The best score of a first run of a scenario.
    pub fn best(&self, scenario: &str) -> Option<Score> {
        let own = self.plays.iter().filter(|play| play.is_first && *play.scenario == *scenario);
        own.filter_map(|play| play.score).max()
    }

    /// The best score of a first run of each scenario that has one, in the order of their ids.
    pub fn bests(&self) -> BTreeMap<&str, Score> {
        let mut bests: BTreeMap<&str, Score> = BTreeMap::new();
        for play in self.plays.iter().filter(|play| play.is_first) {
            if let Some(score) = play.score {
                let best = bests.entry(&play.scenario).or_insert(score);
                *best = score.max(*best);
            }
        }
        bests
    }
}

/// What was due and met.
struct Counted<'r> {
    met: Vec<MetShare>,
    in_plays: BTreeMap<(RequirementId, &'r str), MetShare>,
    /// The plays that the journal tells of.
    told: FxHashSet<(&'r str, Timestamp)>,
}

impl<'r> Counted<'r> {
    fn new(requirements: usize) -> Counted<'r> {
        let met = vec![MetShare::default(); requirements];
        Counted { met, in_plays: BTreeMap::new(), told: FxHashSet::default() }
    }

    fn count_journal(&mut self, events: &'r [JournalEvent], pack: &Pack) {
        for event in events {
            let Happened::Reviewed(review) = &event.what else { continue };
            let scenario = match &review.source {
                ReviewSource::Play(play) => {
                    self.told.insert((&play.scenario, play.started));
                    Some(&*play.scenario)
                }
                ReviewSource::Question(_) | ReviewSource::Moment(_) | ReviewSource::Phrase(_) => None,
            };
            // What the standard of today does not know any more is nobody's weakness.
            if let Some(requirement) = pack.standard.find(&review.requirement) {
                self.count(requirement, review.rating.is_right(), scenario);
            }
        }
    }

    /// Plays of which no journal tells: they came by themselves.
    fn count_plays_beside(&mut self, input: &DigestInput<'r>, pack: &Pack) {
        for (place, play) in input.plays.iter().enumerate().filter(|(_, play)| play.finished) {
            let scenario = &*play.content.scenario;
            if self.told.contains(&(scenario, play.started)) {
                continue;
            }
            let known = pack.scenario(scenario).filter(|own| own.hash == play.content.scenario_hash);
            let Some(known) = known else { continue };
            let Some(attempt) = (input.moves)(place) else { continue };
            for shown in Evidence::of_play(&attempt, known, &pack.standard) {
                self.count(shown.requirement, shown.rating.is_right(), Some(scenario));
            }
        }
    }

    fn count(&mut self, requirement: RequirementId, is_met: bool, scenario: Option<&'r str>) {
        self.met[requirement.index()].add(is_met);
        if let Some(scenario) = scenario {
            self.in_plays.entry((requirement, scenario)).or_default().add(is_met);
        }
    }
}

fn plays(input: &DigestInput, pack: &Pack) -> Vec<DigestPlay> {
    let mut met: FxHashSet<(&str, u64)> = FxHashSet::default();
    let was_met = input.plays.iter().map(|own| !met.insert((&own.content.scenario, own.seed.number())));
    let was_met: Vec<bool> = was_met.collect();
    let play = |(place, own): (usize, &PlaySummary)| -> DigestPlay {
        let was_met = was_met[place];
        let is_first = !was_met && own.finished && (own.rewinds == 0 || is_steady_play(input, place, pack));
        DigestPlay {
            place,
            scenario: own.content.scenario.clone(),
            started: own.started,
            seconds: seconds_of(own),
            mode: own.mode,
            hints: own.hints,
            is_over: own.finished,
            is_first,
            score: own.result.as_ref().filter(|_| own.finished).map(|own| own.result.score()),
            is_current: is_current(&own.content, pack),
        }
    };
    input.plays.iter().enumerate().map(play).collect()
}

/// Whether nothing was taken back before the ending that counts; only the moves can tell.
fn is_steady_play(input: &DigestInput, place: usize, pack: &Pack) -> bool {
    (input.moves)(place).is_some_and(|attempt| is_steady(&attempt, pack))
}

/// Whether scenario, standard and rules are those of today.
pub(super) fn is_current(content: &PlayedContent, pack: &Pack) -> bool {
    let head = pack.scenarios.head(&content.scenario);
    head.is_some_and(|head| *content == PlayedContent::now(&head.id, &head.hash, &pack.standard_hash))
}
