//! What `check` found.

pub mod text;
