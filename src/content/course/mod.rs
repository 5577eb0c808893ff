//! Courses, as typed and valid: what somebody learns in which order, unit by unit.
//!
//! A file of `courses/` holds one. Each unit has a page to read, a scenario to visit and questions to answer; it names what
//! it teaches by the requirements of its steps.

mod whole;
mod marked;
mod spec;
mod course_reader;
mod validate;

pub use course_reader::CourseContext;
pub use marked::{MarkedWords, marked};
pub use validate::validate;
pub use whole::{Course, Courses, Lesson, LessonLine, LessonStep, SpokenSentence, StudyUnit};
