//! Row numbers by the hash of their rows.

/// Row numbers by hash: one open table, in which a lookup most often touches a single slot. (`hashbrown` keeps its marks
/// apart from its entries, so that each lookup waits for the memory once more; with millions of states that was a third
/// of all time.)
pub(super) struct RowIndex {
    /// A row's number + 1 in as many low bits as count the slots, and above it bits of the row's hash; 0 where nothing is.
    /// A power of two of them.
    slots: Vec<u32>,
}

impl RowIndex {
    pub(super) fn with_slots(count: usize) -> RowIndex {
        RowIndex { slots: vec![0; count] }
    }

    /// An empty one with twice as many slots.
    pub(super) fn doubled(&self) -> RowIndex {
        RowIndex::with_slots(self.slots.len() * 2)
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(&self.slots[..])
    }

    /// How many rows may be in it before it must grow.
    pub(super) fn most(&self) -> usize {
        self.slots.len() / 4 * 3
    }

    /// Reads where each of these hashes belongs, and the rows that stand there.
    pub(super) fn touch(&self, hashes: &[u64], row: impl Fn(u32) -> u64) -> u64 {
        let entries = hashes.iter().map(|hash| self.slots[self.first_slot(*hash)]).filter(|entry| *entry != 0);
        entries.fold(0, |sum, entry| sum ^ row(self.number_in(entry)))
    }

    /// The number of the row with this hash that fits, or else the slot where it belongs.
    #[inline]
    pub(super) fn find(&self, hash: u64, fits: impl Fn(u32) -> bool) -> Result<u32, usize> {
        let last = self.slots.len() - 1;
        let tag = self.tag(hash);
        let mut slot = self.first_slot(hash);
        loop {
            let entry = self.slots[slot];
            if entry == 0 {
                return Err(slot);
            }
            if entry & !self.numbers() == tag && fits(self.number_in(entry)) {
                return Ok(self.number_in(entry));
            }
            slot = (slot + 1) & last;
        }
    }

    /// Puts a row into the slot where [`Self::find`] says that it belongs.
    #[inline]
    pub(super) fn put(&mut self, slot: usize, hash: u64, number: u32) {
        self.slots[slot] = self.tag(hash) | (number + 1);
    }

    /// Adds a row that is not in it.
    pub(super) fn insert(&mut self, hash: u64, number: u32) {
        if let Err(slot) = self.find(hash, |_| false) {
            self.put(slot, hash, number);
        }
    }

    /// Where the search for a hash begins.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the low bits of a hash are enough to choose a slot")]
    fn first_slot(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    /// The bits of an entry that hold a row's number: there are fewer rows than slots.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "a search ends long before 2^32 of anything")]
    fn numbers(&self) -> u32 {
        (self.slots.len() - 1) as u32
    }

    /// The bits of a hash that an entry holds.
    #[inline]
    fn tag(&self, hash: u64) -> u32 {
        (hash >> 32) as u32 & !self.numbers()
    }

    /// The row number in a slot that is not empty.
    #[inline]
    fn number_in(&self, entry: u32) -> u32 {
        (entry & self.numbers()) - 1
    }
}
