//! How far a learner is in the courses, as the journal says it, and what an activity adds to that. A unit is done when its
//! visit was passed and its questions were all answered rightly; then the next one opens.

use super::round::Round;
use crate::base::chance::Seed;
use crate::content::bank::Bank;
use crate::content::course::{Course, Courses, StudyUnit};
use crate::content::scenario::Pack;
use crate::learn::today::CourseNext;
use crate::play::engine::Session;
use crate::play::scoring::{Ledger, Score, Verdict};
use crate::record::journal::{CourseUnit, Happened, JournalEvent};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many minutes a lesson takes, and the questions at the end of a unit, about.
const LESSON_MINUTES: u32 = 3;
const CHECK_MINUTES: u32 = 2;

/// What was done of a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitProgress {
    /// Whether its lesson was read to the end.
    pub has_read: bool,
    /// Whether its visit was passed, in a first run or a retry.
    pub has_passed: bool,
    /// Whether its questions were all answered rightly.
    pub is_checked: bool,
}

/// What comes next in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitStage {
    /// The lesson is to be read.
    Lesson,
    /// The visit is to be made.
    Visit,
    /// The questions are to be answered.
    Check,
}

impl UnitProgress {
    /// Whether the unit is done. Who passed the visit and knows the answers need not have read the lesson.
    pub fn is_done(self) -> bool {
        self.has_passed && self.is_checked
    }

    /// What comes next; nothing once it is done.
    pub fn next(self) -> Option<UnitStage> {
        match self {
            UnitProgress { has_passed: true, is_checked: true, .. } => None,
            UnitProgress { has_read: false, .. } => Some(UnitStage::Lesson),
            UnitProgress { has_passed: false, .. } => Some(UnitStage::Visit),
            UnitProgress { is_checked: false, .. } => Some(UnitStage::Check),
        }
    }
}

/// Whether a unit can be worked on.
#[derive(Clone, Copy, Debug)]
pub enum UnitState<'c> {
    /// It is done, and can be read and played again.
    Done,
    /// It can.
    Open,
    /// It cannot before this one is done.
    Behind(&'c StudyUnit),
}

/// A unit, and how far the learner is in it.
#[derive(Clone, Copy, Debug)]
pub struct FollowedUnit<'c> {
    /// The course that it belongs to.
    pub course: &'c Arc<Course>,
    /// The unit.
    pub unit: &'c StudyUnit,
    /// Its place in the course, from 0.
    pub number: usize,
    /// What was done of it.
    pub progress: UnitProgress,
    /// Whether it can be worked on.
    pub state: UnitState<'c>,
}

impl FollowedUnit<'_> {
    /// As the journal names it.
    pub fn named(&self) -> CourseUnit {
        named(self.course, self.unit)
    }
}

/// A unit as the journal names it.
fn named(course: &Course, unit: &StudyUnit) -> CourseUnit {
    CourseUnit { course: course.id.clone(), unit: unit.id.clone() }
}

/// All units of all courses in their order, as far as a journal says it.
pub fn followed<'c>(courses: &'c Courses, events: &[JournalEvent]) -> Vec<FollowedUnit<'c>> {
    let done = DoneParts::replay(events);
    let mut all = Vec::new();
    for course in &courses.courses {
        let mut behind = None;
        for (number, unit) in course.units.iter().enumerate() {
            let progress = done.progress(&named(course, unit));
            let state = match behind {
                _ if progress.is_done() => UnitState::Done,
                Some(first) => UnitState::Behind(first),
                None => UnitState::Open,
            };
            if !progress.is_done() {
                behind = behind.or(Some(unit));
            }
            all.push(FollowedUnit { course, unit, number, progress, state });
        }
    }
    all
}

/// The unit of this name.
pub fn follow<'c>(courses: &'c Courses, events: &[JournalEvent], unit: &CourseUnit) -> Option<FollowedUnit<'c>> {
    followed(courses, events).into_iter().find(|own| own.named() == *unit)
}

/// What of all units was done.
#[derive(Debug, Default)]
struct DoneParts<'e> {
    read: BTreeSet<&'e CourseUnit>,
    passed: BTreeSet<&'e CourseUnit>,
    checked: BTreeSet<&'e CourseUnit>,
}

impl<'e> DoneParts<'e> {
    fn replay(events: &'e [JournalEvent]) -> DoneParts<'e> {
        let mut done = DoneParts::default();
        for event in events {
            match &event.what {
                Happened::LessonRead(unit) => done.read.insert(unit),
                Happened::VisitPassed(unit) => done.passed.insert(unit),
                Happened::UnitChecked(unit) => done.checked.insert(unit),
                Happened::Reviewed(_)
                | Happened::MomentMade(_)
                | Happened::MomentPassed(_)
                | Happened::MomentFailed(_)
                | Happened::MomentDropped(_)
                | Happened::MinutesChosen(_)
                | Happened::ExamSet(_)
                | Happened::ReplyFiled(_)
                | Happened::Unknown(_) => continue,
            };
        }
        done
    }

    fn progress(&self, unit: &CourseUnit) -> UnitProgress {
        UnitProgress {
            has_read: self.read.contains(unit),
            has_passed: self.passed.contains(unit),
            is_checked: self.checked.contains(unit),
        }
    }
}

/// The open unit that comes next, for the plan of a day; none where there is no course or all are done.
pub fn next_unit(pack: &Pack, events: &[JournalEvent]) -> Option<CourseNext> {
    let all = followed(&pack.courses, events);
    let own = all.iter().find(|own| matches!(own.state, UnitState::Open))?;
    let lesson = if own.progress.has_read { 0 } else { LESSON_MINUTES };
    let visit = pack.scenarios.head(&own.unit.scenario).filter(|_| !own.progress.has_passed);
    let check = if own.progress.is_checked { 0 } else { CHECK_MINUTES };
    let id = |requirement| pack.standard.requirement(requirement).id.clone();
    Some(CourseNext {
        unit: own.named(),
        minutes: lesson + visit.map_or(0, |head| head.minutes) + check,
        requirements: own.unit.requirements().into_iter().map(id).collect(),
    })
}

/// What it shows that the lesson of a unit was read to its end; nothing where that is known.
pub fn of_lesson(own: &FollowedUnit) -> Vec<Happened> {
    if own.progress.has_read { Vec::new() } else { vec![Happened::LessonRead(own.named())] }
}

/// What a play shows of the units that visit its scenario, as far as it is not known: they are passed where it is over and
/// passed, in whichever run. `best` are the most points under its seed.
pub fn of_visit(pack: &Pack, events: &[JournalEvent], session: &Session, best: i32) -> Vec<Happened> {
    let scenario = session.scenario();
    if !session.is_over() || !pack.courses.visits(&scenario.id) {
        return Vec::new();
    }
    let ledger = Ledger::judge(scenario, &pack.standard, session.turns());
    let score = Score::share(ledger.points(), best);
    let criticals = ledger.critical(&pack.standard).len();
    if Verdict::of(score, scenario.pass_mark, criticals) == Verdict::Fail {
        return Vec::new();
    }
    let visited = followed(&pack.courses, events).into_iter().filter(|own| own.unit.scenario == scenario.id);
    visited.filter(|own| !own.progress.has_passed).map(|own| Happened::VisitPassed(own.named())).collect()
}

/// The questions of a unit as a round; none where none of them is there.
pub fn check(own: &FollowedUnit, bank: &Bank, seed: Seed) -> Option<Round> {
    let questions = own.unit.check.iter().filter_map(|id| bank.find(id).cloned());
    Round::new(questions, seed).map(|round| round.of_unit(own.named()))
}
