//! A group as a whole.

use super::filed_sentence::{FiledSentence, sentences};
use super::learner_digest::LearnerDigest;
use super::met_share::MetShare;
use super::wrong_choice::WrongChoice;
use crate::content::scenario::Pack;
use crate::content::standard::{RequirementId, SectionId};
use crate::record::day::Day;
use std::collections::BTreeMap;

/// So many weeks of practice are told; the last ends today.
const WEEKS: u32 = 8;

/// What a group did.
#[derive(Clone, Debug)]
pub struct GroupReport {
    /// The day on which it is told.
    pub today: Day,
    /// Everybody, by name.
    pub learners: Vec<LearnerDigest>,
    /// Of each section in the order of the standard: what was due, and met.
    pub sections: Vec<(SectionId, MetShare)>,
    /// What is lost in which scenario, the most often lost first.
    pub lost: Vec<LostRow>,
    /// The choices that went wrong in the plays that were judged, the most frequent first.
    pub wrong: Vec<WrongChoice>,
    /// How many finished plays of today's content there are, and how many of them were judged.
    pub over: usize,
    /// The newest so many.
    pub judged: usize,
    /// By day, the last weeks: how many practised.
    pub days: Vec<PractisingDay>,
    /// Sentences that should count.
    pub replies: Vec<FiledSentence>,
}

/// A requirement that is not always met in a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct LostRow {
    /// Which.
    pub requirement: RequirementId,
    /// The id of the scenario.
    pub scenario: Box<str>,
    /// How often it was due there, and met.
    pub met: MetShare,
    /// How many learners lost it.
    pub learners: usize,
    /// The names of the scenes in which a choice meets it, as the scenario is today.
    pub scenes: Vec<Box<str>>,
}

/// A day, and how many practised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PractisingDay {
    /// Which.
    pub day: Day,
    /// How many.
    pub learners: usize,
}

impl GroupReport {
    /// That of these learners, whose plays were judged with these findings.
    pub fn of(
        learners: Vec<LearnerDigest>,
        wrong: Vec<WrongChoice>,
        judged: usize,
        pack: &Pack,
        today: Day,
    ) -> GroupReport {
        let over = |own: &LearnerDigest| own.plays.iter().filter(|play| play.is_over && play.is_current).count();
        GroupReport {
            today,
            sections: sections(&learners, pack),
            lost: lost(&learners, pack),
            over: learners.iter().map(over).sum(),
            judged,
            wrong,
            days: days(&learners, today),
            replies: sentences(&learners, pack),
            learners,
        }
    }

    /// The learner of this name, typed as it is shown or meaning it.
    pub fn find(&self, typed: &str) -> Option<usize> {
        let exact = self.learners.iter().position(|own| own.name == typed);
        exact.or_else(|| self.learners.iter().position(|own| crate::record::profile::is_same_name(&own.name, typed)))
    }
}

impl LearnerDigest {
    /// Of each section in the order of the standard: what was due, and met.
    pub fn sections(&self, pack: &Pack) -> Vec<(SectionId, MetShare)> {
        sections(std::slice::from_ref(self), pack)
    }

    /// What is lost in which scenario, the most often lost first.
    pub fn lost_rows(&self, pack: &Pack) -> Vec<LostRow> {
        lost(std::slice::from_ref(self), pack)
    }
}

fn sections(learners: &[LearnerDigest], pack: &Pack) -> Vec<(SectionId, MetShare)> {
    let standard = &pack.standard;
    let mut all: Vec<(SectionId, MetShare)> =
        SectionId::of(&standard.sections).map(|id| (id, MetShare::default())).collect();
    for id in standard.ids() {
        let section = standard.requirement(id).section.index();
        for learner in learners {
            all[section].1 += learner.met.get(id.index()).copied().unwrap_or_default();
        }
    }
    all
}

fn lost(learners: &[LearnerDigest], pack: &Pack) -> Vec<LostRow> {
    let mut all: BTreeMap<(RequirementId, &str), (MetShare, usize)> = BTreeMap::new();
    for learner in learners {
        for ((requirement, scenario), met) in &learner.in_plays {
            let own = all.entry((*requirement, scenario)).or_default();
            own.0 += *met;
            own.1 += usize::from(met.missed() > 0);
        }
    }
    let row = |((requirement, scenario), (met, learners)): ((RequirementId, &str), (MetShare, usize))| LostRow {
        requirement,
        scenario: scenario.into(),
        met,
        learners,
        scenes: Vec::new(),
    };
    let mut rows: Vec<LostRow> = all.into_iter().map(row).filter(|own| own.met.missed() > 0).collect();
    rows.sort_by_key(|own| std::cmp::Reverse((own.met.missed(), own.learners)));
    rows.truncate(TOLD);
    for own in &mut rows {
        own.scenes = scenes(own, pack);
    }
    rows
}

/// So many rows are told at most.
const TOLD: usize = 200;

/// Where a choice meets it.
fn scenes(row: &LostRow, pack: &Pack) -> Vec<Box<str>> {
    let Some(scenario) = pack.scenario(&row.scenario) else { return Vec::new() };
    let meets = |own: &&crate::content::scenario::Scene| {
        let marks = own.choices.iter().flat_map(|choice| &choice.meets);
        marks.into_iter().any(|mark| mark.requirement == row.requirement)
    };
    scenario.scenes.iter().filter(meets).map(|own| own.name.clone()).collect()
}

fn days(learners: &[LearnerDigest], today: Day) -> Vec<PractisingDay> {
    let since_monday = i32::from(today.date().weekday().to_monday_zero_offset());
    let before = i32::try_from((WEEKS - 1) * 7).unwrap_or(0) + since_monday;
    let first = Day::new(today.number().saturating_sub(before)).unwrap_or(Day::FIRST);
    let practised = |day: Day| learners.iter().filter(|own| own.days.binary_search(&day).is_ok()).count();
    (0..=today.since(first))
        .map(|ahead| first.after(ahead))
        .map(|day| PractisingDay { day, learners: practised(day) })
        .collect()
}
