//! The questions of a bank for other programs, in one language each: GIFT and Moodle XML, and a table that can come back.
//! A question with slots goes out in the form of one seed.

mod flat;
mod flatten;
pub mod csv;
pub mod gift;
pub mod moodle;

pub use flat::{FlatAnswer, FlatBody, FlatQuestion};
pub use flatten::flat;
