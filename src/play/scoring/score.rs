//! A score, and how a share is rounded. What a play scores is judged elsewhere.

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
