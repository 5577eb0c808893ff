//! The answers and decisions of many learners, as items: what statistics are made of. An exam is a test whose items are its
//! questions, a scenario one whose items are its scenes in which something stands to choose.
//!
//! **What counts.** Of each learner the first sitting of an exam and the first play of a scenario: who has read the review
//! answers another question. In a play every decision up to the first one that was taken back, without those before which a
//! hint was asked for.
//!
//! **What a decision wins.** By its expected loss, before the dice fall: the best open choice wins all, the one that loses most
//! nothing, another what is left of that (1 − loss ÷ greatest loss). A moment in which no choice loses anything is no decision.
//! Whoever comes to a scene several times wins the mean there.

mod not_counted;
mod answered;
mod decided;
mod collector;
mod test;

pub use collector::Collector;
pub use not_counted::NotCounted;
pub use test::{FoundItem, ItemTest, TestOf};
