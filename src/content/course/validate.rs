//! From the files of `courses/` to [`Courses`], and everything that is wrong with them. What one course has wrong hides no
//! other.

use super::course_reader::{CourseContext, CourseReader};
use super::spec::CourseSpec;
use super::whole::Courses;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Lang;
use crate::content::notation::{Source, Tag, Validator};
use std::sync::Arc;

/// The courses of these files as far as they are valid, and what is wrong with the others. What is wrong with the name of a
/// file is told by `named`.
pub fn validate(
    sources: &[Source],
    context: &CourseContext,
    languages: &[Lang],
    named: impl Fn(&Source, &str, &mut Vec<Diagnostic>),
) -> (Courses, Vec<Diagnostic>) {
    let tags: Vec<Tag> = languages.iter().map(|lang| Tag(*lang)).collect();
    let (mut courses, mut diagnostics) = (Courses::default(), Vec::new());
    for source in sources {
        match source.read::<CourseSpec>() {
            Ok(spec) => {
                let mut validator = Validator::new(source, spec.format, &tags);
                let valid = CourseReader { validator: &mut validator, context }.course(&spec);
                let mut wrong = validator.take_diagnostics();
                named(source, &spec.id, &mut wrong);
                courses.courses.extend(valid.filter(|_| wrong.is_empty()).map(Arc::new));
                diagnostics.append(&mut wrong);
            }
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    (courses, diagnostics)
}
