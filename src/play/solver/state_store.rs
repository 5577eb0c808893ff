//! The store of states: rows of a few words, each kept once and named by a small number. Only bits that something reads
//! are kept, close together.

use super::packing::Packing;
use super::row_index::RowIndex;
use super::small::small;
use crate::base::bits::StateBits;
use rustc_hash::FxHasher;
use std::hash::Hasher;
use std::hint::black_box;

/// How many states are looked at before what they lead to is looked up: lookups wait for memory, and together they wait
/// once.
pub(super) const BLOCK: usize = 32;

/// Rows of equal length in one piece of memory, with an index by their content.
pub(super) struct StateStore {
    packing: Packing,
    words: Vec<u64>,
    index: RowIndex,
    /// Rows that wait to be kept, with their hashes.
    staged: Vec<u64>,
    hashes: Vec<u64>,
}

impl StateStore {
    /// A store of states with the bits of `facts`, and of tallies with those of `marks`.
    pub(super) fn new(facts: &StateBits, marks: &StateBits) -> StateStore {
        let (words, staged, hashes) = Default::default();
        StateStore { packing: Packing::new(facts, marks), words, index: RowIndex::with_slots(1 << 10), staged, hashes }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len() / self.packing.stride
    }

    /// The bytes that it takes, without what is kept in reserve for more rows.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(&self.words[..]) + self.index.bytes()
    }

    /// State and tally of a row.
    #[inline]
    pub(super) fn get(&self, number: u32) -> (StateBits, StateBits) {
        self.packing.unpack(self.at(number))
    }

    /// The state of a row alone.
    #[inline]
    pub(super) fn state(&self, number: u32) -> StateBits {
        self.packing.unpack(self.at(number)).0
    }

    /// Puts a row in line to be kept.
    #[inline]
    pub(super) fn stage(&mut self, state: &StateBits, partial: &StateBits) {
        let from = self.staged.len();
        self.staged.resize(from + self.packing.stride, 0);
        let row = &mut self.staged[from..];
        self.packing.pack(state, partial, row);
        self.hashes.push(hash(row));
    }

    /// Keeps the rows that were staged and tells the number of each; a number is new when its row was not there before.
    ///
    /// A lookup waits for memory most of its time. So the places of all rows are touched first, which the machine does at
    /// once, and then looked at.
    pub(super) fn intern_staged(&mut self, mut told: impl FnMut(u32)) {
        let (staged, hashes) = (std::mem::take(&mut self.staged), std::mem::take(&mut self.hashes));
        black_box(self.index.touch(&hashes, |number| self.at(number)[0]));
        for (row, hash) in staged.chunks_exact(self.packing.stride).zip(&hashes) {
            let number = match self.index.find(*hash, |number| is_same(self.at(number), row)) {
                Ok(number) => number,
                Err(slot) => self.add(row, *hash, slot),
            };
            told(number);
        }
        (self.staged, self.hashes) = (staged, hashes);
        self.staged.clear();
        self.hashes.clear();
    }

    /// The number of this row, which is new when it was not there before.
    pub(super) fn intern(&mut self, state: &StateBits, partial: &StateBits) -> u32 {
        let mut number = 0;
        self.stage(state, partial);
        self.intern_staged(|found| number = found);
        number
    }

    fn add(&mut self, row: &[u64], hash: u64, slot: usize) -> u32 {
        let number = small(self.len());
        self.words.extend_from_slice(row);
        self.index.put(slot, hash, number);
        if self.len() > self.index.most() {
            // The rows are read in their order, which is faster than taking the old slots in theirs.
            self.index = self.index.doubled();
            for (number, row) in (0..).zip(self.words.chunks_exact(self.packing.stride)) {
                self.index.insert(self::hash(row), number);
            }
        }
        number
    }

    fn at(&self, number: u32) -> &[u64] {
        let from = number as usize * self.packing.stride;
        &self.words[from..from + self.packing.stride]
    }
}

/// Rows are a few words: comparing them here is faster than a call.
#[inline]
fn is_same(one: &[u64], other: &[u64]) -> bool {
    one.iter().zip(other).all(|(one, other)| one == other)
}

#[inline]
fn hash(row: &[u64]) -> u64 {
    let mut hasher = FxHasher::default();
    for word in row {
        hasher.write_u64(*word);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::bits::WORDS;
    use proptest::prelude::{any, proptest};

    proptest! {
        #[test]
        fn every_row_is_kept_once(numbers in proptest::collection::vec(0u64..3_000, 0..4_000)) {
            let mut state_store = StateStore::new(&[u64::MAX; WORDS], &StateBits::default());
            let mut first = std::collections::BTreeMap::new();
            for number in numbers {
                let state = std::array::from_fn(|n| number << n);
                let next = u32::try_from(first.len()).expect("a few thousand");
                let expected = *first.entry(number).or_insert(next);
                proptest::prop_assert_eq!(state_store.intern(&state, &StateBits::default()), expected);
            }
            proptest::prop_assert_eq!(state_store.len(), first.len());
        }

        #[test]
        fn what_is_kept_comes_back(facts in any::<StateBits>(), marks in any::<StateBits>(), state in any::<StateBits>(), partial in any::<StateBits>()) {
            let mut state_store = StateStore::new(&facts, &marks);
            let number = state_store.intern(&state, &partial);
            let kept = |words: &StateBits, mask: &StateBits| std::array::from_fn(|n| words[n] & mask[n]);
            proptest::prop_assert_eq!(state_store.get(number), (kept(&state, &facts), kept(&partial, &marks)));
            proptest::prop_assert_eq!((state_store.intern(&kept(&state, &facts), &partial), state_store.len()), (number, 1));
        }
    }
}
