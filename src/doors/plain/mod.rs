//! The play as lines of text on any input and output: for pipes, for screen readers, for terminals that can do nothing
//! else. Only ever adds lines; choices are numbers; nothing is drawn.

mod lines;
mod play;
mod review;

pub use lines::Lines;
pub use play::{Left, PlainPlay};
