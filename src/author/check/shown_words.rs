//! The words of a scenario about as a learner reads them.

use super::inspection::Inspection;
use crate::base::text::{Lang, fill_slots};

/// Words about as a learner reads them, slots filled in.
pub(super) fn words_of(inspection: &Inspection, words: &str, lang: Lang) -> String {
    let mut out = String::new();
    fill_slots(words, &mut out, |name, out| {
        let slot = inspection.scenario.slots.iter().find(|slot| *slot.name == *name);
        out.push_str(slot.map_or("···", |slot| slot.text.in_lang(lang)));
        true
    });
    out
}
