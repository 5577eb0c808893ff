//! Words for people, the same at every door.

pub mod messages; //  the words of the interface, by language
pub mod narration; // a play in words, for every door
