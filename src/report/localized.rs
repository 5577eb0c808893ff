//! A text in every language that it is written in, for documents that are shown in any of them. It is what stands in a
//! play: slots are filled. The messages of the program itself are not among these.

use crate::base::text::{Lang, Text};
use crate::content::scenario::Scenario;
use crate::play::engine::State;
use crate::speech::narration::Slots;
use serde_json::{Value, json};

/// The words by language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalizedText(Vec<(Lang, String)>);

impl LocalizedText {
    /// The words in this language, or else in the first by its tag.
    pub fn in_lang(&self, lang: Lang) -> &str {
        let own = self.0.iter().find(|(of, _)| *of == lang);
        own.or(self.0.iter().min_by_key(|(of, _)| *of)).map_or("", |(_, words)| words)
    }

    /// An object with a key for each language.
    pub(super) fn json(&self) -> Value {
        Value::Object(self.0.iter().map(|(lang, words)| (lang.tag().to_owned(), json!(words))).collect())
    }
}

impl From<&Text> for LocalizedText {
    fn from(text: &Text) -> LocalizedText {
        LocalizedText(text.iter().map(|(lang, words)| (lang, words.to_owned())).collect())
    }
}

/// Fills the slots of a scenario's texts; `{player}` is whoever has no name.
pub(super) struct SlotFiller<'s> {
    scenario: &'s Scenario,
}

impl<'s> SlotFiller<'s> {
    pub(super) fn new(scenario: &'s Scenario) -> SlotFiller<'s> {
        SlotFiller { scenario }
    }

    /// A text as it reads in a state.
    pub(super) fn fill(&self, text: &Text, state: &State) -> LocalizedText {
        let filled = |(lang, words): (Lang, &str)| {
            (lang, Slots { scenario: self.scenario, lang, player: "" }.fill(words, state).into_owned())
        };
        LocalizedText(text.iter().map(filled).collect())
    }
}
