//! What authors write: read as typed, and proven before anything is played.

#![warn(missing_docs)]

pub mod notation; // how content is written, and the way from a fault back to its line
pub mod standard; // the service standard: sections, clauses, requirements
pub mod scenario; // a scenario as typed, and proven
