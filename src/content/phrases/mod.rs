//! Prescribed utterances to be said in one's own words: a situation, what must be in the reply, one that has everything, and
//! the replies that test whether it is heard fairly. As typed and valid.

mod phrase;
mod book;
mod spec;
mod phrase_reader;
mod validate;

pub use book::{PhraseBook, PhraseTests};
pub use phrase::{SpokenPhrase, TestReply};
pub use phrase_reader::PhraseContext;
pub use validate::validate;
