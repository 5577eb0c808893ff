//! The judgement of a play: its ledger against the most that was possible under the same seed.

use super::ledger::{EntryKind, Ledger};
use crate::content::scenario::Scenario;
use crate::content::standard::{DimensionId, RequirementId, Standard};
use std::fmt;

/// A share in hundredths of a percent, 0 to 10,000, rounded down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(pub u32);

impl Score {
    pub const FULL: Score = Score(10_000);

    /// `points` of `best`; below nothing is nothing, and a share of nothing is nothing.
    pub fn share(points: i32, best: i32) -> Score {
        if best <= 0 {
            return Score(0);
        }
        let share = i64::from(points.max(0)) * 10_000 / i64::from(best);
        Score(u32::try_from(share.min(10_000)).unwrap_or(10_000))
    }

    pub fn percent(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl fmt::Display for Score {
    /// `87.5`, `100` or `66.66`: no more digits than needed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Pass,
    Fail,
}

impl Verdict {
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Fail => "fail",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    pub ledger: Ledger,
    pub points: i32,
    /// The most points that any play without a critical break could reach under this seed.
    pub best: i32,
    pub score: Score,
    pub verdict: Verdict,
    pub critical: Vec<RequirementId>,
    /// In the order of the standard; none where nothing of the dimension was due.
    pub dimensions: Vec<(DimensionId, Option<Score>)>,
}

impl Scorecard {
    pub fn new(scenario: &Scenario, standard: &Standard, ledger: Ledger, best: i32) -> Scorecard {
        let points = ledger.points();
        let score = Score::share(points, best);
        let critical = ledger.critical(standard);
        let passed = score.0 >= scenario.pass_mark * 100 && critical.is_empty();
        let dimensions = DimensionId::of(&standard.dimensions);
        let dimensions = dimensions.map(|dimension| (dimension, share(&ledger, standard, dimension))).collect();
        let verdict = if passed { Verdict::Pass } else { Verdict::Fail };
        Scorecard { points, best, score, verdict, critical, dimensions, ledger }
    }

    /// The entries that cost most, dearest first: what to say beside a score under 100. A missed or late step costs
    /// what it could have won.
    pub fn costliest(&self, standard: &Standard, count: usize) -> Vec<(usize, i32)> {
        let cost = |(index, entry): (usize, &super::Entry)| {
            let weight = standard.requirement(entry.requirement).weight.points();
            let cost = match entry.kind {
                EntryKind::Broken | EntryKind::Missed => weight,
                EntryKind::Late => weight / 2,
                EntryKind::Met | EntryKind::Extra | EntryKind::Yielded => 0,
            };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_down_and_never_leave_their_bounds() {
        assert_eq!(Score::share(2, 3).0, 6666);
        assert_eq!((Score::share(-5, 3).0, Score::share(5, 3).0, Score::share(5, 0).0), (0, 10_000, 0));
        let shown = [10_000, 8_750, 6_666, 8_005].map(|hundredths| Score(hundredths).to_string());
        assert_eq!(shown, ["100", "87.5", "66.66", "80.05"]);
    }
}
