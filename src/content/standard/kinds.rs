//! The words that sort a standard: tiers, kinds and weights of requirements, kinds of facts.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A level of the standard; the ids of its sections begin with [`Tier::word`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Tier {
    /// What every play must meet.
    Basic,
    /// What goes beyond it.
    Advanced,
    /// What sets the best apart.
    Excellent,
}

/// The section of a pack's own rules, beyond its source. They hold in every tier, and count to the lowest.
pub const HOUSE: &str = "house";

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
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
    /// All of them.
    pub const ALL: [Kind; 10] = [
        Kind::Phrase,
        Kind::Step,
        Kind::ConditionBranch,
        Kind::Etiquette,
        Kind::Attitude,
        Kind::Appearance,
        Kind::Taboo,
        Kind::Equipment,
        Kind::Marketing,
        Kind::Language,
    ];

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

/// What a requirement asks of a play.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Nature {
    /// Something to be done. Done badly or left out, it earns nothing.
    #[default]
    Duty,
    /// Something that protects people. Acting against it costs.
    Guard(Protects),
}

/// What a guard protects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
pub enum Protects {
    /// What people have is theirs to give: their rooms, their things, their time.
    Consent,
    /// Nobody is hurt or frightened.
    Safety,
    /// What is said and written is true.
    Honesty,
    /// What concerns people stays with them.
    Privacy,
    /// Nobody's things come to harm.
    Property,
    /// What the standard forbids outright.
    Prohibition,
}

impl Nature {
    /// Whether acting against it costs.
    pub const fn is_guard(self) -> bool {
        matches!(self, Nature::Guard(_))
    }

    /// What it protects, if it is a guard.
    pub const fn protects(self) -> Option<Protects> {
        match self {
            Nature::Duty => None,
            Nature::Guard(protects) => Some(protects),
        }
    }

    /// The word that people and programs read.
    pub const fn word(self) -> &'static str {
        match self {
            Nature::Duty => "duty",
            Nature::Guard(_) => "guard",
        }
    }
}

impl Protects {
    /// The word that people and programs read.
    pub const fn word(self) -> &'static str {
        match self {
            Protects::Consent => "consent",
            Protects::Safety => "safety",
            Protects::Honesty => "honesty",
            Protects::Privacy => "privacy",
            Protects::Property => "property",
            Protects::Prohibition => "prohibition",
        }
    }
}

/// How much a requirement counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
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
