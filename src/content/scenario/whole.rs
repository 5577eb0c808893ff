//! A scenario as a whole: its parts, the clock, and where a state keeps what every play has.

use super::choice::Choice;
use super::due::{Allow, Due, Yield};
use super::exit::Fragment;
use super::ids::{EndingId, SceneId};
use super::origin::SourceFile;
use super::scene::{Ending, Line, Scene};
use super::variable::{Chance, Variable};
use crate::base::bits::{Field, StateBits};
use crate::base::chance::{Rolls, Seed};
use crate::base::text::{Lang, Text};
use crate::content::notation::Source;
use crate::content::standard::{RequirementId, Tier};

/// The most scenes a scenario may have, those of its fragments included.
pub const MAX_SCENES: usize = 5_000;

#[derive(Clone, Debug)]
pub struct Scenario {
    pub id: Box<str>,
    pub languages: Vec<Lang>,
    pub tier: Tier,
    /// How long a play takes a person, about.
    pub minutes: u32,
    /// In percent.
    pub pass_mark: u32,
    pub title: Text,
    pub summary: Text,
    pub briefing: Text,
    pub clock: Clock,
    pub speakers: Vec<Speaker>,
    /// The words for `{name}` in texts.
    pub slots: Vec<Slot>,
    pub chances: Vec<Chance>,
    pub variables: Vec<Variable>,
    pub due: Vec<Due>,
    pub yields: Vec<Yield>,
    pub allows: Vec<Allow>,
    /// Names that no text may hold; the pack lists them.
    pub never: Vec<Box<str>>,
    pub scenes: Vec<Scene>,
    pub endings: Vec<Ending>,
    pub fragments: Vec<Fragment>,
    pub lines: Vec<Line>,
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
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields {
    /// The scene, or past the last scene the ending.
    pub node: Field,
    /// Seconds since the start.
    pub elapsed: Field,
}

/// Times in seconds since midnight of the scenario's day.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    pub start: u32,
    pub appointment: Option<u32>,
    pub closes_at: u32,
    pub timeout: EndingId,
}

#[derive(Clone, Debug)]
pub struct Speaker {
    pub name: Box<str>,
    pub title: Text,
}

/// The words that stand for `{name}`.
#[derive(Clone, Debug)]
pub struct Slot {
    pub name: Box<str>,
    pub text: Text,
    /// The file that defines it; none for the pack's.
    pub file: Option<SourceFile>,
}

impl Scenario {
    #[inline]
    pub fn scene(&self, id: SceneId) -> &Scene {
        &self.scenes[id.index()]
    }

    pub fn ending(&self, id: EndingId) -> &Ending {
        &self.endings[id.index()]
    }

    /// The dice of one seed.
    pub fn rolls(&self, seed: Seed) -> Rolls {
        Rolls::of_seed(seed, self.chances.iter().map(|chance| &*chance.name))
    }

    /// All requirements that some choice meets or breaks, in the order of the standard.
    pub fn requirements(&self) -> Vec<RequirementId> {
        let marks = self.choices().flat_map(|choice| choice.meets.iter().chain(&choice.breaks));
        let mut all: Vec<RequirementId> = marks.map(|mark| mark.requirement).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.scenes.iter().flat_map(|scene| &scene.choices)
    }
}
