//! A share in words, never without how many it is of.

use crate::speech::messages::Messages;
use crate::tr;
use crate::trainer::group::MetShare;

/// What marks a share of few.
pub(super) const FEW_MARK: &str = "*";

/// A share in a cell: `78 %`, marked where it is of few; a dash of none.
pub(super) fn cell(own: MetShare) -> String {
    let mark = if own.is_few() { FEW_MARK } else { "" };
    own.percent().map_or_else(|| "-".to_owned(), |percent| format!("{percent} %{mark}"))
}

/// The same with what it is of and where it may lie: `78 % (61-89 %), 25 of 32`.
pub(super) fn told(words: &Messages, own: MetShare) -> String {
    let (Some(percent), due, met) = (own.percent(), own.due, own.met) else { return tr!(words, "report-share-none") };
    let interval = own.interval();
    let (low, high) = (whole(interval.low), whole(interval.high));
    let mark = if own.is_few() { FEW_MARK } else { "" };
    tr!(words, "report-share", percent = percent, mark = mark, low = low, high = high, met = met, due = due)
}

/// From 0 to 1 in whole percent, to the nearest.
fn whole(share: f64) -> u32 {
    let percent = (share * 100.0).round();
    (0..=100).find(|own| f64::from(*own) >= percent).unwrap_or(100)
}
