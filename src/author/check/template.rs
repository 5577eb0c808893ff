//! The scenario that a new one begins as. Its words stand in `template.ron`.

/// A small scenario that passes every rule: what a new scenario begins as, and what every rule's sample changes. It is
/// written against the standard that the program carries.
pub const TEMPLATE: &str = include_str!("template.ron");

/// The id of [`TEMPLATE`].
pub const TEMPLATE_ID: &str = "wet_umbrella";
