//! Two figures of each of some persons: means, variances and covariances, with n − 1 below, as Moodle has them.

use super::responses::count;

/// Pairs of figures.
#[derive(Clone, Debug, Default)]
pub(super) struct SharePairs {
    pub pairs: Vec<(f64, f64)>,
}

/// The mean; none of none.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count(values.len()))
}

/// The variance; none of fewer than two.
pub(super) fn variance(values: &[f64]) -> Option<f64> {
    let middle = mean(values)?;
    let squares: f64 = values.iter().map(|own| (own - middle).powi(2)).sum();
    (values.len() > 1).then(|| squares / (count(values.len()) - 1.0))
}

impl SharePairs {
    /// What the two have in common; none of fewer than two pairs.
    pub(super) fn covariance(&self) -> Option<f64> {
        covariance(&self.firsts(), &self.seconds())
    }

    /// The most that the two could have in common, if they rose together.
    pub(super) fn most_covariance(&self) -> Option<f64> {
        let (mut firsts, mut seconds) = (self.firsts(), self.seconds());
        firsts.sort_by(f64::total_cmp);
        seconds.sort_by(f64::total_cmp);
        covariance(&firsts, &seconds)
    }

    /// Pearson's correlation, from −1 to 1; none where one of them is the same for everybody.
    pub(super) fn correlation(&self) -> Option<f64> {
        let spread = (variance(&self.firsts())? * variance(&self.seconds())?).sqrt();
        let own = self.covariance()? / spread;
        (spread > TINY).then(|| own.clamp(-1.0, 1.0))
    }

    fn firsts(&self) -> Vec<f64> {
        self.pairs.iter().map(|pair| pair.0).collect()
    }

    fn seconds(&self) -> Vec<f64> {
        self.pairs.iter().map(|pair| pair.1).collect()
    }
}

/// What is less than this is the rounding of sums, not a difference between persons.
pub(super) const TINY: f64 = 1e-14;

fn covariance(firsts: &[f64], seconds: &[f64]) -> Option<f64> {
    let (first, second) = (mean(firsts)?, mean(seconds)?);
    let products = firsts.iter().zip(seconds).map(|(one, other)| (one - first) * (other - second));
    (firsts.len() > 1).then(|| products.sum::<f64>() / (count(firsts.len()) - 1.0))
}
