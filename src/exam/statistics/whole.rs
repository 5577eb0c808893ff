//! All items together.

use super::covariances::Covariances;
use super::responses::{Responses, count};
use super::sample::{mean, variance};

/// How reliable all items are together.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeStatistics {
    /// How many persons saw anything.
    pub persons: usize,
    /// How many items were seen by anybody.
    pub items: usize,
    /// How many items a person saw, on average.
    pub length: f64,
    /// What persons won of what they saw, on average.
    pub mean: Option<f64>,
    /// The standard deviation of that.
    pub deviation: Option<f64>,
    /// Whether every item is all or nothing, so that alpha is KR-20.
    pub is_all_or_nothing: bool,
    /// Whether everybody saw everything.
    pub is_complete: bool,
    /// Cronbach's alpha of all items, each pair over the persons who saw both.
    pub alpha: Option<f64>,
    /// The same for as many items as a person saw: what one of these papers is worth. It is `alpha` where everybody saw
    /// everything.
    pub alpha_of_length: Option<f64>,
    /// How far one person's share may lie off from what she would win of other such items: one standard error.
    pub error: Option<f64>,
}

impl WholeStatistics {
    pub(super) fn of(responses: &Responses, covariances: &Covariances) -> WholeStatistics {
        let persons = responses.persons.iter().filter(|person| !person.is_empty());
        let totals: Vec<f64> = persons.map(|person| responses.marks(person)).map(|(won, all)| won / all).collect();
        let cells = || responses.persons.iter().flatten();
        let mut seen = vec![false; responses.items()];
        for cell in cells() {
            seen[cell.item] = true;
        }
        let items = seen.iter().filter(|own| **own).count();
        let length = count(cells().count()) / count(totals.len()).max(1.0);
        let alpha_of_length = covariances.alpha_of_length(length);
        let deviation = variance(&totals).map(f64::sqrt);
        let unsure = alpha_of_length.map(|alpha| (1.0 - alpha).max(0.0).sqrt());
        WholeStatistics {
            persons: totals.len(),
            items,
            length,
            mean: mean(&totals),
            deviation,
            is_all_or_nothing: cells().all(|cell| cell.share == 0.0 || cell.share.to_bits() == 1.0_f64.to_bits()),
            is_complete: cells().count() == items * totals.len(),
            alpha: covariances.alpha(),
            alpha_of_length,
            error: deviation.zip(unsure).map(|(deviation, unsure)| deviation * unsure),
        }
    }
}
