//! The rules by which content is judged: one file each, with its code, what it means and what to do, a sample that trips
//! it and one that does not. Codes are promises: they stand in files and in heads, so none is ever reused.

mod rule;
mod guessed;

mod allow;
mod bounds;
mod condition;
mod contradiction;
mod duplicate;
mod fact;
mod filler;
mod foresight;
mod format;
mod hotline;
mod longest;
mod never_met;
mod no_feedback;
mod notation;
mod nothing_to_win;
mod number;
mod placed;
mod politest;
mod real_name;
mod size;
mod slot;
mod soft_lock;
mod stale;
mod structure;
mod text;
mod thoughtless;
mod trap;
mod unbounded;
mod unknown;
mod unreachable;
mod unreadable;
mod unrevealed;
mod untempting;
mod untranslated;
mod unused_chance;
mod unused_name;
mod unused_variable;
mod wording;

mod registry;
mod allowing;

pub use allowing::settle;
pub use registry::{RULES, find, read_code, rule};
pub use rule::Rule;
