//! What was won of what could be, and how sure that is.

use std::fmt;

/// A share of a hundred, in hundredths of a point: 75.25 is 7525.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(pub u32);

impl Share {
    /// Of whole points.
    pub const fn of_points(points: u32) -> Share {
        Share(points * 100)
    }

    /// The mean of some shares, rounded down; none of none.
    pub fn mean(shares: impl IntoIterator<Item = Share>) -> Option<Share> {
        let (sum, count) =
            shares.into_iter().fold((0_u64, 0_u64), |(sum, count), own| (sum + u64::from(own.0), count + 1));
        u32::try_from(sum.checked_div(count)?).ok().map(Share)
    }

    /// The standard error of the mean of these shares: how far another form of as many questions may well lie off. None of
    /// fewer than two.
    pub fn standard_error(shares: &[Share]) -> Option<Share> {
        let count = u64::try_from(shares.len()).ok().filter(|count| *count > 1)?;
        let sum: u64 = shares.iter().map(|own| u64::from(own.0)).sum();
        let squares: u64 = shares.iter().map(|own| u64::from(own.0).pow(2)).sum();
        // n Σx² − (Σx)² over n² (n − 1) is the variance of the mean; never below 0.
        let variance = (count * squares - sum.pow(2)) / (count * count * (count - 1));
        u32::try_from(variance.isqrt()).ok().map(Share)
    }

    /// In whole points, rounded down, as people are shown them.
    pub fn points(self) -> u32 {
        self.0 / 100
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_right_of_forty_are_as_sure_as_statistics_say() {
        let shares: Vec<Share> = (0..40).map(|at| Share::of_points(if at < 30 { 100 } else { 0 })).collect();
        assert_eq!(Share::mean(shares.iter().copied()), Some(Share(7500)));
        // numpy: std(ddof=1)/sqrt(40) = 6.9337
        assert_eq!(Share::standard_error(&shares), Some(Share(693)));
        assert_eq!(Share::standard_error(&shares[..1]), None);
        assert_eq!(Share::mean([]), None);
    }
}
