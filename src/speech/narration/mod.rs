//! A play in words: what the screens and plain mode both show, without layout. Pure: a value in, words out.

mod mark;
mod wording;
mod mood;
mod sentence;
mod nobody;
mod slots;
mod narrator;
mod progress;
mod review;
mod account;
mod moves;
mod story;

pub use account::AccountItem;
pub use mark::{MarkKind, MoveMark};
pub use mood::Mood;
pub use moves::{GivenUp, MoveTold};
pub use narrator::Narrator;
pub use nobody::spoken_name;
pub use progress::Standing;
pub use review::{MissedLine, NarratedMove, Review, ReviewLine};
pub use slots::Slots;
pub use story::{Detail, Passage};
pub use wording::{
    LONG, cite, clock, due_changed, duration, entry_kind, entry_sign, kind, label, label_counts, mark_word, mode_name,
    price, signed_label, tier, verdict, weight_told,
};
