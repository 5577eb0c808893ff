//! The slots in a scenario's texts, and what they hold in a state.

use super::nobody::without_name;
use super::sentence::{begins_sentence, capitalize};
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
    /// The learner's name, for `{player}`; empty for somebody without one.
    pub player: &'s str,
}

impl Slots<'_> {
    /// Words as they read in a state.
    pub fn fill<'w>(&self, words: &'w str, state: &State) -> Cow<'w, str> {
        self.put_all(words, Some(state))
    }

    /// Words as they read whenever they are told: what hangs on the moment stands there by its name, in brackets.
    pub fn fill_whenever<'w>(&self, words: &'w str) -> Cow<'w, str> {
        self.put_all(words, None)
    }

    fn put_all<'w>(&self, words: &'w str, state: Option<&State>) -> Cow<'w, str> {
        if !words.contains('{') {
            return Cow::Borrowed(words);
        }
        let unnamed = self.player.is_empty().then(|| without_name(words, self.lang));
        let words = unnamed.as_deref().unwrap_or(words);
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

    fn put(&self, name: &str, state: Option<&State>, out: &mut String) -> bool {
        let slot = self.scenario.slots.iter().find(|slot| *slot.name == *name);
        let variable = || VariableId::find(&self.scenario.variables, |variable| *variable.name == *name);
        match (name, slot) {
            ("time", _) => match state {
                Some(state) => out.push_str(&hour_and_minute(state.clock(self.scenario))),
                None => return write!(out, "[{name}]").is_ok(),
            },
            ("appointment", _) => match self.scenario.clock.appointment {
                Some(time) => out.push_str(&hour_and_minute(time)),
                None => return false,
            },
            ("player", _) => out.push_str(self.player),
            (_, Some(slot)) => out.push_str(slot.text.in_lang(self.lang)),
            (_, None) => {
                let Some(variable) = variable() else { return false };
                return match state {
                    Some(state) => write!(out, "{}", state.variable(self.scenario, variable)).is_ok(),
                    None => write!(out, "[{name}]").is_ok(),
                };
            }
        }
        true
    }
}
