//! A learner who was written into one file.

pub mod json;
