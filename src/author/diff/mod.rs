//! What a change of a scenario means to a learner: parts that came and went, another scale, another best play, old plays
//! that no longer fit or pass, moves that are judged otherwise, requirements that are trained or no longer. Everything is
//! compared under every outcome of the dice. It says nothing in words; [`crate::report`] does.

mod fall;
mod labels;
mod parts;
mod replay;
mod rules;

pub use fall::Fall;
pub use labels::{Judgement, Moved};
pub use parts::{Came, Parts};
pub use replay::{Replay, Stop, again};

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
pub struct Edition<'e> {
    pub scenario: &'e Scenario,
    pub standard: &'e Standard,
}

/// Everything that is different between two versions.
#[derive(Clone, Debug)]
pub struct Change {
    pub parts: Parts,
    /// In percent, then and now.
    pub pass_mark: (u32, u32),
    /// The best play under each way in which the dice can fall.
    pub bests: Vec<Best>,
    /// Fewer than there are, when there are too many to be compared; then how many there are.
    pub falls: usize,
    pub moved: Vec<Moved>,
    /// How many moves were judged in both versions.
    pub compared: usize,
    /// Requirements of which the two versions train something else, by id.
    pub exposures: Vec<ExposureDiff>,
}

/// The best play of both versions when the dice fall in one way.
#[derive(Clone, Debug)]
pub struct Best {
    pub fall: Fall,
    pub old: Line,
    pub new: Line,
    /// The best play of the old version, played again in the new one.
    pub again: Replay,
}

/// A best play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
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

impl Best {
    pub fn fate(&self) -> Fate {
        match &self.again {
            Replay::Over { score, verdict: Verdict::Pass, .. } if *score == Score::FULL => Fate::Full,
            Replay::Over { verdict: Verdict::Pass, .. } => Fate::Less,
            Replay::Over { verdict: Verdict::Fail, .. } => Fate::Fails,
            Replay::Stopped { .. } | Replay::Open { .. } => Fate::Unfit,
        }
    }

    /// Whether anything is different.
    pub fn changed(&self) -> bool {
        self.old.points != self.new.points || self.old.ids != self.new.ids || self.fate() != Fate::Full
    }
}

impl Change {
    /// Compares two versions.
    ///
    /// # Errors
    /// When one of them cannot be solved.
    pub fn between(old: Edition, new: Edition) -> Result<Change, Unsolved> {
        let (falls, all) = fall::falls(old.scenario, new.scenario);
        let bests = bests(old, new, falls)?;
        let alike = rules::alike(old, new);
        let (moved, compared) = if alike { (Vec::new(), 0) } else { moved(old, new, &bests)? };
        Ok(Change {
            parts: Parts::between(old.scenario, new.scenario),
            pass_mark: (old.scenario.pass_mark, new.scenario.pass_mark),
            falls: all,
            exposures: if alike { Vec::new() } else { exposures(old, new) },
            moved,
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
        let alike = self.pass_mark.0 == self.pass_mark.1 && self.moved.is_empty() && self.exposures.is_empty();
        alike && self.bests.iter().all(|best| !best.changed())
    }
}

/// A best play, or why there is none.
type Solved = Result<Solution, Unsolved>;

fn bests(old: Edition, new: Edition, falls: Vec<Fall>) -> Result<Vec<Best>, Unsolved> {
    let solve = |edition: Edition, of: fn(&Fall) -> &Rolls| {
        let rolls: Vec<Rolls> = falls.iter().map(|fall| of(fall).clone()).collect();
        Solver::new(edition.scenario, edition.standard).best_of_each(&rolls)
    };
    let solved = solve(old, |fall| &fall.old).into_iter().zip(solve(new, |fall| &fall.new));
    let best = |(fall, (was, is)): (Fall, (Solved, Solved))| {
        let (old, is) = (Line::of(old.scenario, was?), Line::of(new.scenario, is?));
        let ids: Vec<&str> = old.ids.iter().map(|id| &**id).collect();
        let again = again(new, &fall.new, &ids, is.points);
        Ok(Best { fall, old, new: is, again })
    };
    falls.iter().cloned().zip(solved).map(best).collect()
}

fn moved(old: Edition, new: Edition, bests: &[Best]) -> Result<(Vec<Moved>, usize), Unsolved> {
    let solvers = (Solver::new(old.scenario, old.standard), Solver::new(new.scenario, new.standard));
    let values = (Values::new(&solvers.0)?, Values::new(&solvers.1)?);
    labels::moved((old, &values.0), (new, &values.1), bests)
}

impl Line {
    fn of(scenario: &Scenario, solution: Solution) -> Line {
        let ids =
            solution.line.iter().map(|taken| scenario.scene(taken.scene).choices[taken.choice.index()].id.clone());
        Line { points: solution.best, ids: ids.collect(), moves: solution.line }
    }
}

fn exposures(old: Edition, new: Edition) -> Vec<ExposureDiff> {
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
