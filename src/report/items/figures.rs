//! Figures as they are printed. A share is told in percent, a correlation from −1 to 1.

use crate::exam::statistics::Interval;

/// What stands where there is no figure.
const NONE: &str = "–";

/// A share in whole percent.
pub(super) fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| NONE.to_owned(), |share| format!("{:.0} %", share * 100.0 + 0.0).replace('-', "−"))
}

/// The bounds of a share, in whole percent.
pub(super) fn percent_bounds(interval: Option<Interval>) -> String {
    interval.map_or_else(|| NONE.to_owned(), |own| format!("{:.0}–{:.0}", own.low * 100.0, own.high * 100.0))
}

/// A correlation, with a true minus.
pub(super) fn correlation(own: Option<f64>) -> String {
    own.map_or_else(|| NONE.to_owned(), |own| format!("{:.2}", own + 0.0).replace('-', "−"))
}

/// The bounds of a correlation.
pub(super) fn correlation_bounds(interval: Option<Interval>) -> String {
    interval.map_or_else(
        || NONE.to_owned(),
        |own| format!("{}…{}", correlation(Some(own.low)), correlation(Some(own.high))),
    )
}

/// A share for programs: percent with two decimals.
pub(super) fn exact_percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0 + 0.0
}

/// A correlation for programs: four decimals.
pub(super) fn exact(own: f64) -> f64 {
    (own * 10_000.0).round() / 10_000.0 + 0.0
}
