//! A course in words: how far one is, what comes next, and why a unit is not open.

use super::course::{FollowedUnit, UnitStage, UnitState, followed};
use crate::content::course::Courses;
use crate::content::scenario::Pack;
use crate::record::journal::JournalEvent;
use crate::speech::messages::Messages;
use crate::tr;

/// How far one is in the course that is followed, and the unit that comes next.
pub fn summary(words: &Messages, courses: &Courses, events: &[JournalEvent]) -> (String, Vec<String>) {
    let all = followed(courses, events);
    let Some(last) = all.last() else { return (tr!(words, "course-none"), Vec::new()) };
    let next = all.iter().find(|own| matches!(own.state, UnitState::Open));
    let course = next.unwrap_or(last).course;
    let own = all.iter().filter(|own| own.course.id == course.id);
    let done = own.clone().filter(|own| own.progress.is_done()).count();
    let title = course.title.in_lang(words.lang());
    let head = tr!(words, "course-row", title = title, done = done, count = own.count());
    let next = next.map(|own| tr!(words, "course-next", unit = own.unit.title.in_lang(words.lang())));
    (head, next.into_iter().collect())
}

/// Whether a unit is done, what is to be done in it next, or what it waits for.
pub fn state(words: &Messages, own: &FollowedUnit) -> String {
    match (own.state, own.progress.next()) {
        (UnitState::Behind(first), _) => {
            tr!(words, "unit-locked", unit = first.title.in_lang(words.lang()))
        }
        (UnitState::Done, _) | (_, None) => tr!(words, "unit-done"),
        (UnitState::Open, Some(UnitStage::Lesson)) => tr!(words, "unit-next-lesson"),
        (UnitState::Open, Some(UnitStage::Visit)) => tr!(words, "unit-next-visit"),
        (UnitState::Open, Some(UnitStage::Check)) => tr!(words, "unit-next-check"),
    }
}

/// What can be done when a unit's lesson was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitEntry {
    /// To walk through a clean play.
    WorkedVisit,
    /// To make the visit oneself.
    Visit,
    /// To answer the questions.
    Check,
}

impl UnitEntry {
    /// All of them; the first has number 1.
    pub const ALL: [UnitEntry; 3] = [UnitEntry::WorkedVisit, UnitEntry::Visit, UnitEntry::Check];

    /// Which one comes next; after the lesson a play is watched first.
    pub fn likeliest(own: &FollowedUnit, has_watched: bool) -> UnitEntry {
        match own.progress.next() {
            Some(UnitStage::Lesson) => UnitEntry::WorkedVisit,
            Some(UnitStage::Visit) if !has_watched => UnitEntry::WorkedVisit,
            Some(UnitStage::Visit) => UnitEntry::Visit,
            Some(UnitStage::Check) | None => UnitEntry::Check,
        }
    }

    /// What is done there.
    pub fn told(self, words: &Messages, pack: &Pack, own: &FollowedUnit) -> String {
        let id = &own.unit.scenario;
        let title = pack.scenarios.head(id).map_or(&**id, |head| head.title.in_lang(words.lang()));
        match self {
            UnitEntry::WorkedVisit => tr!(words, "unit-worked"),
            UnitEntry::Visit => tr!(words, "unit-visit", title = title),
            UnitEntry::Check => tr!(words, "unit-check", count = own.unit.check.len()),
        }
    }

    /// Whether it was done; of a play that is only watched nothing is kept.
    pub fn is_done(self, own: &FollowedUnit) -> bool {
        match self {
            UnitEntry::WorkedVisit => false,
            UnitEntry::Visit => own.progress.has_passed,
            UnitEntry::Check => own.progress.is_checked,
        }
    }
}
