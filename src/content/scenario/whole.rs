//! A scenario as a whole: its parts, the clock, and where a state keeps what every play has.

use super::choice::Choice;
use super::due::{Allow, Due, Yield};
use super::exit::Fragment;
use super::glossary::Glossary;
use super::ids::{EndingId, SceneId};
use super::origin::SourceFile;
use super::scene::{Ending, Line, Scene};
use super::variable::{Chance, Variable};
use crate::base::bits::{Field, StateBits};
use crate::base::chance::{Rolls, Seed};
use crate::base::text::{Lang, Text};
use crate::content::notation::Source;
use crate::content::standard::{RequirementId, SlotForms, Tier, ValuedSlot};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The most scenes a scenario may have, those of its fragments included.
pub const MAX_SCENES: usize = 5_000;

/// A scenario that can be played: every number in it points at something.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Scenario {
    /// Named like its file.
    pub id: Box<str>,
    /// The languages of its texts, the base language first.
    pub languages: Vec<Lang>,
    /// The level of the standard that it trains.
    pub tier: Tier,
    /// How long a play takes a person, about.
    pub minutes: u32,
    /// In percent.
    pub pass_mark: u32,
    /// What it is called.
    pub title: Text,
    /// What it is about, in a sentence.
    pub summary: Text,
    /// What the player knows beforehand.
    pub briefing: Text,
    /// When it begins and ends.
    pub clock: Clock,
    /// Who says lines.
    pub speakers: Vec<Speaker>,
    /// The words for `{name}` in texts.
    pub slots: Vec<Slot>,
    /// What the dice decide.
    pub chances: Vec<Chance>,
    /// What effects change; the mood is the first.
    pub variables: Vec<Variable>,
    /// What it expects to be met.
    pub due: Vec<Due>,
    /// Which rules give way.
    pub yields: Vec<Yield>,
    /// Which warnings and notes are left out.
    pub allows: Vec<Allow>,
    /// Names that no text may hold; the pack lists them.
    pub never: Vec<Box<str>>,
    /// Words that the pack does not use. Only `check` asks for them, and it reads the texts themselves.
    #[serde(skip)]
    pub glossary: Arc<Glossary>,
    /// Its scenes, then those of its fragments.
    pub scenes: Vec<Scene>,
    /// Its endings.
    pub endings: Vec<Ending>,
    /// The fragments it calls, each before those that it calls itself.
    pub fragments: Vec<Fragment>,
    /// All lines, in the order in which they were read.
    pub lines: Vec<Line>,
    /// The first scene.
    pub start: SceneId,
    /// Where the engine keeps its place in the words of a state.
    pub fields: Fields,
    /// The state before the first choice.
    pub opening: StateBits,
    /// The hash of everything that was read for it: its file, its fragments and the pack's words.
    pub hash: Box<str>,
    /// Its own file, then those of its fragments.
    pub sources: Vec<Source>,
}

/// Where the facts that every play has stand in the words of a state.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Fields {
    /// The scene, or past the last scene the ending.
    pub node: Field,
    /// Seconds since the start.
    pub elapsed: Field,
}

/// Times in seconds since midnight of the scenario's day.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Clock {
    /// When the play begins.
    pub start: u32,
    /// When the customer expects the visit.
    pub appointment: Option<u32>,
    /// When the play is over.
    pub closes_at: u32,
    /// The ending when the clock ends it.
    pub timeout: EndingId,
}

/// Somebody who says lines.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Speaker {
    /// What lines call them.
    pub name: Box<str>,
    /// What they are called on the screen.
    pub title: Text,
}

/// The words that stand for `{name}`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Slot {
    /// Its name.
    pub name: Box<str>,
    /// The words.
    pub text: Text,
    /// Other ways to say it.
    pub forms: SlotForms,
    /// The file that defines it; none for the pack's.
    pub file: Option<SourceFile>,
}

impl Slot {
    pub(super) fn of(slot: ValuedSlot, file: Option<SourceFile>) -> Slot {
        Slot { name: slot.name, text: slot.text, forms: slot.forms, file }
    }
}

impl Scenario {
    /// What stands behind an id.
    #[inline]
    pub fn scene(&self, id: SceneId) -> &Scene {
        &self.scenes[id.index()]
    }

    /// What stands behind an id.
    pub fn ending(&self, id: EndingId) -> &Ending {
        &self.endings[id.index()]
    }

    /// The dice of one seed.
    pub fn rolls(&self, seed: Seed) -> Rolls {
        Rolls::of_seed(seed, self.chances.iter().map(|chance| &*chance.name))
    }

    /// All requirements that some choice meets or breaks, in the order of the standard.
    pub fn requirements(&self) -> Vec<RequirementId> {
        let marks = self.choices().flat_map(Choice::marks);
        let mut all: Vec<RequirementId> = marks.map(|mark| mark.requirement).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Every choice of every scene.
    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.scenes.iter().flat_map(|scene| &scene.choices)
    }
}
