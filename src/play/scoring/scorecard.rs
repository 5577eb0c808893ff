//! The judgement of a play: its ledger against the most that was possible under the same seed.

use super::law::Verdict;
use super::ledger::{Entry, Ledger};
use super::score::Score;
use crate::content::scenario::Scenario;
use crate::content::standard::{DimensionId, RequirementId, Standard};

/// A play, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// What every point was won and lost for.
    pub ledger: Ledger,
    /// All points of the ledger.
    pub points: i32,
    /// The most points that any play without a critical break could reach under this seed.
    pub best: i32,
    /// The points as a share of the best.
    pub score: Score,
    /// Whether that is a pass.
    pub verdict: Verdict,
    /// The critical requirements that were broken, each once.
    pub critical: Vec<RequirementId>,
    /// In the order of the standard; none where nothing of the dimension was due.
    pub dimensions: Vec<(DimensionId, Option<Score>)>,
}

impl Scorecard {
    /// Judges a ledger against the `best` points that were possible under the same seed.
    pub fn new(scenario: &Scenario, standard: &Standard, ledger: Ledger, best: i32) -> Scorecard {
        let points = ledger.points();
        let score = Score::share(points, best);
        let critical = ledger.critical(standard);
        let verdict = Verdict::of(score, scenario.pass_mark, critical.len());
        let dimensions = DimensionId::of(&standard.dimensions);
        let dimensions = dimensions.map(|dimension| (dimension, share(&ledger, standard, dimension))).collect();
        Scorecard { ledger, points, best, score, verdict, critical, dimensions }
    }

    /// The entries that cost most, dearest first: what to say beside a score under 100. A missed or late step costs
    /// what it could have won.
    pub fn costliest(&self, standard: &Standard, count: usize) -> Vec<(usize, i32)> {
        let cost = |(index, entry): (usize, &Entry)| {
            let cost = entry.kind.cost(standard.requirement(entry.requirement).weight.points());
            (cost > 0).then_some((index, cost))
        };
        let mut costs: Vec<_> = self.ledger.entries.iter().enumerate().filter_map(cost).collect();
        let critical = |index: usize| self.critical.contains(&self.ledger.entries[index].requirement);
        costs.sort_by_key(|(index, cost)| (!critical(*index), -cost, *index));
        costs.truncate(count);
        costs
    }
}

fn share(ledger: &Ledger, standard: &Standard, dimension: DimensionId) -> Option<Score> {
    let own = |id: RequirementId| standard.requirement(id).dimension == dimension;
    let due: i32 = ledger.due.iter().filter(|(id, _)| own(*id)).map(|(_, weight)| weight).sum();
    let points = ledger.entries.iter().filter(|entry| own(entry.requirement)).map(|entry| entry.points).sum();
    (due > 0).then(|| Score::share(points, due))
}
