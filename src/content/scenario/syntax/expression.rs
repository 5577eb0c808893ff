//! Conditions and effects as written. Names carry the bytes where they stand, and nothing is known of what they mean.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::content::scenario::condition::Comparison;
use std::ops::Range;

/// A condition as written. Names carry the bytes where they stand.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::content::scenario) enum Expression<'t> {
    Not(Box<Expression<'t>>),
    And(Vec<Expression<'t>>),
    Or(Vec<Expression<'t>>),
    Flag(Name<'t>),
    Revealed(Name<'t>),
    Is { name: Name<'t>, value: Name<'t>, negated: bool },
    Compare { left: Sum<'t>, order: Comparison, right: Sum<'t> },
}

#[derive(Clone, Debug, PartialEq)]
pub(in crate::content::scenario) struct Name<'t> {
    pub word: &'t str,
    pub at: Range<usize>,
}

/// An amount: something that can be read, plus a constant.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::content::scenario) struct Sum<'t> {
    pub base: Option<Name<'t>>,
    /// The constant; at most [`MAX_CONSTANT`] either way.
    pub plus: i32,
    pub unit: Unit,
}

/// What a constant counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::content::scenario) enum Unit {
    Number,
    /// It was written as a time (`10:05`) or a duration (`90s`).
    Seconds,
}

/// So large a constant may be, either way: far more than any value it is compared with, and nothing overflows.
pub(super) const MAX_CONSTANT: i32 = 1_000_000_000;

/// An effect as written.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::content::scenario) struct Assignment<'t> {
    pub name: Name<'t>,
    pub change: ChangeSyntax<'t>,
}

#[derive(Clone, Debug, PartialEq)]
pub(in crate::content::scenario) enum ChangeSyntax<'t> {
    Add(i32),
    SetNumber(i32),
    SetWord(Name<'t>),
}

/// What could not be read, and where.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::content::scenario) struct Misread {
    pub at: Range<usize>,
    pub message: Bilingual,
    pub help: Phrase,
}
