//! Who tells a play: the scenario's texts filled in, clauses cited, and the place that a player stands in.

use super::slots::Slots;
use super::wording::cite;
use crate::base::text::Text;
use crate::content::scenario::{Condition, Scenario};
use crate::content::standard::{Clause, RequirementId, Standard};
use crate::play::engine::{Session, State};
use crate::play::hint::Hint;
use crate::speech::messages::Messages;
use crate::tr;
use std::borrow::Cow;

/// Tells a play in one language, to one player.
#[derive(Clone, Copy, Debug)]
pub struct Narrator<'t> {
    /// What is played.
    pub scenario: &'t Scenario,
    /// What it is judged by.
    pub standard: &'t Standard,
    /// The interface in the language to tell it in.
    pub words: &'t Messages,
    /// The learner's name, for `{player}`.
    pub player: &'t str,
}

impl<'t> Narrator<'t> {
    /// A text of the scenario as it reads in a state.
    pub fn fill<'w>(&self, text: &'w Text, state: &State) -> Cow<'w, str> {
        let lang = self.words.lang();
        Slots { scenario: self.scenario, lang, player: self.player }.fill(text.in_lang(lang), state)
    }

    /// A text of the scenario as it reads whenever it is told: what hangs on the moment stands there by its name, in
    /// brackets.
    pub fn fill_whenever<'w>(&self, text: &'w Text) -> Cow<'w, str> {
        let lang = self.words.lang();
        Slots { scenario: self.scenario, lang, player: self.player }.fill_whenever(text.in_lang(lang))
    }

    /// The words of a text that has no slots or does not hang on a state, such as a title.
    pub fn plain(&self, text: &Text) -> String {
        self.fill(text, &State::opening(self.scenario)).into_owned()
    }

    /// How a requirement is cited: `Calling at the door, item 7`.
    pub fn cite(&self, id: RequirementId) -> String {
        cite(self.words, self.standard, id)
    }

    /// What a requirement asks for.
    pub fn requirement(&self, id: RequirementId) -> String {
        self.standard.requirement(id).text.in_lang(self.words.lang()).to_owned()
    }

    /// What a hint says.
    pub fn hint(&self, hint: Hint) -> String {
        match hint {
            Hint::Towards(id) => self.requirement(id),
            Hint::Mind(id) => tr!(self.words, "hint-mind", row = self.requirement(id)),
            Hint::Nothing => tr!(self.words, "hint-nothing"),
        }
    }

    /// What people cite of its clause, such as `item 7`.
    pub fn printed(&self, id: RequirementId) -> &'t str {
        self.standard.clause_of(id).printed.in_lang(self.words.lang())
    }

    /// The clause that a requirement belongs to.
    pub fn clause(&self, id: RequirementId) -> &'t Clause {
        self.standard.clause_of(id)
    }

    /// Where the player stands after so many turns.
    pub fn place(&self, session: &Session, turns: usize) -> Option<String> {
        let opening = State::opening(self.scenario);
        let states = session.turns()[..turns].iter().rev().map(|turn| turn.after).chain([opening]);
        let scenes = states.filter_map(|state| Some((state.scene(self.scenario)?, state)));
        let mut places = scenes.filter_map(|(scene, state)| {
            Some(self.fill(self.scenario.scene(scene).place.as_ref()?, &state).into_owned())
        });
        places.next()
    }

    /// What a choice meant, if the scenario says so: read in the moment before it.
    pub fn feedback(&self, feedback: &[(Condition, Text)], before: &State) -> Option<String> {
        let (_, text) = feedback.iter().find(|(when, _)| when.holds(&before.0))?;
        Some(self.fill(text, before).into_owned())
    }
}
