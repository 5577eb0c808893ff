//! The store of states: rows of a few words, each kept once and named by a small number.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Rows of equal length in one piece of memory, with an index by their content.
pub struct Table {
    rows: Vec<u64>,
    stride: usize,
    index: HashTable<u32>,
}

impl Table {
    /// A table of rows with `stride` words, at least one.
    pub fn new(stride: usize) -> Table {
        Table { rows: Vec::new(), stride: stride.max(1), index: HashTable::new() }
    }

    pub fn len(&self) -> usize {
        self.rows.len() / self.stride
    }

    pub fn row(&self, number: u32) -> &[u64] {
        let from = number as usize * self.stride;
        &self.rows[from..from + self.stride]
    }

    /// The number of this row, which is new when it was not there before.
    pub fn intern(&mut self, row: &[u64]) -> u32 {
        let (rows, stride) = (&self.rows, self.stride);
        let at = |number: &u32| &rows[*number as usize * stride..(*number as usize + 1) * stride];
        let hash = hash(row);
        if let Some(found) = self.index.find(hash, |number| at(number) == row) {
            return *found;
        }
        let number = self.len() as u32;
        self.index.insert_unique(hash, number, |number| self::hash(at(number)));
        self.rows.extend_from_slice(row);
        number
    }

    pub fn find(&self, row: &[u64]) -> Option<u32> {
        self.index.find(hash(row), |number| self.row(*number) == row).copied()
    }
}

fn hash(row: &[u64]) -> u64 {
    let mut hasher = FxHasher::default();
    row.iter().for_each(|word| hasher.write_u64(*word));
    hasher.finish()
}
