//! One phrase, valid: its requirements prescribe elements, and every slot in them has a value.

use crate::base::text::{Lang, Text};
use crate::content::standard::RequirementId;
use serde::{Deserialize, Serialize};

/// Something that the learner says in her own words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SpokenPhrase {
    /// Unique among all phrases.
    pub id: Box<str>,
    /// What the reply must meet; at least one, and each has elements.
    pub requirements: Vec<RequirementId>,
    /// Who is spoken to, and what was said last. It never names an element.
    pub situation: Text,
    /// The values of the slots that the elements and the texts name, those of the pack included.
    pub slots: Vec<PhraseSlot>,
    /// One natural reply that has everything, shown afterwards.
    pub model: Text,
}

/// The words that stand for `{name}` in a phrase.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PhraseSlot {
    /// Its name.
    pub name: Box<str>,
    /// The words.
    pub text: Text,
    /// Other ways to say it, as patterns, by language.
    pub forms: Vec<(Lang, Vec<Box<str>>)>,
}

impl PhraseSlot {
    /// Other ways to say it in a language.
    pub fn forms(&self, lang: Lang) -> &[Box<str>] {
        self.forms.iter().find(|(own, _)| *own == lang).map_or(&[], |(_, list)| list)
    }
}

/// A reply that tests how a phrase is heard.
#[derive(Clone, Debug)]
pub struct TestReply {
    /// Its language.
    pub lang: Lang,
    /// Its words, in which slots may stand.
    pub words: Box<str>,
    /// Whether it has everything, or lacks or spoils something.
    pub is_good: bool,
    /// Where its language stands in the list of languages, and the reply in that language's list.
    pub(super) place: (usize, usize),
}

impl SpokenPhrase {
    /// A slot by its name.
    pub fn find_slot(&self, name: &str) -> Option<&PhraseSlot> {
        self.slots.iter().find(|slot| *slot.name == *name)
    }

    /// What stands for a slot.
    pub fn slot(&self, name: &str) -> Option<&Text> {
        self.find_slot(name).map(|slot| &slot.text)
    }
}
