//! Two versions of a scenario, compared in all that a learner meets.

use super::best::{BestDiff, bests};
use super::exposures::{ExposureDiff, exposures};
use super::labels::{self, LabelDiff};
use super::parts::PartsDiff;
use super::version::ScenarioVersion;
use super::{outcome, rules};
use crate::play::solver::{Solver, Unsolved, Values};

/// Everything that is different between two versions.
#[derive(Clone, Debug)]
pub struct ScenarioDiff {
    /// Scenes, endings and choices that came, went or were reworded.
    pub parts: PartsDiff,
    /// In percent, then and now.
    pub pass_mark: (u32, u32),
    /// The best play under each way in which the dice can fall.
    pub bests: Vec<BestDiff>,
    /// Fewer than there are, when there are too many to be compared; then how many there are.
    pub outcomes: usize,
    /// Moves that are judged otherwise.
    pub labels: Vec<LabelDiff>,
    /// How many moves were judged in both versions.
    pub compared: usize,
    /// Requirements of which the two versions train something else, by id.
    pub exposures: Vec<ExposureDiff>,
}

impl ScenarioDiff {
    /// Compares two versions.
    ///
    /// # Errors
    /// When one of them cannot be solved.
    pub fn between(old: ScenarioVersion, new: ScenarioVersion) -> Result<ScenarioDiff, Unsolved> {
        let (outcomes, all) = outcome::outcomes(old.scenario, new.scenario);
        let bests = bests(old, new, &outcomes)?;
        let alike = rules::alike(old, new);
        let (labels, compared) = if alike { (Vec::new(), 0) } else { labels(old, new, &bests)? };
        Ok(ScenarioDiff {
            parts: PartsDiff::between(old.scenario, new.scenario),
            pass_mark: (old.scenario.pass_mark, new.scenario.pass_mark),
            outcomes: all,
            exposures: if alike { Vec::new() } else { exposures(old, new) },
            labels,
            compared,
            bests,
        })
    }

    /// Whether there is nothing to tell.
    pub fn is_nothing(&self) -> bool {
        self.parts.is_nothing() && self.is_judged_alike()
    }

    /// Whether every play is judged as it was.
    pub fn is_judged_alike(&self) -> bool {
        let alike = self.pass_mark.0 == self.pass_mark.1 && self.labels.is_empty() && self.exposures.is_empty();
        alike && self.bests.iter().all(|best| !best.changed())
    }
}

fn labels(old: ScenarioVersion, new: ScenarioVersion, bests: &[BestDiff]) -> Result<(Vec<LabelDiff>, usize), Unsolved> {
    let solvers = (Solver::new(old.scenario, old.standard), Solver::new(new.scenario, new.standard));
    let values = (Values::new(&solvers.0)?, Values::new(&solvers.1)?);
    labels::labels((old, &values.0), (new, &values.1), bests)
}
