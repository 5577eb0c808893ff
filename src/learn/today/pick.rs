//! What is due becomes activities, the most important first, as long as there is time: a visit where one covers enough, and
//! for the rest a card a requirement.

use super::asked::{Available, OfferedScenario};
use super::need::{Need, NeedReason};
use super::offers::{Card, Offers};
use super::activity::{Activity, PlanReason, PlannedActivity};
use crate::content::standard::{RequirementId, Standard};
use crate::learn::memory::Memories;
use crate::record::day::Day;
use std::collections::BTreeSet;

/// A visit is made from so many requirements on that are due.
const VISIT_COVERS: usize = 4;

/// What a visit has to cover, beside what the same minutes of cards would: it asks for everything at once and in its place,
/// so it may cover less.
const VISIT_SHARE: f64 = 0.5;

/// What is planned so far.
pub(super) struct Picked {
    pub(super) activities: Vec<PlannedActivity>,
    /// The cards that are taken.
    pub(super) taken: BTreeSet<usize>,
    /// What some activity asks for.
    pub(super) covered: BTreeSet<RequirementId>,
    /// The seconds that are left.
    pub(super) left: u32,
}

impl Picked {
    pub(super) fn within(seconds: u32) -> Picked {
        Picked { activities: Vec::new(), taken: BTreeSet::new(), covered: BTreeSet::new(), left: seconds }
    }

    pub(super) fn add(&mut self, planned: PlannedActivity) {
        self.left = self.left.saturating_sub(planned.seconds);
        self.covered.extend(planned.requirements.iter().copied());
        self.activities.push(planned);
    }

    pub(super) fn add_card(&mut self, number: usize, card: &Card, reason: PlanReason, standard: &Standard) {
        self.taken.insert(number);
        self.add(PlannedActivity {
            activity: card.activity.clone(),
            reason,
            seconds: card.seconds,
            requirements: card.requirements.clone(),
            section: card.requirements.first().map(|id| standard.requirement(*id).section),
        });
    }
}

/// Picks a visit, where one covers enough of what is due.
pub(super) fn pick_visit(picked: &mut Picked, needs: &[Need], available: &Available, standard: &Standard, card: u32) {
    let due = |need: &&Need| need.why != NeedReason::FailedToday && !picked.covered.contains(&need.requirement);
    let due: Vec<&Need> = needs.iter().filter(due).collect();
    let covers = |own: &OfferedScenario| {
        let tested: BTreeSet<RequirementId> = own.requirements.iter().filter_map(|id| standard.find(id)).collect();
        let covered = due.iter().filter(|need| tested.contains(&need.requirement));
        let (count, worth) = covered.fold((0, 0.0), |(count, worth), need| (count + 1, worth + need.importance));
        (own.minutes.saturating_mul(60), count, worth, tested)
    };
    let by_cards = |seconds: u32| -> f64 {
        let cards = due.iter().take((seconds / card.max(1)) as usize);
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

/// Picks a card for each need that nothing covers yet.
pub(super) fn pick_cards(
    picked: &mut Picked,
    needs: &[Need],
    offers: &Offers,
    memories: &Memories,
    standard: &Standard,
    day: Day,
) {
    for need in needs {
        if picked.covered.contains(&need.requirement) {
            continue;
        }
        let fits = |(number, card): &(usize, &Card)| card.seconds <= picked.left && !picked.taken.contains(number);
        if let Some((number, card)) = offers.of_requirement(need.requirement).find(fits) {
            picked.add_card(number, card, why(need, card, memories, standard, day), standard);
        }
    }
}

fn why(need: &Need, card: &Card, memories: &Memories, standard: &Standard, day: Day) -> PlanReason {
    let requirement = need.requirement;
    let memory = memories.get(&standard.requirement(requirement).id);
    match (need.why, memory) {
        _ if matches!(card.activity, Activity::Moment(_)) => {
            PlanReason::OwnMistake { requirement, times: card.mistakes }
        }
        (NeedReason::FailedToday, _) => PlanReason::FailedToday { requirement },
        (NeedReason::Exam, _) => PlanReason::Exam { requirement },
        (NeedReason::Due, Some(own)) if own.misses > 1 => PlanReason::OftenMissed { requirement, times: own.misses },
        (NeedReason::Due, own) => {
            PlanReason::Due { requirement, days: own.map_or(0, |own| day.since(own.last)) }
        }
    }
}
