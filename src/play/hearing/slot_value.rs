//! What is known of a slot when an utterance is searched for it.

/// What is known of a slot.
#[derive(Clone, Copy, Debug)]
pub enum SlotValue<'v> {
    /// Its words in the utterance's language, and other ways to say it. Times, days and long numbers count in any writing.
    Words {
        /// The words.
        words: &'v str,
        /// Other ways to say it, as patterns.
        forms: &'v [Box<str>],
    },
    /// It has a value that is not known yet: only the slot itself (`{player}`) shows it.
    Open,
    /// Some time of day.
    AnyTime,
    /// Nothing is known, so whatever is said may be it.
    Unknown,
}

impl<'v> SlotValue<'v> {
    /// Words that can be said in no other way.
    pub fn words(words: &'v str) -> SlotValue<'v> {
        SlotValue::Words { words, forms: &[] }
    }
}
