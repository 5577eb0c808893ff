//! The best plays of both versions, and what became of the old ones.

use super::outcome::JointOutcome;
use super::replay::{ReplayOutcome, again};
use super::version::ScenarioVersion;
use crate::base::chance::Rolls;
use crate::content::scenario::Scenario;
use crate::play::engine::Move;
use crate::play::scoring::{Score, Verdict};
use crate::play::solver::{Solution, Solver, Unsolved};

/// The best play of both versions when the dice fall in one way.
#[derive(Clone, Debug)]
pub struct BestDiff {
    /// That way.
    pub outcome: JointOutcome,
    /// Of the old version.
    pub old: BestPlay,
    /// Of the new version.
    pub new: BestPlay,
    /// The best play of the old version, played again in the new one.
    pub again: ReplayOutcome,
}

/// A best play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BestPlay {
    /// What it earns, in the points of the scenario.
    pub points: i32,
    /// From the first scene to an ending.
    pub moves: Vec<Move>,
    /// The ids of its choices.
    pub ids: Vec<Box<str>>,
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
    /// What became of the old best play in the new version.
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

/// A best play, or why there is none.
type SolveResult = Result<Solution, Unsolved>;

pub(super) fn bests(
    old: ScenarioVersion,
    new: ScenarioVersion,
    outcomes: &[JointOutcome],
) -> Result<Vec<BestDiff>, Unsolved> {
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

impl BestPlay {
    fn of(scenario: &Scenario, solution: Solution) -> BestPlay {
        let ids =
            solution.line.iter().map(|taken| scenario.scene(taken.scene).choices[taken.choice.index()].id.clone());
        BestPlay { points: solution.best, ids: ids.collect(), moves: solution.line }
    }
}
