//! A choice: what the player says or does, what it costs and changes, and what is judged.

use super::condition::Condition;
use super::exit::{Call, Exit};
use super::ids::{ChanceId, VariableId};
use super::spec::ChoiceKind;
use crate::base::bits::Field;
use crate::base::text::Text;
use crate::content::standard::RequirementId;
use std::ops::Range;

#[derive(Clone, Debug)]
pub struct Choice {
    pub id: Box<str>,
    pub kind: ChoiceKind,
    pub text: Text,
    pub when: Condition,
    pub locks: Vec<(Condition, Text)>,
    /// Up once it was taken, if it can be taken a single time.
    pub once: Option<Field>,
    pub takes: Takes,
    pub effects: Vec<Effect>,
    pub reveal: Vec<ChanceId>,
    pub meets: Vec<Mark>,
    pub breaks: Vec<Mark>,
    pub reply: Range<usize>,
    /// The first that holds.
    pub feedback: Vec<(Condition, Text)>,
    pub call: Option<Call>,
    pub exit: Exit,
}

/// A requirement met or broken, if its condition holds before the choice.
#[derive(Clone, Debug)]
pub struct Mark {
    pub requirement: RequirementId,
    pub when: Condition,
}

/// How long a choice takes: at least a second. The quicker comes first, and what waits for a time of day last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Takes {
    Seconds(u32),
    /// Until this time of day, in seconds since midnight.
    Until(u32),
}

impl Takes {
    /// The seconds from this clock (since midnight) on.
    #[inline]
    pub fn seconds(self, clock: u32) -> u32 {
        match self {
            Takes::Seconds(seconds) => seconds,
            Takes::Until(time) => time.saturating_sub(clock).max(1),
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Effect {
    pub variable: VariableId,
    pub change: Change,
}

#[derive(Clone, Copy, Debug)]
pub enum Change {
    Add(i32),
    Set(i32),
}
