//! Courses exactly as they are typed.

use crate::content::notation::LocalizedSpec;
use serde::Deserialize;

/// A file of `courses/`.
#[derive(Debug, Deserialize)]
#[serde(rename = "Course", deny_unknown_fields)]
pub(super) struct CourseSpec {
    pub format: u32,
    pub id: String,
    pub title: LocalizedSpec,
    pub about: LocalizedSpec,
    pub units: Vec<StudyUnitSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StudyUnitSpec {
    pub id: String,
    pub title: LocalizedSpec,
    pub lesson: LessonSpec,
    pub scenario: String,
    pub check: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LessonSpec {
    pub purpose: LocalizedSpec,
    pub steps: Vec<LessonStepSpec>,
    pub good: Vec<LessonLineSpec>,
    pub bad: Vec<LessonLineSpec>,
    pub aloud: SpokenSentenceSpec,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LessonStepSpec {
    pub says: LocalizedSpec,
    pub tests: Vec<String>,
    #[serde(rename = "if")]
    pub only_if: Option<LocalizedSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LessonLineSpec {
    pub says: LocalizedSpec,
    pub because: LocalizedSpec,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpokenSentenceSpec {
    pub tests: String,
    pub says: LocalizedSpec,
}
