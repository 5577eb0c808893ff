//! The plan of a day in words: what there is to do, and why each thing is there.

use super::course::follow;
use super::learning::{Learning, TodayPlan};
use crate::content::scenario::Pack;
use crate::content::standard::{RequirementId, Standard};
use crate::learn::today::{Activity, PlanReason, PlannedActivity};
use crate::record::day::Day;
use crate::speech::messages::Messages;
use crate::speech::narration::cite;
use crate::tr;

/// The day in a line, and what comes first with its reason.
pub fn summary(words: &Messages, pack: &Pack, learning: &Learning, today: &TodayPlan) -> (String, Vec<String>) {
    let parts = today.parts();
    let Some(first) = parts.first() else { return (nothing_left(words, learning, today), Vec::new()) };
    let minutes = today.plan.seconds().div_ceil(60);
    let (title, why) = part(words, pack, learning, first);
    (tr!(words, "today-do", minutes = minutes), [title].into_iter().chain(why).collect())
}

/// A part of the day, and why it is there.
pub fn part(words: &Messages, pack: &Pack, learning: &Learning, own: &[PlannedActivity]) -> (String, Vec<String>) {
    match own {
        [] => (String::new(), Vec::new()),
        [one] => (activity(words, pack, learning, one), vec![reason(words, &pack.standard, &one.reason)]),
        many => (tr!(words, "activity-questions", count = many.len()), reasons(words, many)),
    }
}

/// How many of some questions are there for which reason.
fn reasons(words: &Messages, many: &[PlannedActivity]) -> Vec<String> {
    let count = |is_meant: fn(&PlanReason) -> bool| many.iter().filter(|own| is_meant(&own.reason)).count();
    let missed = count(|own| {
        matches!(own, PlanReason::OftenMissed { .. } | PlanReason::FailedToday { .. } | PlanReason::OwnMistake { .. })
    });
    let due = count(|own| matches!(own, PlanReason::Due { .. } | PlanReason::Exam { .. }));
    let new = many.len() - missed - due;
    let told = [
        (missed > 0).then(|| tr!(words, "reasons-missed", count = missed)),
        (due > 0).then(|| tr!(words, "reasons-due", count = due)),
        (new > 0).then(|| tr!(words, "reasons-new", count = new)),
    ];
    told.into_iter().flatten().collect()
}

/// Why nothing is left to do today.
pub fn nothing_left(words: &Messages, learning: &Learning, today: &TodayPlan) -> String {
    let until = today.plan.rest.and_then(|rest| rest.until);
    match (learning.spent() > 0, until) {
        (true, _) => tr!(words, "today-done"),
        (false, Some(day)) => tr!(words, "today-rest", day = in_days(words, learning.today(), day)),
        (false, None) => tr!(words, "today-nothing"),
    }
}

/// The day in lines: how much there is to do, what was done and what got better, and when to come back.
pub fn day(words: &Messages, pack: &Pack, learning: &Learning, today: &TodayPlan) -> Vec<String> {
    let mut told = vec![summary(words, pack, learning, today).0];
    let spent = learning.spent();
    if spent > 0 {
        told.push(tr!(words, "today-spent", minutes = spent.div_ceil(60)));
        let gained = learning.change(&pack.standard).gained;
        if !gained.is_empty() {
            let some = gained.iter().take(SOME).map(|id| {
                let what = pack.standard.requirement(*id).text.in_lang(words.lang());
                tr!(words, "asking-claim", claim = what, clause = cite(words, &pack.standard, *id))
            });
            told.push(tr!(words, "today-gained", count = gained.len()));
            told.extend(some.collect::<Vec<_>>());
        }
    }
    let until = today.plan.rest.and_then(|rest| rest.until);
    if let (true, Some(day)) = (spent > 0 && today.plan.activities.is_empty(), until) {
        told.push(tr!(words, "today-next", day = in_days(words, learning.today(), day)));
    }
    told
}

/// So many of what got better are named.
const SOME: usize = 3;

/// A day seen from today: `tomorrow`, `in 3 days`.
pub fn in_days(words: &Messages, today: Day, day: Day) -> String {
    tr!(words, "in-days", days = day.since(today))
}

/// What an activity is.
pub fn activity(words: &Messages, pack: &Pack, learning: &Learning, planned: &PlannedActivity) -> String {
    let lang = words.lang();
    let title = |id: &str| pack.scenarios.head(id).map_or(id, |head| head.title.in_lang(lang)).to_owned();
    match &planned.activity {
        Activity::Moment(key) => {
            let scenario = learning.moment(*key).map(|own| title(&own.moment.scenario)).unwrap_or_default();
            tr!(words, "activity-moment", title = scenario)
        }
        Activity::Question(_) => tr!(words, "activity-question", section = section(words, pack, planned)),
        Activity::Phrase(_) => tr!(words, "activity-phrase", section = section(words, pack, planned)),
        Activity::Scenario(id) => tr!(words, "activity-visit", title = title(id)),
        Activity::Unit(unit) => {
            let known = follow(&pack.courses, learning.events(), unit);
            let title = known.map_or(&*unit.unit, |own| own.unit.title.in_lang(lang));
            tr!(words, "activity-unit", title = title)
        }
    }
}

/// The section of what an activity tests first.
fn section(words: &Messages, pack: &Pack, planned: &PlannedActivity) -> String {
    let section = planned.requirements.first().map(|id| pack.standard.section_of(*id).title.in_lang(words.lang()));
    section.unwrap_or_default().to_owned()
}

/// Why an activity is there, in a sentence.
pub fn reason(words: &Messages, standard: &Standard, reason: &PlanReason) -> String {
    // The clause is named and not told: it would be the answer.
    let said = |id: &RequirementId| -> String { cite(words, standard, *id) };
    match reason {
        PlanReason::OwnMistake { requirement, times } => {
            let what = said(requirement);
            tr!(words, "reason-own-mistake", what = what, times = times)
        }
        PlanReason::FailedToday { .. } => tr!(words, "reason-failed-today"),
        PlanReason::OftenMissed { requirement, times } => {
            let what = said(requirement);
            tr!(words, "reason-often-missed", what = what, times = times)
        }
        PlanReason::Due { days, .. } => tr!(words, "reason-due", days = days),
        PlanReason::Exam { .. } => tr!(words, "reason-exam"),
        PlanReason::Covers { due } => tr!(words, "reason-covers", due = due),
        PlanReason::NextUnit => tr!(words, "reason-next-unit"),
        PlanReason::Weakest { section } => {
            let section = standard.sections[section.index()].title.in_lang(words.lang()).to_owned();
            tr!(words, "reason-weakest", section = section)
        }
        PlanReason::FirstTime { .. } => tr!(words, "reason-first-time"),
    }
}
