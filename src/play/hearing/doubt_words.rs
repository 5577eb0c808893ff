//! What the lists of a language hold that say when words are taken back.

/// The lists of one language, in normal form.
pub(super) struct DoubtWords {
    /// What looks like a denial and is none.
    pub(super) innocent: &'static [&'static str],
    /// Denies what follows it.
    pub(super) denies: &'static [&'static str],
    /// Where a denial ends.
    pub(super) turns: &'static [&'static str],
    /// Denies what stands before it.
    pub(super) denies_back: &'static [&'static str],
    /// Promises less than it says.
    pub(super) hedges: &'static [&'static str],
    /// Somebody else than the two who talk.
    pub(super) others: &'static [&'static str],
    /// About, where it stands before a value, and behind one.
    pub(super) about: &'static [&'static str],
    pub(super) or_so: &'static [&'static str],
    /// How far a denial reaches, in letters or in words.
    pub(super) reach: Reach,
}

/// How far a denial reaches.
#[derive(Clone, Copy)]
pub(super) enum Reach {
    Letters(usize),
    Words(usize),
}
