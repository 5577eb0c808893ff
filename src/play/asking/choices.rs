//! What a step of a question asks, and what can be answered to it.

use crate::base::text::Text;

/// What one step of a question wants to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Which of the answers is right.
    Right,
    /// Which of the answers are right: any number of them.
    AllRight,
    /// What is done next.
    Next {
        /// Which in the order, from 1.
        number: usize,
        /// How many are to be put in order.
        of: usize,
    },
    /// What belongs to this.
    Partner(Text),
    /// Whether the statement holds.
    Holds,
    /// For which reason.
    Reason,
    /// What is best done.
    Best,
    /// What must least of all be done.
    Worst,
    /// Which line of the dialogue is a mistake.
    Mistake,
}

/// Something that can be answered to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offered {
    /// Words of the question.
    Words(Text),
    /// The statement holds.
    True,
    /// It does not.
    False,
    /// No line is a mistake.
    NoMistake,
}

/// A step with all that can be answered to it, in the order in which it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// What is wanted.
    pub step: Step,
    /// What can be answered.
    pub offered: Vec<Offered>,
}

impl Choices {
    /// Whether several may be chosen together.
    pub fn is_many(&self) -> bool {
        self.step == Step::AllRight
    }
}
