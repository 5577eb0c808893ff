//! The store of states: rows of a few words, each kept once and named by a small number. Only bits that something reads
//! are kept, close together.

use crate::bits::{WORDS, Words};
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// A row as it is compared: only the first words of it are in use.
pub type Row = [u64; 2 * WORDS];

/// Rows of equal length in one piece of memory, with an index by their content.
pub struct Rows {
    packing: Packing,
    words: Vec<u64>,
    index: HashTable<u32>,
}

impl Rows {
    /// A store of states with the bits of `facts`, and of tallies with those of `marks`.
    pub fn new(facts: &Words, marks: &Words) -> Rows {
        Rows { packing: Packing::new(facts, marks), words: Vec::new(), index: HashTable::new() }
    }

    pub fn len(&self) -> usize {
        self.words.len() / self.packing.stride
    }

    /// The bytes that it takes, without what is kept in reserve.
    pub fn bytes(&self) -> usize {
        self.words.len() * size_of::<u64>() + self.index.allocation_size()
    }

    /// State and tally of a row.
    pub fn get(&self, number: u32) -> (Words, Words) {
        self.packing.unpack(self.at(number))
    }

    /// The number of this row, which is new when it was not there before.
    pub fn intern(&mut self, state: &Words, tally: &Words) -> u32 {
        let row = self.packing.pack(state, tally);
        let stride = self.packing.stride;
        let row = &row[..stride];
        let words = &self.words;
        let at = |number: u32| &words[number as usize * stride..(number as usize + 1) * stride];
        let hash = hash(row);
        if let Some(found) = self.index.find(hash, |number| at(*number) == row) {
            return *found;
        }
        let number = (words.len() / stride) as u32;
        self.index.insert_unique(hash, number, |number| self::hash(at(*number)));
        self.words.extend_from_slice(row);
        number
    }

    fn at(&self, number: u32) -> &[u64] {
        let from = number as usize * self.packing.stride;
        &self.words[from..from + self.packing.stride]
    }
}

fn hash(row: &[u64]) -> u64 {
    let mut hasher = FxHasher::default();
    row.iter().for_each(|word| hasher.write_u64(*word));
    hasher.finish()
}

/// Which bits of a state and a tally are kept, and where.
struct Packing {
    runs: Vec<Run>,
    /// Words of a row; at least one.
    stride: usize,
}

/// Neighbouring bits that stay neighbours.
#[derive(Clone, Copy)]
struct Run {
    from: u8,
    shift: u8,
    to: u8,
    at: u8,
    ones: u64,
}

impl Packing {
    fn new(facts: &Words, marks: &Words) -> Packing {
        let mut runs = Vec::new();
        let mut kept = 0u32;
        for (from, mask) in facts.iter().chain(marks).enumerate() {
            let mut bit = mask.trailing_zeros();
            while bit < 64 {
                let run = (mask >> bit).trailing_ones();
                // A run ends where a word of the row does.
                let width = run.min(64 - kept % 64);
                let ones = u64::MAX >> (64 - width);
                let (to, at) = ((kept / 64) as u8, (kept % 64) as u8);
                runs.push(Run { from: from as u8, shift: bit as u8, to, at, ones });
                kept += width;
                bit += width;
                if bit < 64 {
                    bit += (mask >> bit).trailing_zeros();
                }
            }
        }
        Packing { runs, stride: (kept.div_ceil(64) as usize).max(1) }
    }

    fn pack(&self, state: &Words, tally: &Words) -> Row {
        let mut row = [0; 2 * WORDS];
        for run in &self.runs {
            let word = half(state, tally, run.from);
            row[usize::from(run.to)] |= (word >> run.shift & run.ones) << run.at;
        }
        row
    }

    fn unpack(&self, row: &[u64]) -> (Words, Words) {
        let (mut state, mut tally) = (Words::default(), Words::default());
        for run in &self.runs {
            let bits = (row[usize::from(run.to)] >> run.at & run.ones) << run.shift;
            let from = usize::from(run.from);
            match from.checked_sub(WORDS) {
                None => state[from] |= bits,
                Some(from) => tally[from] |= bits,
            }
        }
        (state, tally)
    }
}

/// The word of this number, where those of the tally follow those of the state.
fn half(state: &Words, tally: &Words, word: u8) -> u64 {
    let word = usize::from(word);
    if word < WORDS { state[word] } else { tally[word - WORDS] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, proptest};

    proptest! {
        #[test]
        fn what_is_kept_comes_back(facts in any::<Words>(), marks in any::<Words>(), state in any::<Words>(), tally in any::<Words>()) {
            let mut rows = Rows::new(&facts, &marks);
            let number = rows.intern(&state, &tally);
            let kept = |words: &Words, mask: &Words| std::array::from_fn(|n| words[n] & mask[n]);
            proptest::prop_assert_eq!(rows.get(number), (kept(&state, &facts), kept(&tally, &marks)));
            proptest::prop_assert_eq!((rows.intern(&kept(&state, &facts), &tally), rows.len()), (number, 1));
        }
    }
}
