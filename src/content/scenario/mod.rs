//! A scenario, proven: every name became a small number that cannot dangle, so that play has a single error (the
//! choice is not open). Only [`resolve`] makes one.

mod compile;
mod condition_syntax;
mod declare;
mod limits;
mod condition;
mod pack;
mod parts;
mod resolve;
mod spec;
mod source_ref;
mod texts;

pub use condition::{Amount, Condition, Reading};
pub use condition_syntax::{Comparison, duration, time_of_day};
pub use pack::{Loaded, Pack, PackSources, load, load_copies};
pub use source_ref::{Origin, SourceFile, SourceRef};
pub use spec::ChoiceKind;
pub use texts::{LineOf, TextId};

use crate::base::bits::{Field, StateBits};
use crate::base::chance::{Rolls, Seed};
use crate::base::ids::ids;
use crate::base::text::{Lang, Text};
use crate::content::notation::Source;
use crate::content::standard::{RequirementId, Tier};
use std::ops::Range;

ids!(
    /// A scene by its place in the scenario; those of fragments stand behind its own.
    SceneId(u16),
    /// An ending by its place in the scenario.
    EndingId(u16),
    /// A choice by its place in its scene.
    ChoiceId(u16),
    /// A variable by its place in the scenario; [`MOOD`] is the first.
    VariableId(u16),
    /// A chance by its place in the scenario.
    ChanceId(u16),
    /// A fragment by its place in the scenario.
    FragmentId(u16),
    /// A place from which a fragment is called, among those of that fragment.
    SiteId(u16),
    /// An outcome by its place in its chance.
    OutcomeId(u16),
    /// A speaker by its place in the scenario.
    SpeakerId(u16),
    /// The words of a slot by their place in the scenario.
    SlotId(u16),
    /// A rule that gives way to another, by its place in the scenario.
    YieldId(u16),
    /// A line by its place in the scenario.
    LineId(u32)
);

/// The customer's mood, the one variable that every scenario has.
pub const MOOD: VariableId = VariableId::FIRST;

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

#[derive(Clone, Debug)]
pub struct Chance {
    pub name: Box<str>,
    pub outcomes: Vec<Box<str>>,
    pub weights: Box<[u32]>,
    /// Other weights in a situation; the first that holds is taken.
    pub odds: Vec<(Condition, Box<[u32]>)>,
    /// 0 until it is drawn, then the outcome + 1.
    pub field: Field,
}

#[derive(Clone, Debug)]
pub struct Variable {
    pub name: Box<str>,
    /// The words of a one-of variable; none for flags and numbers.
    pub words: Vec<Box<str>>,
    /// The lowest value; the field holds the distance from it.
    pub from: i32,
    pub to: i32,
    pub field: Field,
    /// Whether it is a number that may be shown in a text, and whether it stops at its ends instead of failing.
    pub nature: Nature,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    Flag,
    OneOf,
    /// Leaving its bounds is a fault of the content.
    Number,
    /// Stops at its ends: the mood.
    Gauge,
}

/// A requirement that this scenario expects to be met.
#[derive(Clone, Debug)]
pub struct Due {
    pub requirement: RequirementId,
    pub when: Condition,
    /// Whether it arises from the player's own misconduct: it pays nothing, and costs its weight when missed.
    pub remedy: bool,
    pub origin: Origin,
}

/// One rule giving way to another.
#[derive(Clone, Debug)]
pub struct Yield {
    pub requirement: RequirementId,
    pub to: RequirementId,
    pub when: Condition,
    pub because: Text,
    pub origin: Origin,
}

/// Warnings and notes that the author wants left out for one file. The code is as typed: only `check` knows them all.
#[derive(Clone, Debug)]
pub struct Allow {
    pub code: Box<str>,
    pub because: Box<str>,
    pub origin: Origin,
}

#[derive(Clone, Debug)]
pub struct Scene {
    pub name: Box<str>,
    pub place: Option<Text>,
    pub lines: Range<usize>,
    pub again: Range<usize>,
    pub choices: Vec<Choice>,
    pub origin: Origin,
}

#[derive(Clone, Debug)]
pub struct Ending {
    pub name: Box<str>,
    pub title: Text,
    pub lines: Range<usize>,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub by: Option<SpeakerId>,
    pub how: Option<Text>,
    pub text: Text,
    pub when: Condition,
}

#[derive(Clone, Debug)]
pub struct Choice {
    pub id: Box<str>,
    pub kind: ChoiceKind,
    pub text: Text,
    pub when: Condition,
    pub locks: Vec<(Condition, Text)>,
    /// Up once it was taken, if it can be taken a single time.
    pub once: Option<Field>,
    pub takes: Takes,
    pub effects: Vec<Effect>,
    pub reveal: Vec<ChanceId>,
    pub meets: Vec<Mark>,
    pub breaks: Vec<Mark>,
    pub reply: Range<usize>,
    /// The first that holds.
    pub feedback: Vec<(Condition, Text)>,
    pub call: Option<Call>,
    pub exit: Exit,
}

/// A requirement met or broken, if its condition holds before the choice.
#[derive(Clone, Debug)]
pub struct Mark {
    pub requirement: RequirementId,
    pub when: Condition,
}

/// How long a choice takes: at least a second. The quicker comes first, and what waits for a time of day last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Takes {
    Seconds(u32),
    /// Until this time of day, in seconds since midnight.
    Until(u32),
}

impl Takes {
    /// The seconds from this clock (since midnight) on.
    #[inline]
    pub fn seconds(self, clock: u32) -> u32 {
        match self {
            Takes::Seconds(seconds) => seconds,
            Takes::Until(time) => time.saturating_sub(clock).max(1),
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Effect {
    pub variable: VariableId,
    pub change: Change,
}

#[derive(Clone, Copy, Debug)]
pub enum Change {
    Add(i32),
    Set(i32),
}

/// Where a choice leads: the first route that holds, or else `goto`.
#[derive(Clone, Debug)]
pub struct Exit {
    pub routes: Vec<(Condition, Target)>,
    pub goto: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Stay,
    Scene(SceneId),
    Ending(EndingId),
    /// Back to where this fragment was called.
    Return(FragmentId),
}

/// The call of a fragment from one of its call sites.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    pub fragment: FragmentId,
    pub site: SiteId,
}

/// Scenes that were called like a sub-scene.
#[derive(Clone, Debug)]
pub struct Fragment {
    pub name: Box<str>,
    pub start: SceneId,
    /// Which of `sites` called it.
    pub site: Field,
    /// The scene of each call and the way on after it.
    pub sites: Vec<(SceneId, Exit)>,
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
