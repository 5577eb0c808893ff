//! One question, valid: its kind has what the kind needs, so putting and marking it cannot fail.

use crate::base::text::Text;
use crate::content::standard::RequirementId;
use serde::{Deserialize, Serialize};

/// A question of the bank.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Question {
    /// Unique in the bank.
    pub id: Box<str>,
    /// The requirements that it tests; at least one.
    pub tests: Vec<RequirementId>,
    /// The ids of questions that it gives away or that give it away, so that they never stand on one paper. One of two names
    /// the other.
    pub enemies: Vec<Box<str>>,
    /// What varies from form to form.
    pub slots: Vec<QuestionSlot>,
    /// The one thing that it tests, told when it has been answered.
    pub claim: Text,
    /// The situation and what is asked of it; of [`QuestionKind::TrueFalse`] a statement.
    pub ask: Text,
    /// What can be answered.
    pub kind: QuestionKind,
}

impl Question {
    /// Whether one gives the other away, so that they never stand on one paper: they test something in common, or
    /// one names the other.
    pub fn is_enemy_of(&self, other: &Question) -> bool {
        self.tests.iter().any(|id| other.tests.contains(id)) || self.is_named_enemy_of(other)
    }

    /// Whether one names the other as what it gives away, or is given away by.
    pub fn is_named_enemy_of(&self, other: &Question) -> bool {
        self.enemies.contains(&other.id) || other.enemies.contains(&self.id)
    }
}

/// Something that varies from form to form of a question, and decides nothing: a name, a street, an hour.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct QuestionSlot {
    /// By which the texts name it.
    pub name: Box<str>,
    /// What it may be; at least two.
    pub values: Vec<Text>,
}

/// The kinds of questions, with what can be answered, in the order of the file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum QuestionKind {
    /// One answer of several is right.
    Single(Vec<AnswerOption>),
    /// At least two answers are right, and at least one is not.
    Several(Vec<AnswerOption>),
    /// One answer of several is right, and they are shown as they stand: numbers rise.
    Number(Vec<AnswerOption>),
    /// Steps are put in order.
    Order {
        /// In the right order.
        steps: Vec<Text>,
        /// What a wrong order does.
        why: Text,
    },
    /// Every left side gets the right side that belongs to it.
    Match {
        /// What belongs together.
        pairs: Vec<MatchPair>,
        /// Right sides that belong to nothing.
        extra: Vec<Text>,
        /// Why they belong together.
        why: Text,
    },
    /// Whether a statement holds, and for which reason.
    TrueFalse {
        /// Whether it does.
        holds: bool,
        /// One of these is the reason.
        reasons: Vec<AnswerOption>,
    },
    /// The best and the worst of four acts.
    Judgement(Vec<Act>),
    /// The one line of a dialogue that is a mistake, or none.
    Mistake {
        /// Whom the learner talks with.
        with: Text,
        /// What is said, in its order.
        lines: Vec<DialogueLine>,
    },
}

/// Something that can be answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AnswerOption {
    /// Its words.
    pub says: Text,
    /// Why somebody would choose it and what it would do; none for what is right.
    pub why: Option<Text>,
}

impl AnswerOption {
    /// Whether it is right.
    pub fn is_right(&self) -> bool {
        self.why.is_none()
    }
}

/// Two things that belong together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MatchPair {
    /// What is asked for.
    pub left: Text,
    /// What belongs to it.
    pub right: Text,
}

/// How good an act is among the four of a judgement, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Worth {
    /// What the standard would have.
    Best,
    /// Second best.
    Good,
    /// It harms, though less than the worst.
    Poor,
    /// What must not be done.
    Worst,
}

/// Something that could be done in a situation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Act {
    /// Its words.
    pub says: Text,
    /// How good it is.
    pub worth: Worth,
    /// What it does to the customer.
    pub why: Text,
}

/// A line of a dialogue.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DialogueLine {
    /// Whether the learner's part says it, and not the other person.
    pub own: bool,
    /// Its words.
    pub says: Text,
    /// What is to be said of it.
    pub remark: Remark,
}

/// What is to be said of a line of a dialogue.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Remark {
    /// Nothing.
    None,
    /// It looks odd and is right, for this reason.
    Fine(Text),
    /// It is the mistake, for this reason.
    Fault(Text),
}

impl DialogueLine {
    /// Whether it is the mistake.
    pub fn is_fault(&self) -> bool {
        matches!(self.remark, Remark::Fault(_))
    }
}
