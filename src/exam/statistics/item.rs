//! The statistics of each item, and of all of them.

use super::covariances::Covariances;
use super::interval::{Interval, fisher, wilson};
use super::option::{Chooser, OptionStatistics, options};
use super::responses::{ItemCell, OptionMark, Responses, count};
use super::sample::{SharePairs, TINY, mean, variance};
use super::whole::WholeStatistics;

/// What became of an item. Shares, correlations and weights are from −1 or 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemStatistics {
    /// How many persons saw it.
    pub persons: usize,
    /// How many of them saw something else too, and so have a rest.
    pub with_rest: usize,
    /// The mean share that was won of it; none where nobody saw it.
    pub facility: Option<f64>,
    /// Wilson's interval of that.
    pub facility_interval: Option<Interval>,
    /// The standard deviation of the shares.
    pub deviation: Option<f64>,
    /// The correlation with what the same persons won of everything else; none where one of them is the same for all.
    pub discrimination: Option<f64>,
    /// Fisher's interval of that.
    pub discrimination_interval: Option<Interval>,
    /// How near that is to the most that is possible with such shares.
    pub efficiency: Option<f64>,
    /// The part of the differences between totals that it makes; 0 where it works against the others.
    pub effective_weight: Option<f64>,
    /// The part of the marks that it was to make, on average of those who saw it.
    pub intended_weight: Option<f64>,
    /// Cronbach's alpha without it.
    pub alpha_without: Option<f64>,
    /// The share of all persons who saw it.
    pub exposure: f64,
    /// What became of its options.
    pub options: Vec<OptionStatistics>,
}

/// What one person did with an item.
struct Seen<'r> {
    share: f64,
    /// Of everything that she saw.
    total: f64,
    /// Of everything else; none where there was nothing else.
    rest: Option<f64>,
    /// The part of her marks that the item could make.
    part: f64,
    options: &'r [OptionMark],
}

/// The statistics of all items, in their order, and of all of them together.
pub fn statistics(responses: &Responses) -> (Vec<ItemStatistics>, WholeStatistics) {
    let covariances = Covariances::of(responses);
    let seen = seen_by_item(responses);
    let pulls: Vec<f64> = seen.iter().enumerate().map(|(item, own)| pull(own) * responses.weight(item)).collect();
    let roots = |pull: &f64| pull.max(0.0).sqrt();
    let all: f64 = pulls.iter().map(roots).sum();
    let items = seen.iter().enumerate().map(|(item, own)| {
        let weight = (all > TINY && !own.is_empty()).then(|| roots(&pulls[item]) / all);
        let alpha_without = covariances.alpha_without(item);
        of_item(own, responses.persons.len(), weight, alpha_without)
    });
    (items.collect(), WholeStatistics::of(responses, &covariances))
}

/// The statistics of all items together, without those of each.
pub fn reliability(responses: &Responses) -> WholeStatistics {
    WholeStatistics::of(responses, &Covariances::of(responses))
}

fn seen_by_item(responses: &Responses) -> Vec<Vec<Seen<'_>>> {
    let mut seen: Vec<Vec<Seen>> = (0..responses.items()).map(|_| Vec::new()).collect();
    for person in &responses.persons {
        let (won, possible) = responses.marks(person);
        for cell in person {
            if let Some(of_item) = seen.get_mut(cell.item) {
                of_item.push(see(responses, person, cell, won / possible.max(TINY), possible));
            }
        }
    }
    seen
}

fn see<'r>(responses: &Responses, person: &[ItemCell], cell: &'r ItemCell, total: f64, possible: f64) -> Seen<'r> {
    // Added up anew without the item: to take it from the total would leave the rounding of the total behind.
    let others = person.iter().filter(|other| other.item != cell.item);
    let (won, rest) = others.fold((0.0, 0.0), |(won, all), other| {
        let weight = responses.weight(other.item);
        (won + weight * other.share, all + weight)
    });
    Seen {
        share: cell.share,
        total,
        rest: (rest > 0.0).then(|| won / rest),
        part: responses.weight(cell.item) / possible.max(TINY),
        options: &cell.options,
    }
}

/// What the shares of an item have in common with the totals.
fn pull(seen: &[Seen]) -> f64 {
    SharePairs { pairs: seen.iter().map(|own| (own.share, own.total)).collect() }.covariance().unwrap_or(0.0)
}

fn of_item(seen: &[Seen], persons: usize, effective_weight: Option<f64>, alpha_without: Option<f64>) -> ItemStatistics {
    let shares: Vec<f64> = seen.iter().map(|own| own.share).collect();
    let parts: Vec<f64> = seen.iter().map(|own| own.part).collect();
    let choosers: Vec<Chooser> = seen.iter().map(|own| Chooser { rest: own.rest, options: own.options }).collect();
    let rested = SharePairs { pairs: seen.iter().filter_map(|own| Some((own.share, own.rest?))).collect() };
    let with_rest = rested.pairs.len();
    let facility = mean(&shares);
    let discrimination = rested.correlation();
    let most = rested.most_covariance().filter(|most| *most > TINY);
    ItemStatistics {
        persons: seen.len(),
        with_rest,
        facility,
        facility_interval: facility.and_then(|share| wilson(share, count(seen.len()))),
        deviation: variance(&shares).map(f64::sqrt),
        discrimination,
        discrimination_interval: discrimination.and_then(|own| fisher(own, count(with_rest))),
        efficiency: most.and_then(|most| Some(rested.covariance()? / most)),
        effective_weight,
        intended_weight: mean(&parts),
        alpha_without,
        exposure: count(seen.len()) / count(persons).max(1.0),
        options: options(&choosers),
    }
}
