//! Words for people, the same at every door.

#![warn(missing_docs)]

pub mod messages; //  the words of the interface, by language
pub mod narration; // a play in words, for every door
