//! Many small facts packed into a few machine words, so that a state is copied, compared and hashed at once.

use serde::{Deserialize, Serialize};

/// How many words a state or a tally has.
pub const WORDS: usize = 8;

/// How many bits that is.
pub const BITS: usize = WORDS * 64;

/// The words themselves.
pub type StateBits = [u64; WORDS];

/// Where one fact stands: some neighbouring bits of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Field {
    word: u8,
    shift: u8,
    width: u8,
}

impl Field {
    /// What stands in it.
    #[inline]
    pub fn get(self, words: &StateBits) -> u32 {
        low_half((words[usize::from(self.word)] >> self.shift) & self.ones())
    }

    /// What stands in it, as a signed number. Content has no field of 31 bits or more that is counted with.
    #[inline]
    pub fn number(self, words: &StateBits) -> i32 {
        self.get(words).cast_signed()
    }

    /// Writes `value`, of which only the field's own width counts.
    #[inline]
    pub fn set(self, words: &mut StateBits, value: u32) {
        let word = &mut words[usize::from(self.word)];
        *word = *word & !(self.ones() << self.shift) | (u64::from(value) & self.ones()) << self.shift;
    }

    /// All bits of this field, as a mask over the words.
    #[inline]
    pub fn mark(self, mask: &mut StateBits) {
        mask[usize::from(self.word)] |= self.ones() << self.shift;
    }

    /// Takes all bits of this field out of a mask over the words.
    #[inline]
    pub fn unmark(self, mask: &mut StateBits) {
        mask[usize::from(self.word)] &= !(self.ones() << self.shift);
    }

    /// Whether it has a width at all: one without always holds 0.
    #[inline]
    pub fn is_used(self) -> bool {
        self.width > 0
    }

    /// Whether any of its bits stands in the mask.
    #[inline]
    pub fn is_in(self, mask: &StateBits) -> bool {
        mask[usize::from(self.word)] & (self.ones() << self.shift) != 0
    }

    #[inline]
    fn ones(self) -> u64 {
        (1 << self.width) - 1
    }
}

/// The value of a field: at most 32 bits wide, so nothing is lost.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "a field is at most 32 bits wide")]
fn low_half(value: u64) -> u32 {
    value as u32
}

/// Deals out fields, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    word: u8,
    bit: u8,
    asked: u32,
}

impl Layout {
    /// A field for the numbers 0 to `most`. Past the last word it has no width, and [`Layout::overflow`] tells.
    pub fn field(&mut self, most: u32) -> Field {
        let width = width_of(most);
        // A field of no width would stand past the end of a full word, where reading shifts too far.
        if width == 0 {
            return Field::default();
        }
        self.asked = self.asked.saturating_add(u32::from(width));
        if self.bit + width > 64 {
            self.word = self.word.saturating_add(1);
            self.bit = 0;
        }
        if self.is_full() {
            return Field::default();
        }
        let field = Field { word: self.word, shift: self.bit, width };
        self.bit += width;
        field
    }

    /// A field for the numbers 0 to `most`, where `most` is counted in things of a list.
    pub fn field_for(&mut self, most: usize) -> Field {
        // A list that long has more bits than there are; `overflow` tells.
        self.field(u32::try_from(most).unwrap_or(u32::MAX))
    }

    /// The bits asked for, when they did not fit.
    pub fn overflow(&self) -> Option<u32> {
        self.is_full().then_some(self.asked)
    }

    fn is_full(&self) -> bool {
        usize::from(self.word) >= WORDS
    }
}

/// How many bits hold the numbers 0 to `most`.
fn width_of(most: u32) -> u8 {
    (0..32).find(|width| most >> width == 0).unwrap_or(32)
}

/// What stands in both.
#[inline]
pub fn and(a: &StateBits, b: &StateBits) -> StateBits {
    std::array::from_fn(|n| a[n] & b[n])
}

/// The bits in which two sets of words differ.
pub fn changes(a: &StateBits, b: &StateBits) -> StateBits {
    std::array::from_fn(|n| a[n] ^ b[n])
}

/// Whether they have a bit in common.
#[inline]
pub fn meet(a: &StateBits, b: &StateBits) -> bool {
    a.iter().zip(b).fold(0, |all, (a, b)| all | a & b) != 0
}

/// A mask with bits in few words, which is asked often.
#[derive(Clone, Debug, Default)]
pub struct SparseMask(Box<[(usize, u64)]>);

impl SparseMask {
    /// The same bits as in `mask`.
    pub fn of(mask: &StateBits) -> SparseMask {
        SparseMask(mask.iter().copied().enumerate().filter(|(_, word)| *word != 0).collect())
    }

    /// Whether they have a bit in common.
    #[inline]
    pub fn meets(&self, words: &StateBits) -> bool {
        self.0.iter().any(|(word, bits)| words[*word] & bits != 0)
    }

    /// Adds its bits to a mask.
    pub fn mark(&self, mask: &mut StateBits) {
        self.0.iter().for_each(|(word, bits)| mask[*word] |= bits);
    }

    /// Sets all of its bits to 0.
    #[inline]
    pub fn clear(&self, words: &mut StateBits) {
        self.0.iter().for_each(|(word, bits)| words[*word] &= !bits);
    }
}

/// Adds everything in `b` to `a` and tells whether that was new.
pub fn merge(a: &mut StateBits, b: &StateBits) -> bool {
    let before = *a;
    a.iter_mut().zip(b).for_each(|(a, b)| *a |= b);
    *a != before
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn fields_keep_their_values_apart(sizes in proptest::collection::vec(0u32..70_000, 1..14), seed: u32) {
            let mut layout = Layout::default();
            let fields: Vec<(Field, u32)> = sizes.iter().map(|most| (layout.field(*most), *most)).collect();
            proptest::prop_assert!(layout.overflow().is_none());
            let value = |n: u32, most: u32| seed.wrapping_mul(n + 1) % (most + 1);
            let mut words = StateBits::default();
            for (n, (field, most)) in (0..).zip(&fields) {
                field.set(&mut words, u32::MAX);
                field.set(&mut words, value(n, *most));
            }
            for (n, (field, most)) in (0..).zip(&fields) {
                proptest::prop_assert_eq!(field.get(&words), value(n, *most));
            }
        }
    }

    #[test]
    fn too_many_facts_are_told() {
        let mut layout = Layout::default();
        let fields = 2 * WORDS + 1;
        for _ in 0..fields {
            layout.field(u32::MAX);
        }
        assert_eq!(layout.overflow().map(|bits| bits as usize), Some(fields * 32));
        assert_eq!(layout.field(7).get(&[u64::MAX; WORDS]), 0);
    }
}
