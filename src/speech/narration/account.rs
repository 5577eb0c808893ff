//! The account of a play in a line: how many requirements were met, missed, broken and so on, and what they came to. What
//! every door lists entry by entry is added up here, so that lists and score can be held against each other.

use super::review::{Review, ReviewLine};
use super::wording::{entry_kind, price};
use crate::play::scoring::EntryKind;
use crate::speech::messages::Messages;
use crate::tr;

/// The entries of one kind, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountItem {
    /// What became of them.
    pub kind: EntryKind,
    /// How many there are.
    pub count: usize,
    /// What they won, or below 0 lost.
    pub points: i32,
    /// What there was to win with them.
    pub worth: i32,
}

impl Review {
    /// Every entry of the play once: move by move, then what was never done.
    pub fn entries(&self) -> impl Iterator<Item = &ReviewLine> {
        let made = self.moves.iter().flat_map(|own| &own.lines);
        made.chain(self.missed.iter().map(|missed| &missed.line))
    }

    /// The account of the play, without the kinds that it has nothing of, and without what was not due or gave way. Its points
    /// are those of the play.
    pub fn account(&self) -> Vec<AccountItem> {
        let item = |kind| {
            let own = || self.entries().filter(|line| line.kind == kind);
            let (points, worth) = (own().map(|line| line.points).sum(), own().filter_map(|line| line.worth).sum());
            AccountItem { kind, count: own().count(), points, worth }
        };
        let counts = |kind: &EntryKind| !matches!(kind, EntryKind::Extra | EntryKind::Yielded);
        EntryKind::ALL.into_iter().filter(counts).map(item).filter(|item| item.count > 0).collect()
    }
}

impl AccountItem {
    /// `6 met 24/24` or `2 broken −12`.
    pub fn told(&self, words: &Messages) -> String {
        let price = price(self.points, (self.worth > 0).then_some(self.worth));
        let counted = tr!(words, "account-item", count = self.count, kind = entry_kind(words, self.kind));
        format!("{counted} {price}").trim_end().to_owned()
    }
}
