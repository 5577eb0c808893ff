//! What only a judgement of the whole play can answer: it is asked where it stands, and answered after the last move.

use crate::content::scenario::Comparison;
use crate::play::scoring::Label;
use crate::play::scoring::{Score, Verdict};
use std::ops::Range;

/// A question to the judgement.
pub(super) struct Deferred {
    /// The bytes of the script where it stands.
    pub(super) at: Range<usize>,
    /// Index of the last turn before it.
    pub(super) turn: usize,
    pub(super) question: DeferredExpectation,
}

/// What the judgement is asked.
#[derive(Clone, Copy)]
pub(super) enum DeferredExpectation {
    Score(Comparison, Score),
    Verdict(Verdict),
    /// Of the turn before it; none means that nothing else was open.
    Label(Option<Label>),
}
