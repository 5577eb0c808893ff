//! Who won how much of what: persons by items, with nothing where somebody did not see an item.

/// The responses of some persons to some items.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Responses {
    /// By item: how many marks it gives at most. All alike where only shares count.
    pub weights: Vec<f64>,
    /// By person: what she saw, each item at most once, the items rising.
    pub persons: Vec<Vec<ItemCell>>,
}

/// What one person did with one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemCell {
    /// Which item, from 0.
    pub item: usize,
    /// The share that was won, from 0 to 1.
    pub share: f64,
    /// What she could choose there; none where an item has no options.
    pub options: Vec<OptionMark>,
}

/// An option that somebody could see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionMark {
    /// Which option of the item, from 0.
    pub option: usize,
    /// Whether it was chosen.
    pub is_taken: bool,
    /// Whether it is what the item wants, there.
    pub is_key: bool,
}

impl ItemCell {
    /// One without options.
    pub fn of_share(item: usize, share: f64) -> ItemCell {
        ItemCell { item, share, options: Vec::new() }
    }
}

impl Responses {
    /// How many items there are.
    pub fn items(&self) -> usize {
        self.weights.len()
    }

    /// What a person won of all that she saw, and how many marks that was of: (won, possible).
    pub(super) fn marks(&self, person: &[ItemCell]) -> (f64, f64) {
        let own = |cell: &ItemCell| (self.weight(cell.item) * cell.share, self.weight(cell.item));
        person.iter().map(own).fold((0.0, 0.0), |(won, all), (mark, weight)| (won + mark, all + weight))
    }

    pub(super) fn weight(&self, item: usize) -> f64 {
        self.weights.get(item).copied().unwrap_or(0.0)
    }
}

/// A count as a number to reckon with; more than four thousand million are as many.
pub(super) fn count(of: usize) -> f64 {
    f64::from(u32::try_from(of).unwrap_or(u32::MAX))
}
