//! What the two versions train otherwise.

use super::version::ScenarioVersion;
use crate::author::coverage::{Exposure, ScenarioCoverage};
use std::collections::BTreeMap;

/// What both versions do with one requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExposureDiff {
    /// The requirement's.
    pub id: Box<str>,
    /// In the old version.
    pub was: Exposure,
    /// In the new version.
    pub is: Exposure,
}

pub(super) fn exposures(old: ScenarioVersion, new: ScenarioVersion) -> Vec<ExposureDiff> {
    let mut all: BTreeMap<&str, (Exposure, Exposure)> = BTreeMap::new();
    let covered = (ScenarioCoverage::of(old.scenario, old.standard), ScenarioCoverage::of(new.scenario, new.standard));
    // What stands in the file and does not happen is no change to a learner.
    let seen = |exposure: Exposure| Exposure { written: false, ..exposure };
    for id in old.standard.ids() {
        all.entry(&old.standard.requirement(id).id).or_default().0 = covered.0.exposure(id);
    }
    for id in new.standard.ids() {
        all.entry(&new.standard.requirement(id).id).or_default().1 = covered.1.exposure(id);
    }
    let changed = all.into_iter().filter(|(_, (was, is))| seen(*was) != seen(*is));
    changed.map(|(id, (was, is))| ExposureDiff { id: id.into(), was, is }).collect()
}
