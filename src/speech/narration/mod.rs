//! A play in words: what the screens and plain mode both show, without layout. Pure: a value in, words out.

mod wording;
mod mood;
mod slots;
mod narrator;
mod progress;
mod review;
mod account;
mod moves;
mod story;

pub use account::AccountItem;
pub use mood::Mood;
pub use moves::{GivenUp, MoveTold};
pub use narrator::Narrator;
pub use progress::Progress;
pub use review::{MissedLine, NarratedMove, Review, ReviewLine};
pub use slots::Slots;
pub use story::{Detail, MarkKind, MoveMark, Passage};
pub use wording::{cite, clock, duration, entry_kind, entry_sign, label, label_counts, price, signed_label, tier, verdict};
