//! What conditions read: variables, and chances that the dice decide.

use super::condition::Condition;
use super::ids::VariableId;
use crate::base::bits::Field;

/// The customer's mood, the one variable that every scenario has.
pub const MOOD: VariableId = VariableId::FIRST;

#[derive(Clone, Debug)]
pub struct Variable {
    pub name: Box<str>,
    /// The words of a one-of variable; none for flags and numbers.
    pub words: Vec<Box<str>>,
    /// The lowest value; the field holds the distance from it.
    pub from: i32,
    pub to: i32,
    pub field: Field,
    /// Whether it is a number that may be shown in a text, and whether it stops at its ends instead of failing.
    pub nature: Nature,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    Flag,
    OneOf,
    /// Leaving its bounds is a fault of the content.
    Number,
    /// Stops at its ends: the mood.
    Gauge,
}

#[derive(Clone, Debug)]
pub struct Chance {
    pub name: Box<str>,
    pub outcomes: Vec<Box<str>>,
    pub weights: Box<[u32]>,
    /// Other weights in a situation; the first that holds is taken.
    pub odds: Vec<(Condition, Box<[u32]>)>,
    /// 0 until it is drawn, then the outcome + 1.
    pub field: Field,
}
