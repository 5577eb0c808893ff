//! From the files of `courses/` to [`Courses`], and everything that is wrong with them. What one course has wrong hides no
//! other.

use super::course_reader::{CourseContext, CourseReader};
use super::spec::CourseSpec;
use super::whole::Courses;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::content::notation::{ReadFile, Source, read_files};
use std::sync::Arc;

/// The courses of these files as far as they are valid, and what is wrong with the others. What is wrong with the name of a
/// file is told by `named`.
pub fn validate(
    sources: &[Source],
    context: &CourseContext,
    languages: &[Lang],
    named: impl Fn(&Source, &str, &mut Vec<Diagnostic>),
) -> (Courses, Vec<Diagnostic>) {
    let (read, mut diagnostics) = read_files(sources, languages, |spec: &CourseSpec| spec.format);
    let mut courses = Courses::default();
    for ReadFile { mut validator, spec } in read {
        let valid = CourseReader { validator: &mut validator, context }.course(&spec);
        let mut wrong = validator.take_diagnostics();
        named(validator.source, &spec.id, &mut wrong);
        courses.courses.extend(valid.filter(|_| wrong.is_empty()).map(Arc::new));
        diagnostics.append(&mut wrong);
    }
    (courses, diagnostics)
}
