//! A choice: what the player says or does, what it costs and changes, and what is judged.

use super::condition::Condition;
use super::exit::{Call, Exit};
use super::ids::{ChanceId, VariableId};
use super::spec::ChoiceKind;
use crate::base::bits::Field;
use crate::base::text::Text;
use crate::content::standard::RequirementId;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Something that the player may say or do in a scene.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Choice {
    /// What saves and command lines call it; unique in its scene.
    pub id: Box<str>,
    /// Whether it says, does or waits.
    pub kind: ChoiceKind,
    /// What the player reads.
    pub text: Text,
    /// Where this does not hold, it is not shown.
    pub when: Condition,
    /// Where one of these holds, it is shown with the reason why it cannot be taken.
    pub locks: Vec<(Condition, Text)>,
    /// Up once it was taken, if it can be taken a single time.
    pub once: Option<Field>,
    /// The time it takes.
    pub takes: Takes,
    /// What it changes, in order.
    pub effects: Vec<Effect>,
    /// The chances it draws, in order.
    pub reveal: Vec<ChanceId>,
    /// The requirements it meets, by rank.
    pub meets: Vec<Mark>,
    /// The duties it tries, but not as asked.
    pub spoils: Vec<Mark>,
    /// The guards it acts against.
    pub breaks: Vec<Mark>,
    /// What is said in return: lines of the scenario.
    pub reply: Range<usize>,
    /// The first that holds.
    pub feedback: Vec<(Condition, Text)>,
    /// The fragment that it calls on the way out.
    pub call: Option<Call>,
    /// Where it leads, after the call if there is one.
    pub exit: Exit,
}

impl Choice {
    /// Everything that it does to requirements.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.meets.iter().chain(&self.spoils).chain(&self.breaks)
    }
}

/// A requirement met, spoiled or broken, if its condition holds before the choice.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Mark {
    /// The requirement.
    pub requirement: RequirementId,
    /// Before the choice, this must hold.
    pub when: Condition,
}

/// How long a choice takes: at least a second. The quicker comes first, and what waits for a time of day last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Takes {
    /// So many seconds.
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

/// A change of one variable.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Effect {
    /// The variable.
    pub variable: VariableId,
    /// What becomes of it.
    pub change: Change,
}

/// How a variable changes.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Change {
    /// So much is added.
    Add(i32),
    /// It becomes this.
    Set(i32),
}
