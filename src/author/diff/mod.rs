//! What a change of a scenario means to a learner: parts that came and went, another scale, another best play, old plays
//! that no longer fit or pass, moves that are judged otherwise, requirements that are trained or no longer. Everything is
//! compared under every outcome of the dice. It says nothing in words; [`crate::report`] does.

mod outcome;
mod labels;
mod parts;
mod replay;
mod rules;

pub use labels::{Judgement, LabelDiff};
pub use outcome::JointOutcome;
pub use parts::{PartsDiff, SetDiff};
pub use replay::{ReplayOutcome, Stop, again};

use crate::author::coverage::{Exposure, ScenarioCoverage};
use crate::base::chance::Rolls;
use crate::content::scenario::Scenario;
use crate::content::standard::Standard;
use crate::play::engine::Move;
use crate::play::scoring::{Score, Verdict};
use crate::play::solver::{Solution, Solver, Unsolved, Values};
use std::collections::BTreeMap;

/// One version of a scenario, with the standard that judges it.
#[derive(Clone, Copy)]
pub struct ScenarioVersion<'e> {
    pub scenario: &'e Scenario,
    pub standard: &'e Standard,
}

/// Everything that is different between two versions.
#[derive(Clone, Debug)]
pub struct ScenarioDiff {
    pub parts: PartsDiff,
    /// In percent, then and now.
    pub pass_mark: (u32, u32),
    /// The best play under each way in which the dice can fall.
    pub bests: Vec<BestDiff>,
    /// Fewer than there are, when there are too many to be compared; then how many there are.
    pub outcomes: usize,
    pub labels: Vec<LabelDiff>,
    /// How many moves were judged in both versions.
    pub compared: usize,
    /// Requirements of which the two versions train something else, by id.
    pub exposures: Vec<ExposureDiff>,
}

/// The best play of both versions when the dice fall in one way.
#[derive(Clone, Debug)]
pub struct BestDiff {
    pub outcome: JointOutcome,
    pub old: BestPlay,
    pub new: BestPlay,
    /// The best play of the old version, played again in the new one.
    pub again: ReplayOutcome,
}

/// A best play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BestPlay {
    pub points: i32,
    pub moves: Vec<Move>,
    /// The ids of its choices.
    pub ids: Vec<Box<str>>,
}

/// What both versions do with one requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExposureDiff {
    pub id: Box<str>,
    pub was: Exposure,
    pub is: Exposure,
}

/// What became of the old best play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It still comes to the full score.
    Full,
    /// It still passes, with less.
    Less,
    /// It no longer passes.
    Fails,
    /// Its choices are no longer open, or no longer lead to an ending.
    Unfit,
}

impl BestDiff {
    pub fn fate(&self) -> Fate {
        match &self.again {
            ReplayOutcome::Over { score, verdict: Verdict::Pass, .. } if *score == Score::FULL => Fate::Full,
            ReplayOutcome::Over { verdict: Verdict::Pass, .. } => Fate::Less,
            ReplayOutcome::Over { verdict: Verdict::Fail, .. } => Fate::Fails,
            ReplayOutcome::Stopped { .. } | ReplayOutcome::Open { .. } => Fate::Unfit,
        }
    }

    /// Whether anything is different.
    pub fn changed(&self) -> bool {
        self.old.points != self.new.points || self.old.ids != self.new.ids || self.fate() != Fate::Full
    }
}

impl ScenarioDiff {
    /// Compares two versions.
    ///
    /// # Errors
    /// When one of them cannot be solved.
    pub fn between(old: ScenarioVersion, new: ScenarioVersion) -> Result<ScenarioDiff, Unsolved> {
        let (outcomes, all) = outcome::outcomes(old.scenario, new.scenario);
        let bests = bests(old, new, outcomes)?;
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

/// A best play, or why there is none.
type SolveResult = Result<Solution, Unsolved>;

fn bests(old: ScenarioVersion, new: ScenarioVersion, outcomes: Vec<JointOutcome>) -> Result<Vec<BestDiff>, Unsolved> {
    let solve = |version: ScenarioVersion, of: fn(&JointOutcome) -> &Rolls| {
        let rolls: Vec<Rolls> = outcomes.iter().map(|outcome| of(outcome).clone()).collect();
        Solver::new(version.scenario, version.standard).best_of_each(&rolls)
    };
    let solved = solve(old, |outcome| &outcome.old).into_iter().zip(solve(new, |outcome| &outcome.new));
    let best = |(outcome, (was, is)): (JointOutcome, (SolveResult, SolveResult))| {
        let (old, is) = (BestPlay::of(old.scenario, was?), BestPlay::of(new.scenario, is?));
        let ids: Vec<&str> = old.ids.iter().map(|id| &**id).collect();
        let again = again(new, &outcome.new, &ids, is.points);
        Ok(BestDiff { outcome, old, new: is, again })
    };
    outcomes.iter().cloned().zip(solved).map(best).collect()
}

fn labels(old: ScenarioVersion, new: ScenarioVersion, bests: &[BestDiff]) -> Result<(Vec<LabelDiff>, usize), Unsolved> {
    let solvers = (Solver::new(old.scenario, old.standard), Solver::new(new.scenario, new.standard));
    let values = (Values::new(&solvers.0)?, Values::new(&solvers.1)?);
    labels::labels((old, &values.0), (new, &values.1), bests)
}

impl BestPlay {
    fn of(scenario: &Scenario, solution: Solution) -> BestPlay {
        let ids =
            solution.line.iter().map(|taken| scenario.scene(taken.scene).choices[taken.choice.index()].id.clone());
        BestPlay { points: solution.best, ids: ids.collect(), moves: solution.line }
    }
}

fn exposures(old: ScenarioVersion, new: ScenarioVersion) -> Vec<ExposureDiff> {
    let mut all: BTreeMap<&str, (Exposure, Exposure)> = BTreeMap::new();
    let covered = (ScenarioCoverage::of(old.scenario, old.standard), ScenarioCoverage::of(new.scenario, new.standard));
    // What stands in the file and does not happen is no change to a learner.
    let seen = |exposure: Exposure| Exposure { written: false, ..exposure };
    for id in old.standard.ids() {
        all.entry(&old.standard.requirement(id).id).or_default().0 = seen(covered.0.exposure(id));
    }
    for id in new.standard.ids() {
        all.entry(&new.standard.requirement(id).id).or_default().1 = seen(covered.1.exposure(id));
    }
    let changed = all.into_iter().filter(|(_, (was, is))| was != is);
    changed.map(|(id, (was, is))| ExposureDiff { id: id.into(), was, is }).collect()
}
