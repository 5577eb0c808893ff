//! What a standard is made of: sections, clauses, atomic requirements and their facts.

use super::ids::{ClauseId, DimensionId, SectionId};
use super::kinds::{FactKind, Kind, Tier, Weight};
use crate::base::text::{Lang, Text};

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
