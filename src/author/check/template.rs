//! The scenario that a new one begins as, and questions like those of a bank. Their words stand in `template.ron` and
//! `questions.ron`.

/// A small scenario that passes every rule: what a new scenario begins as, and what every rule's sample changes. It is
/// written against the standard that the program carries.
pub const TEMPLATE: &str = include_str!("template.ron");

/// The id of [`TEMPLATE`].
pub const TEMPLATE_ID: &str = "wet_umbrella";

/// A small file of questions that pass every rule: what the samples of rules about questions change. It is written against
/// the same standard.
pub const QUESTIONS: &str = include_str!("questions.ron");
