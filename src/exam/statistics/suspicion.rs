//! What in an item's figures somebody should look at.

use super::item::ItemStatistics;

/// Below so many persons a figure says little.
pub const FEW: usize = 30;
/// Below so many nothing at all is said of an item.
const NONE: usize = 10;

/// Below this share an item is too hard.
const HARD: f64 = 0.25;
/// Above this one too easy.
const EASY: f64 = 0.95;
/// Below this correlation an item tells nobody apart.
const FLAT: f64 = 0.15;
/// Above this share of persons an item is known before long.
const KNOWN: f64 = 0.30;

/// Something to look at, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// A wrong option is chosen more often by the best third than what is wanted: is the key wrong?
    WrongBeatsKey {
        /// The wrong option.
        wrong: usize,
        /// What is wanted.
        key: usize,
    },
    /// Those who win the rest do worse here: is the key wrong?
    Negative,
    /// Nearly nobody gets it right.
    Hard,
    /// It hardly tells those who know from those who do not.
    Flat,
    /// Nearly everybody gets it right.
    Easy,
    /// So many have seen it that it will be known.
    Exposed,
    /// Too few persons for any of this.
    Few,
}

impl Suspicion {
    /// How grave it is, 0 being the gravest.
    pub fn grade(&self) -> usize {
        match self {
            Suspicion::WrongBeatsKey { .. } => 0,
            Suspicion::Negative => 1,
            Suspicion::Hard => 2,
            Suspicion::Flat => 3,
            Suspicion::Easy => 4,
            Suspicion::Exposed => 5,
            Suspicion::Few => 6,
        }
    }
}

/// Whether a suspicion of a wrong key may well be chance: too few persons, or an interval that holds what is not suspicious.
pub fn may_be_chance(item: &ItemStatistics, own: Suspicion) -> bool {
    match own {
        Suspicion::WrongBeatsKey { .. } => item.persons < FEW,
        Suspicion::Negative => item.discrimination_interval.is_none_or(|interval| interval.high >= 0.0),
        _ => false,
    }
}

/// What is to be looked at. Whether an item is seen too often is asked only of items that are drawn.
pub fn suspicions(item: &ItemStatistics, is_drawn: bool) -> Vec<Suspicion> {
    if item.persons < NONE {
        return vec![Suspicion::Few];
    }
    let mut found: Vec<Suspicion> = beaten_key(item).into_iter().collect();
    match item.discrimination {
        Some(own) if own < 0.0 => found.push(Suspicion::Negative),
        Some(own) if own < FLAT => found.push(Suspicion::Flat),
        _ => {}
    }
    match item.facility {
        Some(share) if share < HARD => found.push(Suspicion::Hard),
        Some(share) if share > EASY => found.push(Suspicion::Easy),
        _ => {}
    }
    if is_drawn && item.exposure > KNOWN {
        found.push(Suspicion::Exposed);
    }
    if item.persons < FEW {
        found.push(Suspicion::Few);
    }
    found.sort_by_key(Suspicion::grade);
    found
}

/// The wrong option that most of the best third chose, where fewer of them chose the key that was chosen least. An option
/// that fewer could see than the other is none to compare with.
fn beaten_key(item: &ItemStatistics) -> Option<Suspicion> {
    let is_open_to_all = |own: &&super::option::OptionStatistics| own.seen == item.persons;
    let keys = item.options.iter().filter(is_open_to_all).filter(|own| own.is_key);
    let key = keys.min_by_key(|own| own.best_third)?;
    let wrong =
        item.options.iter().filter(is_open_to_all).filter(|own| !own.is_key).max_by_key(|own| own.best_third)?;
    (wrong.best_third > key.best_third).then_some(Suspicion::WrongBeatsKey { wrong: wrong.option, key: key.option })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exam::statistics::{ItemCell, OptionMark, Responses, statistics};

    /// A person who won these of three items; the first has an option for right (0) and one for wrong (1).
    fn person(shares: [f64; 3]) -> Vec<ItemCell> {
        let cell = |(item, share): (usize, f64)| ItemCell::of_share(item, share);
        let mut cells: Vec<ItemCell> = shares.into_iter().enumerate().map(cell).collect();
        let right = shares[0] > 0.5;
        cells[0].options = vec![
            OptionMark { option: 0, is_taken: right, is_key: true },
            OptionMark { option: 1, is_taken: !right, is_key: false },
        ];
        cells
    }

    fn of(persons: Vec<[f64; 3]>) -> Vec<Vec<Suspicion>> {
        let persons = persons.into_iter().map(person).collect();
        let (items, _) = statistics(&Responses { weights: vec![1.0; 3], persons });
        items.iter().map(|item| suspicions(item, false)).collect()
    }

    #[test]
    fn a_key_that_the_best_avoid_is_suspected() {
        let wrong = [vec![[0.0, 1.0, 1.0]; 20], vec![[1.0, 0.0, 0.0]; 20]].concat();
        let found = of(wrong);
        assert_eq!(found[0], [Suspicion::WrongBeatsKey { wrong: 1, key: 0 }, Suspicion::Negative]);
        let right = [vec![[1.0, 1.0, 1.0]; 20], vec![[0.0, 0.0, 0.0]; 20]].concat();
        assert!(of(right)[0].is_empty());
    }

    #[test]
    fn few_persons_are_said_to_be_few() {
        let two = vec![[1.0, 1.0, 1.0], [0.0, 0.0, 0.0]];
        assert_eq!(of(two)[0], [Suspicion::Few]);
    }

    #[test]
    fn what_is_too_easy_or_tells_nobody_apart_is_told() {
        let easy = [vec![[1.0, 1.0, 1.0]; 20], vec![[1.0, 0.0, 0.0]; 20]].concat();
        assert_eq!(of(easy)[0], [Suspicion::Easy]);
        let flat = [[1.0, 1.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 1.0], [0.0, 0.0, 0.0]];
        let flat = flat.map(|person| vec![person; 20]).concat();
        assert_eq!(of(flat)[0], [Suspicion::Flat]);
    }
}
