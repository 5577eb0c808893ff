//! What somebody says, held against the words that the standard prescribes: which parts are there, which are not, and which
//! are spoiled by a denial, a guess, or somebody else who is to do it. It knows patterns and no grammar, so what it hears is
//! tested by the replies of `phrases/`.

mod numerals;
mod normal_form;
mod sentence;
mod fixed_numbers;
mod utterance;
mod gist;
mod spelling;
mod pattern;
mod doubt;
mod doubt_words;
mod doubt_zh;
mod doubt_en;
mod mask;
mod question;
mod slot_value;
mod filling;
mod named_moment;
mod clock_words;
mod element;
mod reply;

pub use element::{ElementHeard, hear};
pub use reply::{
    ElementHearing, LONGEST_REPLY, PhraseHearing, Unheard, can_be_heard, hear_phrase, hear_rows, other_hour,
};
pub use slot_value::SlotValue;
pub use utterance::Utterance;
