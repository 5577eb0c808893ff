//! The slots in a scenario's texts, and what they hold in a state.

use super::wording::hour_and_minute;
use crate::base::text::{Lang, fill_slots};
use crate::content::scenario::{Scenario, VariableId};
use crate::play::engine::State;
use std::borrow::Cow;
use std::fmt::Write;

/// What the slots of a scenario's texts hold, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Slots<'s> {
    /// Whose texts are filled.
    pub scenario: &'s Scenario,
    /// In which language the slots' own texts are put in.
    pub lang: Lang,
    /// The learner's name, for `{player}`.
    pub player: &'s str,
}

impl Slots<'_> {
    /// Words as they read in a state.
    pub fn fill<'w>(&self, words: &'w str, state: &State) -> Cow<'w, str> {
        if !words.contains('{') {
            return Cow::Borrowed(words);
        }
        let mut out = String::with_capacity(words.len());
        fill_slots(words, &mut out, |name, out| {
            let at = out.len();
            let known = self.put(name, state, out);
            if known && self.lang.tag().starts_with("en") && begins_sentence(&out[..at]) {
                capitalize(out, at);
            }
            known
        });
        Cow::Owned(out)
    }

    fn put(&self, name: &str, state: &State, out: &mut String) -> bool {
        let slot = self.scenario.slots.iter().find(|slot| *slot.name == *name);
        let variable = || VariableId::find(&self.scenario.variables, |variable| *variable.name == *name);
        match (name, slot) {
            ("time", _) => out.push_str(&hour_and_minute(state.clock(self.scenario))),
            ("appointment", _) => match self.scenario.clock.appointment {
                Some(time) => out.push_str(&hour_and_minute(time)),
                None => return false,
            },
            ("player", _) => out.push_str(self.player),
            (_, Some(slot)) => out.push_str(slot.text.in_lang(self.lang)),
            (_, None) => {
                let Some(variable) = variable() else { return false };
                return write!(out, "{}", state.variable(self.scenario, variable)).is_ok();
            }
        }
        true
    }
}

/// Whether a sentence begins behind these words.
fn begins_sentence(before: &str) -> bool {
    let bare = before.trim_end_matches(['“', '‘', '(', ' ']);
    bare.is_empty() || bare.ends_with(['.', '!', '?', '”']) && bare.len() < before.len() || bare.ends_with('\n')
}

/// Writes the letter at this byte large.
fn capitalize(words: &mut String, at: usize) {
    let Some(first) = words[at..].chars().next() else { return };
    words.replace_range(at..at + first.len_utf8(), &first.to_uppercase().to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_written_large_where_a_sentence_begins() {
        for before in ["", "“", "He nods. ", "“Well?” ", "One line.\n"] {
            assert!(begins_sentence(before), "{before:?}");
        }
        for before in ["Ask ", "Yes, ", "… ", "“Well”, ", "3."] {
            assert!(!begins_sentence(before), "{before:?}");
        }
        let mut words = "He nods. the caretaker".to_owned();
        capitalize(&mut words, 9);
        assert_eq!(words, "He nods. The caretaker");
    }
}
