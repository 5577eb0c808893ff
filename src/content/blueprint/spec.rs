//! Blueprints exactly as they are typed.

use crate::content::notation::LocalizedSpec;
use crate::content::standard::Tier;
use serde::Deserialize;

/// A file of `exams/`.
#[derive(Debug, Deserialize)]
#[serde(rename = "Exam", deny_unknown_fields)]
pub(super) struct BlueprintSpec {
    pub format: u32,
    pub id: String,
    pub title: LocalizedSpec,
    pub about: LocalizedSpec,
    pub tier: Option<Tier>,
    pub after: Option<String>,
    pub minutes: u32,
    pub blocks: Vec<BlockSpec>,
    #[serde(default)]
    pub judgement: u32,
    #[serde(default)]
    pub orders: u32,
    #[serde(default)]
    pub numbers: u32,
    pub scenarios: Option<ScenarioPoolSpec>,
    pub cuts: CutsSpec,
    #[serde(default)]
    pub further: u32,
    pub retake: RetakeSpec,
    pub valid_months: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlockSpec {
    pub title: LocalizedSpec,
    pub sections: Vec<String>,
    pub items: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScenarioPoolSpec {
    pub count: u32,
    pub from: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CutsSpec {
    pub quiz: u32,
    #[serde(default)]
    pub scenarios: u32,
    #[serde(default)]
    pub each: u32,
    #[serde(default)]
    pub sections: Vec<SectionCutSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionCutSpec {
    pub section: String,
    pub share: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RetakeSpec {
    #[serde(default)]
    pub wait_days: Vec<u32>,
    pub attempts: u32,
    pub within_days: u32,
}
