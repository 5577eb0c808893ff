//! The words that stand for `{name}`, and the other ways to say them that are heard and never shown.

use super::element_reader::patterned;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::base::text::{Lang, Text};
use crate::both;
use crate::content::notation::{Named, Names, SourcePath, Validator, noun};
use serde::{Deserialize, Serialize};

/// The words that stand for `{name}`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ValuedSlot {
    /// Its name.
    pub name: Box<str>,
    /// The words.
    pub text: Text,
    /// Other ways to say it.
    pub forms: SlotForms,
}

/// Other ways to say the value of a slot, as patterns, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotForms(Vec<(Lang, Vec<Box<str>>)>);

impl ValuedSlot {
    /// A slot that is said in its own words alone.
    pub(crate) fn new(name: &str, text: Text) -> ValuedSlot {
        ValuedSlot { name: name.into(), text, forms: SlotForms::default() }
    }
}

impl SlotForms {
    /// Those of a language.
    pub fn in_lang(&self, lang: Lang) -> &[Box<str>] {
        self.0.iter().find(|(own, _)| *own == lang).map_or(&[], |(_, list)| list)
    }
}

/// Reads the `forms` of a file into the slots that they are of.
pub(crate) fn read_forms(
    validator: &mut Validator,
    at: &SourcePath,
    typed: &Named<Named<Vec<String>>>,
    slots: &mut [ValuedSlot],
) {
    Names::of(validator, at, noun::SLOT, typed);
    for (index, (name, lists)) in typed.0.iter().enumerate() {
        let here = at.entry(index, name);
        let Some(slot) = slots.iter_mut().find(|slot| *slot.name == **name) else {
            validator.unknown(&here, noun::SLOT, name, slots.iter().map(|known| &*known.name));
            continue;
        };
        for (entry, (tag, words)) in lists.0.iter().enumerate() {
            let list = here.entry(entry, tag);
            for (item, words) in words.iter().enumerate() {
                validator.shown(&list.item(item), words);
                patterned(validator, &list.item(item), words);
            }
            match Lang::new(tag).filter(|lang| validator.languages.contains(lang)) {
                Some(lang) => slot.forms.0.push((lang, words.iter().map(|words| words.as_str().into()).collect())),
                None => validator.error(
                    Code::TEXT,
                    &list,
                    both!("nothing is said in the language \"{tag}\" here", "这里不说语言 \"{tag}\""),
                    Phrase::new("remove it", "删掉它"),
                ),
            }
        }
    }
}
