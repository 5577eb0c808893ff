//! A share of what was due that was met, with how many there were and how sure it is.

use crate::exam::statistics::{Interval, wilson};
use std::ops::AddAssign;

/// Shares of fewer than this are told with a warning: another few would be another share.
pub const FEW: u32 = 30;

/// How many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MetShare {
    /// How often it was due or asked for.
    pub due: u32,
    /// How often of these it was met.
    pub met: u32,
}

impl MetShare {
    /// One more, met or not.
    pub fn add(&mut self, is_met: bool) {
        self.due = self.due.saturating_add(1);
        self.met = self.met.saturating_add(u32::from(is_met));
    }

    /// From 0 to 1; none of none.
    pub fn share(self) -> Option<f64> {
        (self.due > 0).then(|| f64::from(self.met) / f64::from(self.due))
    }

    /// In whole percent, rounded down; none of none.
    pub fn percent(self) -> Option<u32> {
        (u64::from(self.met) * 100).checked_div(u64::from(self.due)).and_then(|own| u32::try_from(own).ok())
    }

    /// How often it was not met.
    pub fn missed(self) -> u32 {
        self.due.saturating_sub(self.met)
    }

    /// Whether there are too few for the share to mean much.
    pub fn is_few(self) -> bool {
        self.due < FEW
    }

    /// The interval of Wilson for the share; all there is, of none.
    pub fn interval(self) -> Interval {
        let whole = Interval { low: 0.0, high: 1.0 };
        self.share().and_then(|share| wilson(share, f64::from(self.due))).unwrap_or(whole)
    }
}

impl AddAssign for MetShare {
    fn add_assign(&mut self, other: MetShare) {
        self.due = self.due.saturating_add(other.due);
        self.met = self.met.saturating_add(other.met);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_that_of_wilson_and_says_what_few_are_worth() {
        let near = |own: f64, other: f64| (own - other).abs() < 1e-12;
        // scipy 1.17.1: binomtest(met, due).proportion_ci(method="wilson")
        for (met, due, low, high) in [
            (8, 10, 0.490_162_471_536_641_8, 0.943_317_848_545_624_8),
            (0, 10, 0.0, 0.277_532_799_862_889_26),
            (45, 50, 0.786_397_685_625_203_4, 0.956_524_235_068_109_5),
        ] {
            let own = MetShare { due, met }.interval();
            assert!(near(own.low, low) && near(own.high, high), "{met} of {due}: {own:?}");
        }
        assert_eq!(MetShare::default().interval(), Interval { low: 0.0, high: 1.0 });
        assert!(MetShare { due: 29, met: 29 }.is_few() && !MetShare { due: 30, met: 0 }.is_few());
        assert_eq!((MetShare { due: 3, met: 2 }.percent(), MetShare::default().percent()), (Some(66), None));
    }
}
