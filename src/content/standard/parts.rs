//! What a standard is made of: sections, clauses, atomic requirements and their facts.

use super::ids::{ClauseId, DimensionId, RequirementId, SectionId};
use super::kinds::{FactKind, Kind, Nature, Tier, Weight};
use crate::base::text::{Lang, Text, slots};
use serde::{Deserialize, Serialize};

/// A section of the standard, as a file of its own holds it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Section {
    /// Such as `basic.conduct.visit.normal`.
    pub id: Box<str>,
    /// The level that its id begins with.
    pub tier: Tier,
    /// Where the source document prints it.
    pub printed: Text,
    /// What it is called.
    pub title: Text,
}

/// A clause of a section.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Clause {
    /// Such as `basic.conduct.visit.normal.07`.
    pub id: Box<str>,
    /// What people cite, such as `item 7`.
    pub printed: Text,
    /// The section it stands in.
    pub section: SectionId,
}

/// One atomic demand of a clause.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Requirement {
    /// Such as `basic.conduct.visit.normal.07.r1`.
    pub id: Box<str>,
    /// The clause it stands in.
    pub clause: ClauseId,
    /// The section of that clause.
    pub section: SectionId,
    /// What sort of demand it is.
    pub kind: Kind,
    /// The position label of the source, such as `19Ba.2`.
    pub order: Option<Box<str>>,
    /// Its place in the procedure of its section; equal ranks come in any sequence.
    pub rank: Option<i32>,
    /// How much it counts.
    pub weight: Weight,
    /// Whether it is to be done, or protects the customer.
    pub nature: Nature,
    /// It is never due: a permission, or a prohibition that no act of its own keeps.
    pub never_due: bool,
    /// The more general requirement that it is an instance of. One act counts once: choices mark the special one, and it
    /// meets the general one where the special one is not due.
    pub instance_of: Option<RequirementId>,
    /// Why breaking it fails a play whatever the points, where it does.
    pub critical: Option<Text>,
    /// The side of the work it is scored under.
    pub dimension: DimensionId,
    /// What it demands.
    pub text: Text,
    /// When it applies, where it does not always.
    pub condition: Option<Text>,
    /// The numbers and times it prescribes.
    pub facts: Vec<Fact>,
    /// The parts that a prescribed utterance must have.
    pub elements: Vec<Element>,
}

impl Requirement {
    /// Whether breaking it fails a play, whatever the points.
    pub fn is_critical(&self) -> bool {
        self.critical.is_some()
    }
}

/// A number, time or amount that a requirement prescribes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Fact {
    /// Whether it carries over exactly.
    pub kind: FactKind,
    /// The fact, as it is written.
    pub text: Text,
}

/// A part that a prescribed utterance must have.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Element {
    /// What the part is called.
    pub name: Text,
    /// Any of these words shows that it is there, by language.
    pub says: Vec<(Lang, Vec<Box<str>>)>,
    /// Or a value that the case fills in.
    pub slot: Option<Box<str>>,
    /// What must hold where it is said.
    pub needs: Vec<ElementNeed>,
    /// Words that spoil it wherever they stand, by language.
    pub spoiled_by: Vec<(Lang, Vec<Box<str>>)>,
    /// It may stand beside a denial: an old hour that cannot be kept.
    pub may_be_denied: bool,
}

/// What must hold where a part is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ElementNeed {
    /// The sentence asks.
    Question,
    /// The words beside it, up to the next marks, do not ask.
    Statement,
    /// It names a definite time of day.
    Hour,
    /// It names a definite length of time.
    Number,
    /// Nothing hedges it: no `I will try`.
    Firm,
    /// The speaker does it, and nobody else.
    Own,
    /// It comes after the part of this name, where that has to be said too.
    After(Box<str>),
}

/// The slot that stands for the learner's own name.
pub const PLAYER_SLOT: &str = "player";

impl Element {
    /// The slots that show it, by name: its own, and those in its words.
    pub fn slots(&self) -> impl Iterator<Item = &str> {
        let words = self.says.iter().chain(&self.spoiled_by).flat_map(|(_, list)| list);
        let inside = words.flat_map(|words| slots(words).unwrap_or_default());
        self.slot.as_deref().into_iter().chain(inside)
    }
}

/// A side of the work that is scored by itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Dimension {
    /// Such as `conduct`.
    pub id: Box<str>,
    /// What it is called.
    pub title: Text,
}
