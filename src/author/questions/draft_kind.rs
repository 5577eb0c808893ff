//! What can be answered to a question from elsewhere.

use super::draft_text::DraftText;
use crate::content::bank::Worth;

/// As [`crate::content::bank::QuestionKind`], with whatever may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// One answer is right.
    Single(Vec<DraftAnswer>),
    /// Several are.
    Several(Vec<DraftAnswer>),
    /// One number is.
    Number(Vec<DraftAnswer>),
    /// Steps in the right order.
    Order {
        /// The steps.
        steps: Vec<DraftText>,
        /// What a wrong order does.
        why: DraftText,
    },
    /// What belongs together, left and right.
    Match {
        /// The pairs.
        pairs: Vec<(DraftText, DraftText)>,
        /// Right sides that belong to nothing.
        extra: Vec<DraftText>,
        /// Why they belong together.
        why: DraftText,
    },
    /// Whether a statement holds, and why.
    TrueFalse {
        /// Whether it does.
        holds: bool,
        /// One of them is the reason.
        reasons: Vec<DraftAnswer>,
    },
    /// Acts, each with how good it is.
    Judgement(Vec<DraftAct>),
    /// A dialogue in which one line of one's own is a mistake, or none.
    Mistake {
        /// With whom.
        with: DraftText,
        /// What is said.
        lines: Vec<DraftLine>,
    },
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftAnswer {
    /// Its words.
    pub says: DraftText,
    /// Whether it is right.
    pub is_right: bool,
    /// Of a wrong one: why somebody would choose it.
    pub why: DraftText,
}

/// An act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftAct {
    /// Its words.
    pub says: DraftText,
    /// How good it is.
    pub worth: Worth,
    /// What it does.
    pub why: DraftText,
}

/// A line of a dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// Whether it is one's own.
    pub own: bool,
    /// Its words.
    pub says: DraftText,
    /// What is to be said of it.
    pub remark: DraftRemark,
    /// Why, where something is.
    pub why: DraftText,
}

/// What is to be said of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftRemark {
    /// Nothing.
    None,
    /// It looks odd and is right.
    Fine,
    /// It is the mistake.
    Fault,
}
