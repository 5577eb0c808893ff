//! The words that sort a standard: tiers, kinds and weights of requirements, kinds of facts.

use serde::Deserialize;
use std::fmt;

/// A level of the standard; the ids of its sections begin with [`Tier::word`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum Tier {
    /// What every visit must meet.
    Basic,
    /// What goes beyond it.
    Advanced,
    /// What sets the best apart.
    Excellent,
}

impl Tier {
    /// All of them, the lowest first.
    pub const ALL: [Tier; 3] = [Tier::Basic, Tier::Advanced, Tier::Excellent];

    /// The word that ids begin with.
    pub fn word(self) -> &'static str {
        match self {
            Tier::Basic => "basic",
            Tier::Advanced => "advanced",
            Tier::Excellent => "excellent",
        }
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// What sort of demand a requirement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Kind {
    /// Something is said in prescribed words.
    Phrase,
    /// Something is done at its place in a procedure.
    Step,
    /// Something is done in a certain situation.
    ConditionBranch,
    /// A matter of manners.
    Etiquette,
    /// A matter of bearing.
    Attitude,
    /// A matter of looks and dress.
    Appearance,
    /// Something is never done.
    Taboo,
    /// Something is carried or used.
    Equipment,
    /// Something is offered or advertised.
    Marketing,
    /// How something is said.
    Language,
}

impl Kind {
    /// The word that people and programs read.
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
    /// 2 points.
    Minor,
    /// 4 points.
    Normal,
    /// 8 points.
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
    /// It must carry over exactly.
    Hard,
    /// Each case fills it in.
    Slot,
}

impl FactKind {
    /// The word that people and programs read.
    pub fn word(self) -> &'static str {
        match self {
            FactKind::Hard => "hard",
            FactKind::Slot => "slot",
        }
    }
}
