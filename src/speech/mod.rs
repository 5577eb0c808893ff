//! Words for people, the same at every door.

#![warn(missing_docs)]

pub mod line_breaking; //  lines that fit, in Chinese and in English
pub mod messages; //       the words of the interface, by language
pub mod search; //         what a search finds
pub mod remarks; //        what stands beside a result
pub mod narration; //      a play in words, for every door
pub mod asking; //         a question, its answers and what they came to
pub mod saying; //         a phrase to be said, and what was heard of a reply
pub mod past_plays; //     what was played, run by run
pub mod standard_parts; // the standard in words
