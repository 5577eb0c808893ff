//! The order of a part of a day: a visit first, while the head is fresh; then the most important first, but no two in a row from one
//! section where that can be helped.

use super::activity::{Activity, PlannedActivity};
use crate::content::standard::SectionId;
use std::collections::VecDeque;

pub(super) fn interleaved(activities: Vec<PlannedActivity>) -> Vec<PlannedActivity> {
    let is_long = |own: &PlannedActivity| matches!(own.activity, Activity::Scenario(_));
    let (mut ordered, mut rest): (Vec<_>, VecDeque<_>) = {
        let (long, short): (Vec<_>, Vec<_>) = activities.into_iter().partition(is_long);
        (long, short.into())
    };
    while !rest.is_empty() {
        let last = ordered.last().and_then(|own: &PlannedActivity| own.section);
        let next = next_of(&rest, last);
        ordered.extend(rest.remove(next));
    }
    ordered
}

/// Which comes next: the first from another section, or of the section that would else be left alone at the end.
fn next_of(rest: &VecDeque<PlannedActivity>, last: Option<SectionId>) -> usize {
    let is_other = |own: &PlannedActivity| own.section.is_none() || own.section != last;
    let crowded = rest.iter().map(|own| own.section).find(|section| {
        let own = rest.iter().filter(|other| section.is_some() && other.section == *section).count();
        section.is_some() && *section != last && own > rest.len() / 2
    });
    let wanted = |own: &PlannedActivity| crowded.is_none_or(|section| own.section == section) && is_other(own);
    rest.iter().position(wanted).unwrap_or(0)
}
