//! Shares in hundredths of a percent, and how they are rounded: a score down, so that 100 means nothing was lost; a value
//! to the nearest, so that equal chances look equal. What a play earns is judged elsewhere.

use std::fmt;

/// The hundredths of a percent in a whole.
const WHOLE: u32 = 10_000;

/// Whole points of 100, as people are shown them: always rounded down, so that nobody reads a pass mark that was not
/// reached. The one way in which anything that a learner sees is rounded; differences are taken of what is shown, so that
/// a curve, its steps and a score add up.
const fn whole(hundredths: i32) -> i32 {
    hundredths.div_euclid(100)
}

/// `points` of `best` in whole points of 100, below 0 too: what a score shows where it is not below 0.
pub fn whole_share(points: i32, best: i32) -> i32 {
    if best <= 0 { 0 } else { whole_of(i64::from(points), i64::from(best)) }
}

fn whole_of(points: i64, best: i64) -> i32 {
    let share = (points * 100).div_euclid(best);
    i32::try_from(share).unwrap_or(if share < 0 { i32::MIN } else { i32::MAX })
}

/// A share in hundredths of a percent, 0 to 10,000, rounded down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(pub u32);

impl Score {
    /// Everything that there was to win.
    pub const FULL: Score = Score(WHOLE);

    /// `points` of `best`; below nothing is nothing, and a share of nothing is nothing.
    pub fn share(points: i32, best: i32) -> Score {
        if best <= 0 {
            return Score(0);
        }
        let share = i64::from(points.max(0)) * i64::from(WHOLE) / i64::from(best);
        u32::try_from(share).map_or(Score::FULL, |share| Score(share).min(Score::FULL))
    }

    /// A score in whole percent, as pass marks are given.
    pub const fn of_percent(percent: u32) -> Score {
        Score(percent.saturating_mul(100))
    }

    /// In whole percent, rounded down.
    pub const fn whole_percent(self) -> u32 {
        self.0 / 100
    }

    /// In whole points of 100, as people are shown it: rounded down.
    pub const fn whole(self) -> i32 {
        whole(self.0.cast_signed())
    }

    /// In percent, for JSON.
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

/// A moment or a move, in hundredths of a percent of what the start of the scenario is worth. It can be worth more than
/// the start, when the dice fell well, and less than nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RelativeValue(pub i32);

impl RelativeValue {
    /// `units` of what the `start` is worth in the same units, rounded to the nearest; halves away from nothing. Where the
    /// start is worth nothing, so is everything.
    pub fn share(units: i64, start: i64) -> RelativeValue {
        if start <= 0 {
            return RelativeValue(0);
        }
        // Millions of losses are told, and numbers of 64 bits are divided much faster.
        let small = units.checked_mul(2 * i64::from(WHOLE)).filter(|twice| twice.unsigned_abs() < 1 << 62);
        let rounded = if let (Some(twice), true) = (small, start < 1 << 61) {
            i128::from((twice.abs() + start) / (2 * start) * twice.signum())
        } else {
            let (twice, start) = (i128::from(units) * 2 * i128::from(WHOLE), i128::from(start));
            (twice.abs() + start) / (2 * start) * twice.signum()
        };
        RelativeValue(i32::try_from(rounded).unwrap_or(if rounded < 0 { i32::MIN } else { i32::MAX }))
    }

    /// As a loss, in hundredths of a percent: from nothing to all, 0 to 10,000.
    pub fn loss(self) -> u32 {
        u32::try_from(self.0).map_or(0, |loss| loss.min(WHOLE))
    }

    /// In whole points of 100, rounded down like a score.
    pub const fn whole(self) -> i32 {
        whole(self.0)
    }

    /// In percent, for JSON.
    pub fn percent(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_down_and_never_leave_their_bounds() {
        assert_eq!(Score::share(2, 3).0, 6666);
        assert_eq!((Score::share(-5, 3).0, Score::share(5, 3).0, Score::share(5, 0).0), (0, 10_000, 0));
        assert_eq!(Score::share(i32::MAX, 1), Score::FULL);
        let shown = [10_000, 8_750, 6_666, 8_005].map(|hundredths| Score(hundredths).to_string());
        assert_eq!(shown, ["100", "87.5", "66.66", "80.05"]);
    }

    #[test]
    fn two_thirds_are_shown_alike_as_a_score_and_as_a_value() {
        assert_eq!((Score::share(2, 3).whole(), RelativeValue::share(2, 3).whole()), (66, 66));
        for points in 0..=76 {
            assert_eq!(whole_share(points, 76), Score::share(points, 76).whole(), "{points} of 76");
        }
        assert_eq!(whole_share(-1, 76), -2);
        assert_eq!((Score(6_999).whole(), RelativeValue(-1).whole()), (69, -1));
    }

    #[test]
    fn values_are_rounded_to_the_nearest_and_halves_away_from_nothing() {
        let values = [(2, 3), (1, 3), (1, 20_000), (-1, 20_000), (-1, 30_000), (5, 2), (5, 0)];
        let rounded = values.map(|(units, start)| RelativeValue::share(units, start).0);
        assert_eq!(rounded, [6_667, 3_333, 1, -1, 0, 25_000, 0]);
        assert_eq!([-1, 5_000, 25_000].map(|value| RelativeValue(value).loss()), [0, 5_000, 10_000]);
    }
}
