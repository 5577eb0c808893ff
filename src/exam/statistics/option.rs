//! What became of each option of an item, among those who could see it.

use super::responses::{OptionMark, count};
use super::sample::mean;

/// An option of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionStatistics {
    /// Which, from 0.
    pub option: usize,
    /// Whether it is what the item wants, in most of the moments in which it could be seen.
    pub is_key: bool,
    /// How many persons could see it.
    pub seen: usize,
    /// How many of those chose it.
    pub taken: usize,
    /// What those who chose it won of everything else, on average; from 0 to 1.
    pub rest: Option<f64>,
    /// How many of the best third chose it.
    pub best_third: usize,
}

/// A person as an item sees her: her rest, where she has one, and what she did with the options.
pub(super) struct Chooser<'r> {
    pub rest: Option<f64>,
    pub options: &'r [OptionMark],
}

impl OptionStatistics {
    /// The share of those who could see it that chose it.
    pub fn share(&self) -> f64 {
        count(self.taken) / count(self.seen).max(1.0)
    }
}

/// All options that anybody could see, in their order.
pub(super) fn options(choosers: &[Chooser]) -> Vec<OptionStatistics> {
    let marks = choosers.iter().flat_map(|own| own.options);
    let size = marks.map(|mark| mark.option + 1).max().unwrap_or(0);
    let least = least_of_best_third(choosers);
    let of = |option: usize| {
        let own = |chooser: &&Chooser| chooser.options.iter().any(|mark| mark.option == option);
        let seers: Vec<&Chooser> = choosers.iter().filter(own).collect();
        (!seers.is_empty()).then(|| of_option(option, &seers, least))
    };
    (0..size).filter_map(of).collect()
}

fn of_option(option: usize, seers: &[&Chooser], least: Option<f64>) -> OptionStatistics {
    let mark = |chooser: &Chooser| chooser.options.iter().find(|mark| mark.option == option).copied();
    let takers: Vec<&&Chooser> = seers.iter().filter(|own| mark(own).is_some_and(|mark| mark.is_taken)).collect();
    let rests: Vec<f64> = takers.iter().filter_map(|own| own.rest).collect();
    let keys = seers.iter().filter(|own| mark(own).is_some_and(|mark| mark.is_key)).count();
    let is_best = |own: &&&&Chooser| matches!((own.rest, least), (Some(rest), Some(least)) if rest >= least);
    OptionStatistics {
        option,
        is_key: 2 * keys > seers.len(),
        seen: seers.len(),
        taken: takers.len(),
        rest: mean(&rests),
        best_third: takers.iter().filter(is_best).count(),
    }
}

/// The rest from which on somebody belongs to the best third. Who is level with its last belongs to it too.
fn least_of_best_third(choosers: &[Chooser]) -> Option<f64> {
    let mut rests: Vec<f64> = choosers.iter().filter_map(|own| own.rest).collect();
    rests.sort_by(|one, other| other.total_cmp(one));
    rests.get(rests.len().div_ceil(3).checked_sub(1)?).copied()
}
