//! Which letters stand together in a text, so that what surely is not in it need not be looked for.

/// Three bytes that follow each other, as one of so many.
const KINDS: usize = 4096;

/// A text as the threes of bytes in it; two different threes may count as one.
#[derive(Clone, Debug)]
pub(super) struct Gist(Box<[u64]>);

impl Gist {
    pub(super) fn of(text: &str) -> Gist {
        let mut kinds = vec![0; KINDS / 64].into_boxed_slice();
        for kind in threes(text) {
            if let Some(word) = kinds.get_mut(usize::from(kind / 64)) {
                *word |= 1 << (kind % 64);
            }
        }
        Gist(kinds)
    }

    /// False only where some words with these threes are surely not in the text.
    pub(super) fn may_have(&self, threes: &[u16]) -> bool {
        threes.iter().all(|kind| self.0.get(usize::from(kind / 64)).is_none_or(|word| word >> (kind % 64) & 1 == 1))
    }
}

/// The threes of a text.
pub(super) fn threes(text: &str) -> impl Iterator<Item = u16> {
    let kind = |three: &[u8]| {
        let mixed = three.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(0x9E37).wrapping_add(u32::from(*byte)));
        u16::try_from((mixed ^ (mixed >> 12)) & 0xFFF).unwrap_or_default()
    };
    text.as_bytes().windows(3).map(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_text_may_be_in_it_and_most_others_not() {
        let gist = Gist::of("tomorrow at ten 明天十点");
        let may = |words: &str| gist.may_have(&threes(words).collect::<Vec<_>>());
        assert!(may("at ten") && may("十点") && may("") && may("a"));
        assert!(!may("engineer") && !may("后天下午"));
    }
}
