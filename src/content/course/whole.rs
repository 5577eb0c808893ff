//! A course, valid: its questions and requirements are there, so reading it cannot fail.

use crate::base::text::Text;
use crate::content::standard::RequirementId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The courses of a pack, in the order of their files.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Courses {
    /// All of them.
    pub courses: Vec<Arc<Course>>,
}

impl Courses {
    /// The course of this id.
    pub fn find(&self, id: &str) -> Option<&Arc<Course>> {
        self.courses.iter().find(|course| *course.id == *id)
    }

    /// Whether a unit visits this scenario.
    pub fn visits(&self, scenario: &str) -> bool {
        self.courses.iter().flat_map(|course| &course.units).any(|unit| *unit.scenario == *scenario)
    }

    /// Whether a unit asks this question.
    pub fn asks(&self, question: &str) -> bool {
        let mut asked = self.courses.iter().flat_map(|course| &course.units).flat_map(|unit| &unit.check);
        asked.any(|id| **id == *question)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.courses.is_empty()
    }
}

/// A course.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Course {
    /// Unique in the pack, and the name of its file.
    pub id: Box<str>,
    /// What it is called.
    pub title: Text,
    /// What one can do after it, in a sentence.
    pub about: Text,
    /// What is learnt, in this order; at least one.
    pub units: Vec<StudyUnit>,
}

/// A unit of a course.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StudyUnit {
    /// Unique in its course.
    pub id: Box<str>,
    /// What it is called.
    pub title: Text,
    /// The page to read.
    pub lesson: Lesson,
    /// The id of the scenario that is visited.
    pub scenario: Box<str>,
    /// The ids of the questions that are answered at its end; at least one.
    pub check: Vec<Box<str>>,
}

impl StudyUnit {
    /// What its steps teach, each requirement once.
    pub fn requirements(&self) -> Vec<RequirementId> {
        let mut all = Vec::new();
        for id in self.lesson.steps.iter().flat_map(|step| &step.tests) {
            if !all.contains(id) {
                all.push(*id);
            }
        }
        all
    }
}

/// The page of a unit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Lesson {
    /// What the procedure is for.
    pub purpose: Text,
    /// Its steps, in their order; at least one.
    pub steps: Vec<LessonStep>,
    /// What could well be said to a customer.
    pub good: Vec<LessonLine>,
    /// What a decent person would say and had better not.
    pub bad: Vec<LessonLine>,
    /// The sentence to say aloud, for practice.
    pub aloud: SpokenSentence,
}

/// A step of a procedure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LessonStep {
    /// What is done.
    pub says: Text,
    /// The requirements that it meets; at least one.
    pub tests: Vec<RequirementId>,
    /// The case in which alone it is taken; none for a step that is always taken.
    pub only_if: Option<Text>,
}

/// A line to a customer, and why it is good or bad.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LessonLine {
    /// Its words.
    pub says: Text,
    /// Why.
    pub because: Text,
}

/// A sentence that is prescribed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SpokenSentence {
    /// The requirement that prescribes it.
    pub tests: RequirementId,
    /// Its words, with what is required of them in brackets; see [`super::marked`].
    pub says: Text,
}
