//! The author's bench: what a valid scenario still has wrong when it is played in every way, and the rules by which all
//! faults of content are judged and explained, each in its own file.
//!
//! What is not even valid (names, texts, types) is found earlier, by `scenario`; its rules are explained here too.

mod template;
mod sample;
mod move_graph;
mod same_words;
mod undrawn;
mod shown;
mod glimpse;
mod visitor;
mod clock_range;
mod frozen;
mod inspection;
mod reads;
mod shown_words;
mod voice;
mod guess;
mod manners;
mod surface;
mod cheap_rule;
mod bank_inspection;
mod bank_guess;
pub mod rules;
mod checker;

pub use checker::{check, check_all, check_bank, check_within};
pub use inspection::{BestPlays, Inspection};
pub use rules::{RULES, Rule};
pub use sample::{ChangedLines, Sample};
pub use template::{QUESTIONS, TEMPLATE, TEMPLATE_ID};
pub use visitor::Occurrence;
