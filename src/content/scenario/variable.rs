//! What conditions read: variables, and chances that the dice decide.

use super::condition::Condition;
use super::ids::VariableId;
use crate::base::bits::Field;
use serde::{Deserialize, Serialize};

/// The customer's mood, the one variable that every scenario has.
pub const MOOD: VariableId = VariableId::FIRST;

/// Something that effects change and conditions read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Variable {
    /// Its name; a fragment's is `fragment/name`.
    pub name: Box<str>,
    /// The words of a one-of variable; none for flags and numbers.
    pub words: Vec<Box<str>>,
    /// The lowest value; the field holds the distance from it.
    pub from: i32,
    /// The highest value.
    pub to: i32,
    /// Where a state keeps it.
    pub field: Field,
    /// Whether it is a number that may be shown in a text, and whether it stops at its ends instead of failing.
    pub kind: VariableKind,
}

/// What sort of variable it is, and what happens at its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VariableKind {
    /// Yes or no, as 1 or 0.
    Flag,
    /// One of a few words, by its place among them.
    OneOf,
    /// Leaving its bounds is a fault of the content.
    Number,
    /// Stops at its ends: the mood.
    Gauge,
}

/// Something that is drawn once in a play, when a choice reveals it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Chance {
    /// Its name; a fragment's is `fragment/name`.
    pub name: Box<str>,
    /// What may come out.
    pub outcomes: Vec<Box<str>>,
    /// How often each outcome comes, relative to the sum.
    pub weights: Box<[u32]>,
    /// Other weights in a situation; the first that holds is taken.
    pub odds: Vec<(Condition, Box<[u32]>)>,
    /// 0 until it is drawn, then the outcome + 1.
    pub field: Field,
}
