//! Exams: blueprints as they are read, papers as they are drawn, sittings, and what they come to.

mod blueprints;
pub(crate) mod certificate;
mod kill_sitting;
mod lines;
mod marking;
mod papers;
mod screen;
mod sitting;
mod whole;
