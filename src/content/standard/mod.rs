//! The service standard: tiers, sections, clauses and their atomic requirements, as typed and proven.
//!
//! Nothing here knows what the standard is about: another organisation brings its own files.

mod validate;
mod spec;

pub use validate::validate;

use crate::base::ids::ids;
use crate::base::text::{Lang, Text};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::fmt;

/// A level of the standard; the ids of its sections begin with [`Tier::word`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum Tier {
    Basic,
    Advanced,
    Excellent,
}

impl Tier {
    pub const ALL: [Tier; 3] = [Tier::Basic, Tier::Advanced, Tier::Excellent];

    pub fn word(self) -> &'static str {
        match self {
            Tier::Basic => "basic",
            Tier::Advanced => "advanced",
            Tier::Excellent => "excellent",
        }
    }
}

/// What sort of demand a requirement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Kind {
    Phrase,
    Step,
    ConditionBranch,
    Etiquette,
    Attitude,
    Appearance,
    Taboo,
    Equipment,
    Marketing,
    Language,
}

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Kind::Phrase => "phrase",
            Kind::Step => "step",
            Kind::ConditionBranch => "condition-branch",
            Kind::Etiquette => "etiquette",
            Kind::Attitude => "attitude",
            Kind::Appearance => "appearance",
            Kind::Taboo => "taboo",
            Kind::Equipment => "equipment",
            Kind::Marketing => "marketing",
            Kind::Language => "language",
        }
    }
}

/// How much a requirement counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum Weight {
    Minor,
    Normal,
    Major,
}

impl Weight {
    /// In points: 2, 4 or 8; always even, so that a late step's half is whole.
    pub const fn points(self) -> i32 {
        match self {
            Weight::Minor => 2,
            Weight::Normal => 4,
            Weight::Major => 8,
        }
    }
}

/// Whether a fact of a requirement must carry over exactly, or is a value that each case fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum FactKind {
    Hard,
    Slot,
}

impl FactKind {
    pub fn word(self) -> &'static str {
        match self {
            FactKind::Hard => "hard",
            FactKind::Slot => "slot",
        }
    }
}

ids!(
    /// A section by its place in the standard.
    SectionId(u16),
    /// A clause by its place in the standard.
    ClauseId(u16),
    /// A requirement by its place in the standard.
    RequirementId(u16),
    /// A dimension by its place in the standard.
    DimensionId(u16)
);

#[derive(Clone, Debug)]
pub struct Section {
    /// Such as `basic.conduct.visit.normal`.
    pub id: Box<str>,
    pub tier: Tier,
    /// Where the source document prints it.
    pub printed: Box<str>,
    pub title: Text,
}

#[derive(Clone, Debug)]
pub struct Clause {
    /// Such as `basic.conduct.visit.normal.07`.
    pub id: Box<str>,
    /// The number that people cite, such as `(7)`.
    pub printed: Box<str>,
    pub section: SectionId,
}

/// One atomic demand of a clause.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// Such as `basic.conduct.visit.normal.07.r1`.
    pub id: Box<str>,
    pub clause: ClauseId,
    pub section: SectionId,
    pub kind: Kind,
    /// The position label of the source, such as `19Ba.2`.
    pub order: Option<Box<str>>,
    /// Its place in the procedure of its section; equal ranks come in any sequence.
    pub rank: Option<i32>,
    pub weight: Weight,
    /// Breaking it fails a play, whatever the points.
    pub critical: bool,
    pub dimension: DimensionId,
    pub text: Text,
    pub condition: Option<Text>,
    pub facts: Vec<Fact>,
    pub elements: Vec<Element>,
}

#[derive(Clone, Debug)]
pub struct Fact {
    pub kind: FactKind,
    pub text: Text,
}

/// A part that a prescribed utterance must have.
#[derive(Clone, Debug)]
pub struct Element {
    pub name: Text,
    /// Any of these words shows that it is there, by language.
    pub says: Vec<(Lang, Vec<Box<str>>)>,
    /// Or a value that the case fills in.
    pub slot: Option<Box<str>>,
}

/// A side of the work that is scored by itself.
#[derive(Clone, Debug)]
pub struct Dimension {
    pub id: Box<str>,
    pub title: Text,
}

/// The whole standard, proven: every number in it points at something.
#[derive(Clone, Debug, Default)]
pub struct Standard {
    pub title: Text,
    pub languages: Vec<Lang>,
    pub dimensions: Vec<Dimension>,
    pub sections: Vec<Section>,
    pub clauses: Vec<Clause>,
    pub requirements: Vec<Requirement>,
    by_id: FxHashMap<Box<str>, RequirementId>,
}

impl Standard {
    /// A standard of its parts.
    pub(crate) fn new(
        title: Text,
        languages: Vec<Lang>,
        dimensions: Vec<Dimension>,
        sections: Vec<Section>,
        clauses: Vec<Clause>,
        requirements: Vec<Requirement>,
    ) -> Standard {
        let by_id =
            RequirementId::enumerate(&requirements).map(|(id, requirement)| (requirement.id.clone(), id)).collect();
        Standard { title, languages, dimensions, sections, clauses, requirements, by_id }
    }

    pub fn find(&self, id: &str) -> Option<RequirementId> {
        self.by_id.get(id).copied()
    }

    pub fn requirement(&self, id: RequirementId) -> &Requirement {
        &self.requirements[id.index()]
    }

    pub fn clause_of(&self, id: RequirementId) -> &Clause {
        &self.clauses[self.requirement(id).clause.index()]
    }

    pub fn section_of(&self, id: RequirementId) -> &Section {
        &self.sections[self.requirement(id).section.index()]
    }

    pub fn ids(&self) -> impl Iterator<Item = RequirementId> + use<> {
        RequirementId::of(&self.requirements)
    }

    /// Everything at or below a path: a tier, a chapter, a section, a clause or a requirement.
    pub fn below<'s>(&'s self, path: &'s str) -> impl Iterator<Item = RequirementId> + 's {
        self.ids().filter(move |id| is_below(&self.requirement(*id).id, path))
    }
}

/// Whether `id` is `path` or stands below it.
pub fn is_below(id: &str, path: &str) -> bool {
    path.is_empty() || id.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
