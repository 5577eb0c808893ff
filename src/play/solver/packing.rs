//! Which bits of a state and a tally are worth keeping, packed close together.

use crate::base::bits::{StateBits, WORDS};

/// Which bits of a state and a tally are kept, and where.
pub(super) struct Packing {
    runs: Vec<BitRun>,
    /// Words of a row; at least one.
    pub(super) stride: usize,
    /// How many bits are kept.
    pub(super) bits: u32,
}

/// Neighbouring bits that stay neighbours.
#[derive(Clone, Copy)]
struct BitRun {
    /// The word that it is taken from, where those of the tally follow those of the state; and its lowest bit there.
    from: usize,
    shift: u32,
    /// The word of the row that it goes to, and its lowest bit there.
    to: usize,
    at: u32,
    ones: u64,
}

impl Packing {
    pub(super) fn new(facts: &StateBits, marks: &StateBits) -> Packing {
        let mut runs = Vec::new();
        let mut kept = 0u32;
        for (from, mask) in facts.iter().chain(marks).enumerate() {
            let mut bit = mask.trailing_zeros();
            while bit < 64 {
                let run = (mask >> bit).trailing_ones();
                // A run ends where a word of the row does.
                let width = run.min(64 - kept % 64);
                let ones = u64::MAX >> (64 - width);
                runs.push(BitRun { from, shift: bit, to: (kept / 64) as usize, at: kept % 64, ones });
                kept += width;
                bit += width;
                if bit < 64 {
                    bit += (mask >> bit).trailing_zeros();
                }
            }
        }
        Packing { runs, stride: (kept.div_ceil(64) as usize).max(1), bits: kept }
    }

    /// Writes a row of [`Self::stride`] words, all 0 before.
    #[inline]
    pub(super) fn pack(&self, state: &StateBits, partial: &StateBits, row: &mut [u64]) {
        for run in &self.runs {
            let word = word_of(state, partial, run.from);
            row[run.to] |= (word >> run.shift & run.ones) << run.at;
        }
    }

    /// The kept bits of a state, where they are no more than 64.
    #[inline]
    pub(super) fn word(&self, state: &StateBits) -> u64 {
        self.runs.iter().fold(0, |word, run| word | (state[run.from] >> run.shift & run.ones) << run.at)
    }

    #[inline]
    pub(super) fn unpack(&self, row: &[u64]) -> (StateBits, StateBits) {
        let (mut state, mut partial) = (StateBits::default(), StateBits::default());
        for run in &self.runs {
            let bits = (row[run.to] >> run.at & run.ones) << run.shift;
            match run.from.checked_sub(WORDS) {
                None => state[run.from] |= bits,
                Some(from) => partial[from] |= bits,
            }
        }
        (state, partial)
    }
}

/// The word of this number, where those of the tally follow those of the state.
fn word_of(state: &StateBits, partial: &StateBits, word: usize) -> u64 {
    if word < WORDS { state[word] } else { partial[word - WORDS] }
}
