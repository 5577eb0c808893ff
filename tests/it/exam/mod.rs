//! Exams: blueprints as they are read, papers as they are drawn, sittings, and what they come to.

mod blueprints;
mod marking;
mod papers;
mod sitting;
