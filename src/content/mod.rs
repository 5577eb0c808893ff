//! What authors write: read as typed, and validated before anything is played.

#![warn(missing_docs)]

pub mod notation; // how content is written, and the path from a fault back to its line
pub mod standard; // the service standard: sections, clauses, requirements
pub mod bank; //     questions about the standard
pub mod phrases; //  what is said in one's own words
pub mod course; //   what is learnt in which order
pub mod blueprint; // what an exam consists of, and what passes it
pub mod scenario; // a scenario as typed, and valid
