//! What every two items have in common, each pair over the persons who saw both, and what reliability follows from that.

use super::responses::{ItemCell, Responses, count};

/// The covariances of all pairs of items, in marks.
#[derive(Clone, Debug)]
pub(super) struct Covariances {
    items: usize,
    /// By pair, the smaller item first: see `place`. None where fewer than two persons saw both.
    pairs: Vec<Option<f64>>,
}

/// What was added up of a pair. Marks are taken from the mean of their item, so that little is lost in the sums.
#[derive(Clone, Copy, Default)]
struct PairSums {
    persons: u32,
    first: f64,
    second: f64,
    both: f64,
}

/// Sums over some items, for the reliability of these.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    items: f64,
    variances: f64,
    pairs: f64,
    covariances: f64,
}

impl Covariances {
    pub(super) fn of(responses: &Responses) -> Covariances {
        let items = responses.items();
        let means = item_means(responses);
        let mut sums = vec![PairSums::default(); items * (items + 1) / 2];
        for person in &responses.persons {
            let off = |cell: &ItemCell| responses.weight(cell.item) * (cell.share - means[cell.item]);
            for (at, first) in person.iter().enumerate() {
                for second in &person[at..] {
                    let own = &mut sums[place(first.item, second.item)];
                    let (one, other) = (off(first), off(second));
                    own.persons += 1;
                    own.first += one;
                    own.second += other;
                    own.both += one * other;
                }
            }
        }
        Covariances { items, pairs: sums.into_iter().map(PairSums::covariance).collect() }
    }

    /// Cronbach's alpha of all items together; none where they tell nobody apart. Pairs that nobody saw together are taken
    /// to have as much in common as the others.
    pub(super) fn alpha(&self) -> Option<f64> {
        let sums = self.sums(None);
        sums.alpha(sums.items)
    }

    /// What alpha would be without an item.
    pub(super) fn alpha_without(&self, item: usize) -> Option<f64> {
        let sums = self.sums(Some(item));
        sums.alpha(sums.items)
    }

    /// Alpha of so many items that are on average like these: what a paper drawn from them is worth.
    pub(super) fn alpha_of_length(&self, items: f64) -> Option<f64> {
        self.sums(None).alpha(items)
    }

    fn sums(&self, without: Option<usize>) -> Sums {
        let mut sums = Sums::default();
        let is_in = |item: &usize| Some(*item) != without;
        for second in (0..self.items).filter(is_in) {
            for first in (0..=second).filter(is_in) {
                let Some(own) = self.pairs[place(first, second)] else { continue };
                if first == second {
                    sums.items += 1.0;
                    sums.variances += own;
                } else {
                    sums.pairs += 1.0;
                    sums.covariances += own;
                }
            }
        }
        sums
    }
}

impl Sums {
    /// k c̄ / (v̄ + (k − 1) c̄), which is alpha where every pair was seen.
    fn alpha(self, items: f64) -> Option<f64> {
        if self.items < 2.0 || self.pairs < 1.0 || items <= 1.0 {
            return None;
        }
        let (variance, covariance) = (self.variances / self.items, self.covariances / self.pairs);
        let all = variance + (items - 1.0) * covariance;
        (all > super::sample::TINY).then(|| items * covariance / all)
    }
}

impl PairSums {
    fn covariance(self) -> Option<f64> {
        let persons = f64::from(self.persons);
        (self.persons > 1).then(|| (self.both - self.first * self.second / persons) / (persons - 1.0))
    }
}

/// Where a pair stands, whichever comes first.
fn place(one: usize, other: usize) -> usize {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    second * (second + 1) / 2 + first
}

fn item_means(responses: &Responses) -> Vec<f64> {
    let mut sums = vec![(0.0, 0_usize); responses.items()];
    for cell in responses.persons.iter().flatten() {
        sums[cell.item].0 += cell.share;
        sums[cell.item].1 += 1;
    }
    sums.into_iter().map(|(sum, persons)| sum / count(persons).max(1.0)).collect()
}
