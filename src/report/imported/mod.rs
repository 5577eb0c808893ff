//! Learners who were taken in from files.

pub mod json;
