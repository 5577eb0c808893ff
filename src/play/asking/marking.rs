//! What the answers to a question come to.

use super::choices::Offered;
use crate::base::text::Text;
use crate::content::bank::Worth;

/// A question marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    /// Of one hundred: right is a hundred, and some kinds give a part.
    pub points: u32,
    /// Whether the worst was taken for the best: a trainer is to know.
    pub flagged: bool,
    /// What was answered and what should have been, with the reasons.
    pub answers: Vec<MarkedAnswer>,
    /// Why it is so, where one reason goes for all of them.
    pub why: Option<Text>,
}

impl Marking {
    /// All the points there are.
    pub const FULL: u32 = 100;

    /// Whether it was answered as it should be.
    pub fn is_right(&self) -> bool {
        self.points == Marking::FULL
    }
}

/// An answer, and what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedAnswer {
    /// What it is.
    pub answer: Offered,
    /// How it was found.
    pub found: Found,
    /// Why.
    pub why: Option<Text>,
}

/// How an answer was found when the question was marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It was chosen, and is right.
    Right,
    /// It was chosen, and is not.
    Wrong,
    /// It is right, and was not chosen.
    Missed,
    /// It stands at this place, from 1, in the right order; and whether it was put there.
    Place(usize, bool),
    /// It belongs to this; and whether it was given to it.
    Partner(Text, bool),
    /// How good an act it is.
    Worth(Worth),
}
