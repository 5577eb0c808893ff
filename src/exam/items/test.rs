//! The items of one exam or scenario, with what is to be said of each.

use super::not_counted::NotCounted;
use crate::exam::statistics::{ItemStatistics, Responses, Suspicion, WholeStatistics, statistics, suspicions};
use std::cmp::Ordering;

/// What the items belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TestOf {
    /// The exam with this id; its items are questions.
    Exam(Box<str>),
    /// The scenario with this id; its items are scenes.
    Scenario(Box<str>),
}

/// All items of an exam or a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemTest {
    /// Of which.
    pub of: TestOf,
    /// All that anybody saw, the worst first.
    pub items: Vec<FoundItem>,
    /// All of them together.
    pub whole: WholeStatistics,
    /// What does not count.
    pub not_counted: NotCounted,
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundItem {
    /// The id of the question, or the name of the scene.
    pub id: Box<str>,
    /// Its place in the scenario; of a question in the order in which they were met.
    pub place: usize,
    /// What became of it.
    pub statistics: ItemStatistics,
    /// What is to be looked at, the gravest first.
    pub suspicions: Vec<Suspicion>,
}

impl TestOf {
    /// The id of the exam or the scenario.
    pub fn id(&self) -> &str {
        match self {
            TestOf::Exam(id) | TestOf::Scenario(id) => id,
        }
    }

    /// Whether items are drawn, so that one can be seen too often.
    pub fn is_drawn(&self) -> bool {
        matches!(self, TestOf::Exam(_))
    }
}

impl ItemTest {
    pub(super) fn of(of: TestOf, names: Vec<Box<str>>, responses: &Responses, not_counted: NotCounted) -> ItemTest {
        let (items, whole) = statistics(responses);
        let pairs = names.into_iter().zip(items).enumerate();
        let seen = pairs.filter(|(_, (_, item))| item.persons > 0);
        let found = seen.map(|(place, (id, statistics))| {
            let suspicions = suspicions(&statistics, of.is_drawn());
            FoundItem { id, place, statistics, suspicions }
        });
        let mut items: Vec<FoundItem> = found.collect();
        items.sort_by(worse);
        ItemTest { of, items, whole, not_counted }
    }
}

/// The graver suspicion first, then what tells people apart less, then what is harder.
fn worse(one: &FoundItem, other: &FoundItem) -> Ordering {
    let grave = |own: &FoundItem| own.suspicions.first().map_or(usize::MAX, Suspicion::grade);
    let flat = |own: &FoundItem| own.statistics.discrimination.unwrap_or(f64::INFINITY);
    let hard = |own: &FoundItem| own.statistics.facility.unwrap_or(f64::INFINITY);
    grave(one)
        .cmp(&grave(other))
        .then_with(|| flat(one).total_cmp(&flat(other)))
        .then_with(|| hard(one).total_cmp(&hard(other)))
        .then_with(|| one.place.cmp(&other.place))
}
