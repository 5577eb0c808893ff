//! What every wing stands on, and nothing that knows of standards, scenarios or plays.

#![warn(missing_docs)]

pub mod text; //       words in several languages, safe to show
pub mod bilingual; // what the program itself says, in both languages that it speaks
pub mod language; //   what languages are called, and which way they are read
pub mod quantity; //   numbers with a measure in running text
pub mod chance; //     the only dice: a seed and named draws
pub mod hex; //        bytes as digits, and what a text hashes to
pub mod bits; //       many small facts in a few machine words
pub mod ids; //        where a thing stands in its list, checked
pub mod diagnostic; // a fault in content: code, place, message, what to do
pub mod parallel; //   a list worked on by two threads
