//! What is new, and what fills the rest of a day: the next unit of the course, or a first question; and where there is time
//! left for it, a visit to the weakest section.

use super::activity::{Activity, PlanReason, PlannedActivity};
use super::asked::{Available, CourseNext, OfferedScenario};
use super::draft::DayDraft;
use crate::content::standard::{RequirementId, SectionId, Standard};
use crate::learn::mastery::{PartMastery, weight_of};
use crate::learn::memory::Memories;
use crate::record::day::Day;

/// So few seconds are no time for a unit of the course.
const LEAST_OF_A_UNIT: u32 = 120;

/// Gives what is left to the next unit of the course.
pub(super) fn pick_unit(picked: &mut DayDraft, next: &CourseNext, standard: &Standard) {
    if picked.left >= LEAST_OF_A_UNIT {
        picked.add(PlannedActivity {
            activity: Activity::Unit(next.unit.clone()),
            reason: PlanReason::NextUnit,
            seconds: next.minutes.saturating_mul(60).min(picked.left),
            requirements: next.requirements.iter().filter_map(|id| standard.find(id)).collect(),
            section: None,
        });
    }
}

/// A visit to the section of which least is remembered, that was not made today and is not planned.
pub(super) fn pick_weakest_visit(
    picked: &mut DayDraft,
    available: &Available,
    memories: &Memories,
    standard: &Standard,
    day: Day,
) {
    let mut sections = PartMastery::by_section(memories, standard, day);
    sections.sort_by(|a, b| a.1.share.total_cmp(&b.1.share).then(a.0.cmp(&b.0)));
    let fits = |minutes: u32| minutes.saturating_mul(60) <= picked.left;
    let is_planned = |own: &OfferedScenario| picked.has(&Activity::Scenario(own.id.clone()));
    let is_open =
        |own: &&OfferedScenario| fits(own.minutes) && own.played.is_none_or(|on| on < day) && !is_planned(own);
    let open = available.scenarios.iter().filter(is_open);
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
