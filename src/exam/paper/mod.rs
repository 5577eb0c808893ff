//! A paper: the questions and scenarios that one candidate meets, drawn from a blueprint by a seed.
//!
//! A form is drawn whole and kept only where it is as hard as others: every block is filled, each critical topic stands
//! once, no two questions are of one clause, and none gives another away.

mod question_facts;
mod quota;
mod shortage;
mod shortage_words;
mod draw;

pub use draw::{draw, draw_further};
pub use question_facts::{expected_share, pool};
pub use shortage::{Shortage, shortages};
pub use shortage_words::shortage_words;
