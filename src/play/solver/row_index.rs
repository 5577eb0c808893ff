//! Row numbers by the hash of their rows.

/// Row numbers by hash: one open table, in which a lookup most often touches a single slot. (`hashbrown` keeps its marks
/// apart from its entries, so that each lookup waits for the memory once more; with millions of states that was a third
/// of all time.)
pub(super) struct RowIndex {
    /// The upper half of a row's hash and its number + 1; 0 where nothing is. A power of two of them.
    pub(super) slots: Vec<u64>,
}

impl RowIndex {
    pub(super) fn with_slots(count: usize) -> RowIndex {
        RowIndex { slots: vec![0; count] }
    }

    /// How many rows may be in it before it must grow.
    pub(super) fn most(&self) -> usize {
        self.slots.len() / 4 * 3
    }

    /// Reads where each of these hashes belongs, and the rows that stand there.
    pub(super) fn touch(&self, hashes: &[u64], row: impl Fn(u32) -> u64) -> u64 {
        let entries = hashes.iter().map(|hash| self.slots[self.first_slot(*hash)]).filter(|entry| *entry != 0);
        entries.fold(0, |sum, entry| sum ^ row(number_in(entry)))
    }

    pub(super) fn entry(hash: u64, number: u32) -> u64 {
        hash >> 32 << 32 | u64::from(number + 1)
    }

    /// The number of the row with this hash that fits, or else the slot where it belongs.
    #[inline]
    pub(super) fn find(&self, hash: u64, fits: impl Fn(u32) -> bool) -> Result<u32, usize> {
        let last = self.slots.len() - 1;
        let mut slot = self.first_slot(hash);
        loop {
            let entry = self.slots[slot];
            if entry == 0 {
                return Err(slot);
            }
            let number = number_in(entry);
            if entry >> 32 == hash >> 32 && fits(number) {
                return Ok(number);
            }
            slot = (slot + 1) & last;
        }
    }

    /// Where the search for a hash begins.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the low bits of a hash are enough to choose a slot")]
    fn first_slot(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    /// Adds a row that is not in it.
    pub(super) fn insert(&mut self, hash: u64, number: u32) {
        if let Err(slot) = self.find(hash, |_| false) {
            self.slots[slot] = RowIndex::entry(hash, number);
        }
    }
}

/// The row number in a slot that is not empty.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the lower half of a slot holds the number")]
fn number_in(entry: u64) -> u32 {
    entry as u32 - 1
}
