//! The standard exactly as it is typed: one file for the whole (`standard.ron`) and one for each section.

use super::kinds::{FactKind, Kind, Nature, Weight};
use crate::content::notation::{LocalizedSpec, Named, Tag};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(rename = "Standard", deny_unknown_fields)]
pub(super) struct StandardSpec {
    pub format: u32,
    pub languages: Vec<Tag>,
    pub title: LocalizedSpec,
    pub dimensions: Vec<DimensionSpec>,
    pub assign: Vec<AssignSpec>,
    /// None where the list was forgotten.
    pub critical: Option<Vec<CriticalSpec>>,
}

/// A guard that nobody breaks and passes, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CriticalSpec {
    pub requirement: String,
    pub reason: LocalizedSpec,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DimensionSpec {
    pub id: String,
    pub title: LocalizedSpec,
}

/// The first of these that fits a requirement decides its dimension; what is left out fits everything.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssignSpec {
    pub dimension: String,
    pub section: Option<String>,
    #[serde(default)]
    pub kinds: Vec<Kind>,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "Section", deny_unknown_fields)]
pub(super) struct SectionSpec {
    pub format: u32,
    pub id: String,
    pub printed: LocalizedSpec,
    pub title: LocalizedSpec,
    pub clauses: Vec<ClauseSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClauseSpec {
    pub number: String,
    pub printed: LocalizedSpec,
    pub requirements: Vec<RequirementSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RequirementSpec {
    pub id: String,
    pub kind: Kind,
    pub order: Option<String>,
    pub rank: Option<i32>,
    pub weight: Weight,
    #[serde(default)]
    pub nature: Nature,
    #[serde(default)]
    pub never_due: bool,
    pub instance_of: Option<String>,
    pub text: LocalizedSpec,
    pub condition: Option<LocalizedSpec>,
    #[serde(default)]
    pub facts: Vec<FactSpec>,
    /// None where the line is left out: an empty list is a mistake.
    pub elements: Option<Vec<ElementSpec>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactSpec {
    pub kind: FactKind,
    pub text: LocalizedSpec,
}

/// One part that a prescribed utterance must have: either some of the words in `says`, or a value in `slot`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ElementSpec {
    pub name: LocalizedSpec,
    #[serde(default)]
    pub says: Named<Vec<String>>,
    pub slot: Option<String>,
    #[serde(default)]
    pub needs: Vec<NeedSpec>,
    #[serde(default)]
    pub spoiled_by: Named<Vec<String>>,
    #[serde(default)]
    pub may_be_denied: bool,
}

/// What must hold where an element is said.
#[derive(Debug, Deserialize)]
pub(super) enum NeedSpec {
    Question,
    Statement,
    Hour,
    Number,
    Firm,
    Own,
    /// The element of this name, in any language, comes first; it stands in the same section.
    After(String),
}
