//! What a learner needs today: what is due, and what is new, the most important first. One measure serves both: what it adds
//! to what is remembered next month. What is hopeless by then, and what is safe anyhow, can wait.

use super::asked::DayAsked;
use crate::content::standard::{RequirementId, SectionId, Standard};
use crate::learn::fsrs::Strength;
use crate::learn::mastery::weight_of;
use crate::learn::memory::{DayResult, Memories, Memory};
use crate::record::day::Day;

/// One requirement that is to be asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Need {
    pub(super) requirement: RequirementId,
    pub(super) section: SectionId,
    /// Its weight times what a review adds to the chance that it is remembered later.
    pub(super) importance: f64,
    pub(super) why: NeedReason,
}

/// Why something is to be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NeedReason {
    /// It was failed today.
    FailedToday,
    /// It is time, or nearly.
    Due,
    /// An exam comes.
    Exam,
    /// It was never asked for.
    New,
    /// The same, and it has to wait for what is due.
    NewLater,
}

/// So many days from now what is learned today is to be remembered; with an exam, until then.
const LATER: u32 = 30;

/// What is less sure to be remembered than this is worth a review where there is time.
const NEARLY_DUE: f64 = 0.95;

/// What is new has to wait while less than this is held of what was met: a little more than nine of ten, as the newest is
/// the weakest.
const HELD_BEFORE_NEW: f64 = 0.93;

/// How many days before an exam nothing but what was failed is repeated.
const LAST_DAYS: u32 = 1;

/// The exam that is still to come.
fn exam(asked: &DayAsked) -> Option<Day> {
    asked.exam.filter(|exam| *exam >= asked.day)
}

/// Whether nothing but what was failed is repeated today.
pub(super) fn is_last_day(asked: &DayAsked) -> bool {
    exam(asked).is_some_and(|exam| exam.since(asked.day) <= LAST_DAYS)
}

/// Everything that is to be asked for on this day, the most important first.
pub(super) fn needs(asked: &DayAsked, memories: &Memories, standard: &Standard) -> Vec<Need> {
    let later = exam(asked).map_or(LATER, |exam| exam.since(asked.day).max(1));
    let (is_last_day, new_can_wait) = (is_last_day(asked), held(memories, standard, asked.day) < HELD_BEFORE_NEW);
    let need = |id: RequirementId| {
        let requirement = standard.requirement(id);
        let memory = memories.get(&requirement.id);
        let why = match memory {
            Some(memory) => reason(memory, asked, is_last_day)?,
            None if is_last_day => return None,
            None if new_can_wait => NeedReason::NewLater,
            None => NeedReason::New,
        };
        let gain = memory.map_or_else(|| Strength::first_gain(later), |own| own.gain(asked.day, later));
        Some(Need { requirement: id, section: requirement.section, importance: weight_of(requirement) * gain, why })
    };
    let mut needs: Vec<Need> = standard.ids().filter_map(need).collect();
    // Of equal importance the lower tier comes first, then the order of the standard.
    let tier = |own: &Need| standard.section_of(own.requirement).tier;
    needs.sort_by(|a, b| {
        let waits = |own: &Need| own.why == NeedReason::NewLater;
        let by_importance = b.importance.total_cmp(&a.importance);
        waits(a).cmp(&waits(b)).then(by_importance).then((tier(a), a.requirement).cmp(&(tier(b), b.requirement)))
    });
    needs
}

fn reason(memory: &Memory, asked: &DayAsked, is_last_day: bool) -> Option<NeedReason> {
    let day = asked.day;
    match memory.latest {
        DayResult::Failed if memory.last >= day => Some(NeedReason::FailedToday),
        // The last day repeats what did not go well, and nothing else.
        DayResult::Right if is_last_day => None,
        DayResult::Failed | DayResult::Mended if is_last_day => Some(NeedReason::Exam),
        _ if memory.last >= day => None,
        _ if memory.due() <= day || memory.retrievability(day) < NEARLY_DUE => Some(NeedReason::Due),
        _ => exam(asked).filter(|exam| memory.due() <= *exam).map(|_| NeedReason::Exam),
    }
}

/// The share of what was met that is remembered, by weight, as far as that is to be believed; all of nothing.
fn held(memories: &Memories, standard: &Standard, day: Day) -> f64 {
    let (mut held, mut met) = (0.0, 0.0);
    for requirement in &standard.requirements {
        if let Some(memory) = memories.get(&requirement.id) {
            held += weight_of(requirement) * memory.retrievability(day);
            met += weight_of(requirement);
        }
    }
    if met > 0.0 { memories.reliability() * held / met } else { 1.0 }
}
