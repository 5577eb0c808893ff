//! A question as other programs know questions: answers with shares of a point, or pairs.

/// A question in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct FlatQuestion {
    /// Its id.
    pub id: String,
    /// The id of the section of what it tests first.
    pub section: String,
    /// What is asked.
    pub ask: String,
    /// What is told when it was answered.
    pub told: String,
    /// What can be answered.
    pub body: FlatBody,
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq)]
pub enum FlatBody {
    /// One of several.
    One {
        /// The answers.
        answers: Vec<FlatAnswer>,
        /// Whether they may be shown in any order.
        is_shuffled: bool,
    },
    /// Any number of several.
    Many(Vec<FlatAnswer>),
    /// What belongs together.
    Pairs {
        /// Left and right.
        pairs: Vec<(String, String)>,
        /// Right sides that belong to nothing.
        extra: Vec<String>,
    },
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct FlatAnswer {
    /// Its words.
    pub says: String,
    /// What it wins, in percent; below 0 what it loses.
    pub percent: f64,
    /// What is told of it.
    pub why: String,
}

impl FlatAnswer {
    /// The percentage with the five decimals that Moodle knows.
    pub(super) fn weight(&self) -> String {
        let rounded = format!("{:.5}", self.percent);
        rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}
