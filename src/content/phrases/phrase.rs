//! One phrase, valid: its requirements prescribe elements, and every slot in them has a value.

use crate::base::text::{Lang, Text};
use crate::content::standard::{RequirementId, ValuedSlot};
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
    pub slots: Vec<ValuedSlot>,
    /// One natural reply that has everything, shown afterwards.
    pub model: Text,
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
    pub fn find_slot(&self, name: &str) -> Option<&ValuedSlot> {
        self.slots.iter().find(|slot| *slot.name == *name)
    }

    /// What stands for a slot.
    pub fn slot(&self, name: &str) -> Option<&Text> {
        self.find_slot(name).map(|slot| &slot.text)
    }
}
