//! The rules by which content is judged: one file each, with its code, what it means and what to do, a sample that trips
//! it and one that does not. Codes are promises: they stand in files and in heads, so none is ever reused.

mod rule;
mod guessed;
mod worded;
mod spelt_number;

mod allow;
mod bounds;
mod cheap_rule;
mod condition;
mod contradiction;
mod duplicate;
mod duration;
mod fact;
mod filler;
mod foresight;
mod format;
mod hotline;
mod hour;
mod long_choice;
mod longest;
mod minutes;
mod never_met;
mod no_feedback;
mod notation;
mod nothing_to_win;
mod number;
mod placed;
mod placeholder;
mod politest;
mod private_number;
mod punctuation;
mod real_name;
mod same_words;
mod silent;
mod size;
mod slot;
mod soft_lock;
mod stale;
mod structure;
mod surface;
mod term;
mod text;
mod thoughtless;
mod trap;
mod unbounded;
mod unknown;
mod unreachable;
mod unreadable;
mod unrevealed;
mod unshown;
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
