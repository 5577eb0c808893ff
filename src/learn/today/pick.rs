//! What is due becomes activities, the most important first, as long as there is time: a visit where one covers enough, and
//! for the rest a card a requirement.

use super::activity::{Activity, PlanReason, PlannedActivity};
use super::asked::{Available, CourseNext, OfferedScenario};
use super::draft::DayDraft;
use super::fresh::pick_unit;
use super::need::{Need, NeedReason};
use super::offers::{Card, Offers};
use crate::content::standard::{RequirementId, Standard};
use crate::learn::memory::Memories;
use crate::record::day::Day;
use std::collections::BTreeSet;

/// A visit is made from so many requirements on that are due.
const VISIT_COVERS: usize = 4;

/// What a visit has to cover, beside what the same minutes of cards would: it asks for everything at once and in its place,
/// so it may cover less.
const VISIT_SHARE: f64 = 0.75;

/// Picks a visit, where one covers enough of what is due.
pub(super) fn pick_visit(picked: &mut DayDraft, needs: &[Need], available: &Available, standard: &Standard, card: u32) {
    let due = |need: &&Need| {
        matches!(need.why, NeedReason::Due | NeedReason::Exam) && !picked.covered.contains(&need.requirement)
    };
    let due: Vec<&Need> = needs.iter().filter(due).collect();
    let covers = |own: &OfferedScenario| {
        let tested: BTreeSet<RequirementId> = own.requirements.iter().filter_map(|id| standard.find(id)).collect();
        let covered = due.iter().filter(|need| tested.contains(&need.requirement));
        let (count, worth) = covered.fold((0, 0.0), |(count, worth), need| (count + 1, worth + need.importance));
        (own.minutes.saturating_mul(60), count, worth, tested)
    };
    let by_cards = |seconds: u32| -> f64 {
        let cards = needs.iter().filter(|need| need.why != NeedReason::NewLater).take((seconds / card.max(1)) as usize);
        cards.map(|need| need.importance).sum()
    };
    let visits = available.scenarios.iter().map(|own| (own, covers(own)));
    let fits = visits.filter(|(_, (seconds, count, worth, _))| {
        *seconds <= picked.left && *count >= VISIT_COVERS && *worth >= VISIT_SHARE * by_cards(*seconds)
    });
    let best = fits.max_by(|(_, a), (_, b)| a.2.total_cmp(&b.2));
    if let Some((own, (seconds, due, _, tested))) = best {
        picked.add(PlannedActivity {
            activity: Activity::Scenario(own.id.clone()),
            reason: PlanReason::Covers { due },
            seconds,
            requirements: tested.into_iter().collect(),
            section: None,
        });
    }
}

/// What cards are picked from.
pub(super) struct CardSources<'p> {
    pub(super) needs: &'p [Need],
    pub(super) offers: &'p Offers,
    pub(super) course_next: Option<&'p CourseNext>,
    pub(super) memories: &'p Memories,
    pub(super) standard: &'p Standard,
    pub(super) day: Day,
}

/// Picks the learner's own moments for what is due and went wrong in them: nothing is nearer to the mistake than the very
/// moment in which it was made, so not even a visit comes before.
pub(super) fn pick_moments(picked: &mut DayDraft, sources: &CardSources) {
    let CardSources { needs, offers, standard, .. } = sources;
    for need in needs.iter().filter(|need| !matches!(need.why, NeedReason::New | NeedReason::NewLater)) {
        if picked.covered.contains(&need.requirement) {
            continue;
        }
        let mut moments = offers.of_requirement(need.requirement).filter(|(_, card)| card.is_open_moment());
        if let Some((number, card)) = moments.find(|(_, card)| card.seconds <= picked.left) {
            picked.add_card(number, card, why(need, card, sources), standard);
        }
    }
}

/// Picks a card for each need that nothing covers yet. What is new is taught by the course, where there is one.
pub(super) fn pick_cards(picked: &mut DayDraft, sources: &CardSources) {
    let CardSources { needs, offers, course_next, standard, .. } = sources;
    let mut is_taught = false;
    for need in *needs {
        if picked.covered.contains(&need.requirement) {
            continue;
        }
        let is_new = matches!(need.why, NeedReason::New | NeedReason::NewLater);
        if let Some(next) = course_next.filter(|_| is_new) {
            if !std::mem::replace(&mut is_taught, true) {
                pick_unit(picked, next, standard);
            }
            continue;
        }
        let fits = |(number, card): &(usize, &Card)| card.seconds <= picked.left && !picked.taken.contains(number);
        let card = if is_new {
            offers.plainest_question(need.requirement).filter(fits)
        } else {
            offers.of_requirement(need.requirement).find(fits)
        };
        if let Some((number, card)) = card {
            picked.add_card(number, card, why(need, card, sources), standard);
        }
    }
}

fn why(need: &Need, card: &Card, sources: &CardSources) -> PlanReason {
    let CardSources { memories, standard, day, .. } = sources;
    let requirement = need.requirement;
    let memory = memories.get(&standard.requirement(requirement).id);
    match (need.why, memory) {
        _ if matches!(card.activity, Activity::Moment(_)) => {
            // What the mistake was about before all, which need not be what is due of it.
            let requirement = card.requirements.first().copied().unwrap_or(requirement);
            PlanReason::OwnMistake { requirement, times: card.mistakes }
        }
        (NeedReason::FailedToday, _) => PlanReason::FailedToday { requirement },
        (NeedReason::New | NeedReason::NewLater, _) => PlanReason::FirstTime { requirement },
        (NeedReason::Exam, _) => PlanReason::Exam { requirement },
        (NeedReason::Due, Some(own)) if own.misses > 1 => PlanReason::OftenMissed { requirement, times: own.misses },
        (NeedReason::Due, own) => PlanReason::Due { requirement, days: own.map_or(0, |own| day.since(own.last)) },
    }
}
