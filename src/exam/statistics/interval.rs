//! How far a figure may lie off, with 95 of 100 such intervals holding the true one.

/// The bounds, the lower first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower.
    pub low: f64,
    /// The upper.
    pub high: f64,
}

/// Where the normal distribution leaves 2.5 of 100 above.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's interval of a share of so many persons. For items that give a part it is too wide rather than too narrow, because all
/// or nothing spreads most.
pub fn wilson(share: f64, persons: f64) -> Option<Interval> {
    if persons < 1.0 {
        return None;
    }
    let below = 1.0 + Z * Z / persons;
    let middle = (share + Z * Z / (2.0 * persons)) / below;
    let half = Z / below * (share * (1.0 - share) / persons + Z * Z / (4.0 * persons * persons)).max(0.0).sqrt();
    Some(Interval { low: (middle - half).max(0.0), high: (middle + half).min(1.0) })
}

/// Fisher's interval of a correlation of so many persons; none of fewer than four.
pub fn fisher(correlation: f64, persons: f64) -> Option<Interval> {
    if persons < 4.0 {
        return None;
    }
    let half = Z / (persons - 3.0).sqrt();
    let bent = correlation.atanh();
    Some(Interval { low: (bent - half).tanh(), high: (bent + half).tanh() })
}
