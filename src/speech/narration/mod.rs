//! A play in words: what the screens and plain mode both show, without layout. Pure: a value in, words out.

mod review;
mod story;

pub use review::{MissedLine, NarratedMove, Review, ReviewLine};
pub use story::{Detail, MarkKind, MoveMark, Passage};

use crate::base::text::{Lang, Text, fill_slots};
use crate::content::scenario::{ChoiceId, Condition, MOOD, Scenario, VariableId};
use crate::content::standard::{Clause, RequirementId, Standard, Tier};
use crate::play::engine::{Session, State};
use crate::play::scoring::{EntryKind, Label, Ledger};
use crate::speech::messages::Messages;
use crate::tr;
use std::fmt::Write;

/// Tells a play in one language, to one player.
#[derive(Clone, Copy, Debug)]
pub struct Narrator<'t> {
    pub scenario: &'t Scenario,
    pub standard: &'t Standard,
    pub words: &'t Messages,
    /// The learner's name, for `{player}`.
    pub player: &'t str,
}

/// What the slots of a scenario's texts hold, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Slots<'s> {
    pub scenario: &'s Scenario,
    pub lang: Lang,
    /// The learner's name, for `{player}`.
    pub player: &'s str,
}

impl Slots<'_> {
    /// Words as they read in a state.
    pub fn fill(&self, words: &str, state: &State) -> String {
        let mut out = String::with_capacity(words.len());
        fill_slots(words, &mut out, |name, out| self.put(name, state, out));
        out
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

/// How the customer feels, in five degrees from upset (0) to pleased (4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mood(pub u8);

impl Mood {
    pub const DEGREES: u8 = 5;

    pub fn of(scenario: &Scenario, state: &State) -> Mood {
        let gauge = &scenario.variables[MOOD.index()];
        let value = state.mood(scenario);
        let strong = |end: i32| value.abs() * 5 >= end.abs() * 3;
        Mood(match value {
            0 => 2,
            1.. if strong(gauge.to) => 4,
            1.. => 3,
            _ if strong(gauge.from) => 0,
            _ => 1,
        })
    }

    pub fn word(self, words: &Messages) -> String {
        match self.0 {
            0 => tr!(words, "mood-upset"),
            1 => tr!(words, "mood-displeased"),
            2 => tr!(words, "mood-calm"),
            3 => tr!(words, "mood-friendly"),
            _ => tr!(words, "mood-pleased"),
        }
    }
}

/// How far a due step of a procedure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Open,
    Met,
    Late,
    Broken,
}

/// `10:05:30` of these seconds since midnight.
pub fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
}

fn hour_and_minute(seconds: u32) -> String {
    format!("{:02}:{:02}", seconds / 3600 % 24, seconds / 60 % 60)
}

/// `30 s`, `2 min` or `1 min 30 s`.
pub fn duration(words: &Messages, seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => tr!(words, "seconds", seconds = seconds),
        (minutes, 0) => tr!(words, "minutes", minutes = minutes),
        (minutes, seconds) => tr!(words, "minutes-seconds", minutes = minutes, seconds = seconds),
    }
}

pub fn tier(words: &Messages, tier: Tier) -> String {
    match tier {
        Tier::Basic => tr!(words, "tier-basic"),
        Tier::Advanced => tr!(words, "tier-advanced"),
        Tier::Excellent => tr!(words, "tier-excellent"),
    }
}

pub fn entry_kind(words: &Messages, kind: EntryKind) -> String {
    match kind {
        EntryKind::Met => tr!(words, "entry-met"),
        EntryKind::Late => tr!(words, "entry-late"),
        EntryKind::Missed => tr!(words, "entry-missed"),
        EntryKind::Broken => tr!(words, "entry-broken"),
        EntryKind::Extra => tr!(words, "entry-extra"),
        EntryKind::Yielded => tr!(words, "entry-yielded"),
    }
}

pub fn label(words: &Messages, label: Label) -> String {
    match label {
        Label::Best => tr!(words, "label-best"),
        Label::Good => tr!(words, "label-good"),
        Label::Inaccuracy => tr!(words, "label-inaccuracy"),
        Label::Mistake => tr!(words, "label-mistake"),
        Label::Blunder => tr!(words, "label-blunder"),
    }
}

impl<'t> Narrator<'t> {
    /// A text of the scenario as it reads in a state.
    pub fn fill(&self, text: &Text, state: &State) -> String {
        let lang = self.words.lang();
        Slots { scenario: self.scenario, lang, player: self.player }.fill(text.in_lang(lang), state)
    }

    /// The words of a text that has no slots or does not hang on a state, such as a title.
    pub fn plain(&self, text: &Text) -> String {
        self.fill(text, &State::opening(self.scenario))
    }

    /// How a clause is cited: `Calling at the door (7)`.
    pub fn cite(&self, id: RequirementId) -> String {
        let section = self.standard.section_of(id);
        format!("{} {}", section.title.in_lang(self.words.lang()), self.standard.clause_of(id).printed)
    }

    pub fn requirement(&self, id: RequirementId) -> String {
        self.standard.requirement(id).text.in_lang(self.words.lang()).to_owned()
    }

    pub fn clause(&self, id: RequirementId) -> &'t Clause {
        self.standard.clause_of(id)
    }

    /// Where the player stands after so many turns.
    pub fn place(&self, session: &Session, turns: usize) -> Option<String> {
        let opening = State::opening(self.scenario);
        let states = session.turns()[..turns].iter().rev().map(|turn| turn.after).chain([opening]);
        let scenes = states.filter_map(|state| Some((state.scene(self.scenario)?, state)));
        let mut places =
            scenes.filter_map(|(scene, state)| Some(self.fill(self.scenario.scene(scene).place.as_ref()?, &state)));
        places.next()
    }

    /// The due steps of procedures so far, in their order: what a learner sees filling up.
    pub fn steps(&self, session: &Session) -> Vec<(RequirementId, Progress)> {
        let ledger = Ledger::judge(self.scenario, self.standard, session.turns());
        let ranked = ledger.due.iter().map(|(id, _)| *id);
        let mut steps: Vec<_> = ranked.filter(|id| self.standard.requirement(*id).rank.is_some()).collect();
        steps.sort_by_key(|id| {
            let requirement = self.standard.requirement(*id);
            (requirement.section, requirement.rank, *id)
        });
        steps.into_iter().map(|id| (id, progress(&ledger, id))).collect()
    }

    /// What a hint points at: of everything due and not yet met that an open choice would meet, the first in the order
    /// of the procedure; and that choice.
    pub fn hint(&self, session: &Session) -> Option<(RequirementId, ChoiceId)> {
        let state = session.state();
        let scene = state.scene(self.scenario)?;
        let ledger = Ledger::judge(self.scenario, self.standard, session.turns());
        let wanted =
            |id: RequirementId| ledger.entries.iter().any(|e| e.requirement == id && e.kind == EntryKind::Missed);
        let mut found = Vec::new();
        for choice in state.open_choices(self.scenario) {
            let marks = &self.scenario.scene(scene).choices[choice.index()].meets;
            let meets = marks.iter().filter(|mark| mark.when.holds(&state.0) && wanted(mark.requirement));
            found.extend(meets.map(|mark| (mark.requirement, choice)));
        }
        found.into_iter().min_by_key(|(id, _)| {
            let requirement = self.standard.requirement(*id);
            (requirement.rank.is_none(), requirement.section, requirement.rank, *id)
        })
    }

    /// What a choice meant, if the scenario says so: read in the moment before it.
    pub fn feedback(&self, feedback: &[(Condition, Text)], before: &State) -> Option<String> {
        let (_, text) = feedback.iter().find(|(when, _)| when.holds(&before.0))?;
        Some(self.fill(text, before))
    }
}

fn progress(ledger: &Ledger, id: RequirementId) -> Progress {
    let mut progress = Progress::Open;
    for entry in ledger.entries.iter().filter(|entry| entry.requirement == id) {
        match entry.kind {
            EntryKind::Met => return Progress::Met,
            EntryKind::Late => return Progress::Late,
            EntryKind::Broken => progress = Progress::Broken,
            EntryKind::Missed | EntryKind::Extra | EntryKind::Yielded => {}
        }
    }
    progress
}
