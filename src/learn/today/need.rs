//! What a learner needs today: every requirement that is due and can be tested, the most important first.

use super::asked::DayAsked;
use crate::content::standard::{RequirementId, SectionId, Standard};
use crate::learn::mastery::weight_of;
use crate::learn::memory::{DayResult, Memories, Memory};
use crate::record::day::Day;

/// One requirement that is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Need {
    pub(super) requirement: RequirementId,
    pub(super) section: SectionId,
    /// Its weight times how likely it is forgotten.
    pub(super) importance: f64,
    pub(super) why: NeedReason,
}

/// Why something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NeedReason {
    /// It was failed today.
    FailedToday,
    /// It is time.
    Due,
    /// It is not time, and an exam comes.
    Exam,
}

/// How many days before an exam nothing but what was failed is repeated.
const LAST_DAYS: u32 = 1;

/// Everything that is due on this day, the most important first.
pub(super) fn needs(asked: &DayAsked, memories: &Memories, standard: &Standard) -> Vec<Need> {
    let exam = asked.exam.filter(|exam| *exam >= asked.day);
    let need = |id: RequirementId| {
        let requirement = standard.requirement(id);
        let memory = memories.get(&requirement.id)?;
        let why = reason(memory, asked.day, exam)?;
        let forgotten = 1.0 - memory.retrievability(exam.unwrap_or(asked.day));
        Some(Need { requirement: id, section: requirement.section, importance: weight_of(requirement) * forgotten, why })
    };
    let mut needs: Vec<Need> = standard.ids().filter_map(need).collect();
    needs.sort_by(|a, b| b.importance.total_cmp(&a.importance).then(a.requirement.cmp(&b.requirement)));
    needs
}

fn reason(memory: &Memory, day: Day, exam: Option<Day>) -> Option<NeedReason> {
    let is_failed_today = memory.latest == DayResult::Failed && memory.last == day;
    let is_exam_near = exam.is_some_and(|exam| exam.since(day) <= LAST_DAYS);
    match exam {
        _ if is_failed_today => Some(NeedReason::FailedToday),
        // The last day repeats what did not go well, and nothing else.
        Some(_) if is_exam_near => (memory.latest != DayResult::Right).then_some(NeedReason::Exam),
        _ if memory.due() <= day => Some(NeedReason::Due),
        Some(exam) if memory.last < day && memory.due() <= exam => Some(NeedReason::Exam),
        _ => None,
    }
}
