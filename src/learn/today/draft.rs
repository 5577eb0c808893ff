//! A day while it is being planned.

use super::activity::{Activity, PlanReason, PlannedActivity};
use super::offers::Card;
use crate::content::standard::{RequirementId, Standard};
use std::collections::BTreeSet;

/// What is planned so far.
pub(super) struct DayDraft {
    pub(super) activities: Vec<PlannedActivity>,
    /// The cards that are taken.
    pub(super) taken: BTreeSet<usize>,
    /// What some activity asks for.
    pub(super) covered: BTreeSet<RequirementId>,
    /// The seconds that are left.
    pub(super) left: u32,
}

impl DayDraft {
    pub(super) fn within(seconds: u32) -> DayDraft {
        DayDraft { activities: Vec::new(), taken: BTreeSet::new(), covered: BTreeSet::new(), left: seconds }
    }

    pub(super) fn add(&mut self, planned: PlannedActivity) {
        self.left = self.left.saturating_sub(planned.seconds);
        self.covered.extend(planned.requirements.iter().copied());
        self.activities.push(planned);
    }

    pub(super) fn has(&self, activity: &Activity) -> bool {
        self.activities.iter().any(|own| own.activity == *activity)
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
