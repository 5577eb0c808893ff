//! The plan of a day.

use super::activity::PlannedActivity;
use super::asked::{Available, DayAsked};
use super::draft::DayDraft;
use super::fresh::pick_weakest_visit;
use super::need::{is_last_day, needs};
use super::offers::Offers;
use super::order::interleaved;
use super::pick::{CardSources, pick_cards, pick_moments, pick_visit};
use super::tempo::OwnTempo;
use crate::content::standard::Standard;
use crate::learn::memory::Memories;
use crate::record::day::Day;

/// What today is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayPlan {
    /// In the order in which they are to be done; together they take no longer than was asked for.
    pub activities: Vec<PlannedActivity>,
    /// Where there is nothing to do: when to come back.
    pub rest: Option<Rest>,
}

/// Nothing is to be done today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// The day on which something is due; none where nothing is known of this learner and nothing can be played.
    pub until: Option<Day>,
}

/// Plans a day: the most important of what is due, as far as the minutes go, then what is new; or a rest.
pub fn plan(
    asked: &DayAsked,
    memories: &Memories,
    available: &Available,
    tempo: &OwnTempo,
    standard: &Standard,
) -> DayPlan {
    let offers = Offers::of(available, tempo, standard);
    let needs = needs(asked, memories, standard);
    let mut picked = DayDraft::within(asked.minutes.saturating_mul(60));
    let (is_last_day, course_next) = (is_last_day(asked), available.course_next.as_ref());
    let sources = CardSources { needs: &needs, offers: &offers, course_next, memories, standard, day: asked.day };
    pick_moments(&mut picked, &sources);
    let moments = picked.activities.len();
    if !is_last_day {
        pick_visit(&mut picked, &needs, available, standard, tempo.question);
    }
    pick_cards(&mut picked, &sources);
    if !is_last_day {
        pick_weakest_visit(&mut picked, available, memories, standard, asked.day);
    }
    let rest = picked
        .activities
        .is_empty()
        .then(|| Rest { until: memories.next_due().map(|due| due.max(asked.day.after(1))) });
    let rest_of_day = interleaved(picked.activities.split_off(moments));
    DayPlan { activities: [interleaved(picked.activities), rest_of_day].concat(), rest }
}

impl DayPlan {
    /// About how long all of it takes.
    pub fn seconds(&self) -> u32 {
        self.activities.iter().map(|own| own.seconds).sum()
    }
}
