//! Written plays, played again.

pub mod json;
