//! All of it together.

use super::calendar::{PractisedDay, calendar};
use super::run::ProgressRun;
use super::scenario::ScenarioProgress;
use crate::content::scenario::Pack;
use crate::content::standard::SectionId;
use crate::learn::mastery::PartMastery;
use crate::learn::memory::Memories;
use crate::record::attempt::{Attempt, AttemptId};
use crate::record::day::Day;
use crate::record::journal::JournalEvent;
use std::collections::{BTreeMap, BTreeSet};

/// What a learner has left.
#[derive(Clone, Copy, Debug)]
pub struct LearnerRecords<'r> {
    /// All plays, in the order of their numbers.
    pub plays: &'r [(AttemptId, Attempt)],
    /// The whole journal.
    pub events: &'r [JournalEvent],
}

/// How far a learner has come on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct LearnerProgress {
    /// The day.
    pub today: Day,
    /// The whole standard.
    pub whole: PartMastery,
    /// Each section, in the order of the standard.
    pub sections: Vec<(SectionId, PartMastery)>,
    /// Every scenario of the pack in its order, then those that were played and are gone.
    pub scenarios: Vec<ScenarioProgress>,
    /// The first runs whose score is known, in the order of their numbers.
    pub first_runs: Vec<ProgressRun>,
    /// The days of the last eight weeks, the oldest first.
    pub days: Vec<PractisedDay>,
}

impl LearnerProgress {
    /// That of a learner today, where local time is so many seconds ahead of UTC.
    pub fn of(records: LearnerRecords, pack: &Pack, today: Day, offset: i32) -> LearnerProgress {
        let memories = Memories::replay(records.events, today);
        let standard = &pack.standard;
        let runs = runs(records.plays, pack);
        let begun: Vec<Day> = records.plays.iter().map(|(_, attempt)| Day::at(attempt.started, offset)).collect();
        let scenarios = scenarios(&runs, records.plays, pack);
        LearnerProgress {
            today,
            whole: PartMastery::of(&memories, standard, standard.ids(), today),
            sections: PartMastery::by_section(&memories, standard, today),
            scenarios,
            days: calendar(&begun, records.events, today),
            first_runs: runs.into_iter().filter(|run| run.is_first && run.score.is_some()).collect(),
        }
    }
}

fn runs(plays: &[(AttemptId, Attempt)], pack: &Pack) -> Vec<ProgressRun> {
    let mut met: BTreeSet<(&str, u64)> = BTreeSet::new();
    let run = |(id, attempt): &'_ (AttemptId, Attempt), was_met| ProgressRun::of(*id, attempt, was_met, pack);
    plays.iter().map(|own| run(own, !met.insert((&own.1.scenario, own.1.seed.number())))).collect()
}

fn scenarios(runs: &[ProgressRun], plays: &[(AttemptId, Attempt)], pack: &Pack) -> Vec<ScenarioProgress> {
    let mut by_id: BTreeMap<&str, Vec<(&ProgressRun, &Attempt)>> = BTreeMap::new();
    for (run, (_, attempt)) in runs.iter().zip(plays) {
        by_id.entry(&run.scenario).or_default().push((run, attempt));
    }
    let known = pack.scenarios.heads().map(|head| &*head.id);
    let mut all: Vec<ScenarioProgress> =
        known.map(|id| ScenarioProgress::of(id, &by_id.remove(id).unwrap_or_default())).collect();
    all.extend(by_id.iter().map(|(id, own)| ScenarioProgress::of(id, own)));
    all
}
