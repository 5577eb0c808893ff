//! What is new: where what is due leaves time, the next unit of the course, else a visit to the weakest section, else the
//! first question about something that was never asked for.

use super::asked::Available;
use super::offers::Offers;
use super::pick::Picked;
use super::activity::{Activity, PlanReason, PlannedActivity};
use crate::content::standard::{RequirementId, SectionId, Standard};
use crate::learn::mastery::{PartMastery, weight_of};
use crate::learn::memory::Memories;
use crate::record::day::Day;

/// So few seconds are no time for a unit of the course.
const LEAST_OF_A_UNIT: u32 = 120;

/// Fills what is left with what is new.
pub(super) fn pick_fresh(
    picked: &mut Picked,
    available: &Available,
    offers: &Offers,
    memories: &Memories,
    standard: &Standard,
    day: Day,
) {
    if let Some(next) = &available.course_next {
        if picked.left >= LEAST_OF_A_UNIT {
            picked.add(PlannedActivity {
                activity: Activity::Unit(next.unit.clone()),
                reason: PlanReason::NextUnit,
                seconds: next.minutes.saturating_mul(60).min(picked.left),
                requirements: next.requirements.iter().filter_map(|id| standard.find(id)).collect(),
                section: None,
            });
        }
        return;
    }
    if picked.activities.is_empty() {
        weakest_visit(picked, available, memories, standard, day);
    }
    first_questions(picked, offers, memories, standard);
}

/// A visit to the section of which least is remembered, that nobody has made today.
fn weakest_visit(picked: &mut Picked, available: &Available, memories: &Memories, standard: &Standard, day: Day) {
    let mut sections = PartMastery::by_section(memories, standard, day);
    sections.sort_by(|a, b| a.1.share.total_cmp(&b.1.share).then(a.0.cmp(&b.0)));
    let fits = |minutes: u32| minutes.saturating_mul(60) <= picked.left;
    let open = available.scenarios.iter().filter(|own| fits(own.minutes) && own.played.is_none_or(|on| on < day));
    let open: Vec<_> = open
        .map(|own| (own, own.requirements.iter().filter_map(|id| standard.find(id)).collect::<Vec<RequirementId>>()))
        .collect();
    let weight = |tested: &[RequirementId], section: SectionId| -> f64 {
        let own = tested.iter().map(|id| standard.requirement(*id)).filter(|own| own.section == section);
        own.map(weight_of).sum()
    };
    let found = sections.into_iter().find_map(|(section, _)| {
        let visits = open.iter().map(|(own, tested)| (own, tested, weight(tested, section)));
        let best = visits.filter(|(.., weight)| *weight > 0.0).max_by(|a, b| a.2.total_cmp(&b.2));
        best.map(|(own, tested, _)| (section, *own, tested.clone()))
    });
    if let Some((section, own, requirements)) = found {
        picked.add(PlannedActivity {
            activity: Activity::Scenario(own.id.clone()),
            reason: PlanReason::Weakest { section },
            seconds: own.minutes.saturating_mul(60),
            requirements,
            section: None,
        });
    }
}

/// First questions: by tier, the heaviest first, as long as there is time.
fn first_questions(picked: &mut Picked, offers: &Offers, memories: &Memories, standard: &Standard) {
    let is_new = |id: &RequirementId| memories.get(&standard.requirement(*id).id).is_none();
    let mut new: Vec<RequirementId> = standard.ids().filter(is_new).collect();
    new.sort_by_key(|id| {
        let weight = standard.requirement(*id).weight.points();
        (standard.section_of(*id).tier, std::cmp::Reverse(weight), *id)
    });
    for requirement in new {
        if picked.covered.contains(&requirement) {
            continue;
        }
        let question = offers.plainest_question(requirement);
        if let Some((number, card)) = question.filter(|(_, card)| card.seconds <= picked.left) {
            picked.add_card(number, card, PlanReason::FirstTime { requirement }, standard);
        }
    }
}
