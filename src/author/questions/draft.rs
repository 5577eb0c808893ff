//! A question from elsewhere, as far as it goes.

use super::draft_kind::DraftKind;
use super::draft_text::DraftText;
use crate::base::bilingual::Bilingual;

/// What a document holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadQuestions {
    /// What can become a question of ours, in order.
    pub questions: Vec<DraftQuestion>,
    /// What cannot, in order.
    pub not_taken: Vec<NotTaken>,
}

/// A question of a document that cannot be one of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotTaken {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Why, as one sentence without a full stop.
    pub why: Bilingual,
}

/// A question, with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftQuestion {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Its id: small letters, digits and `_`.
    pub id: String,
    /// The ids of the requirements that it says it tests.
    pub tests: Vec<String>,
    /// The one thing that it tests.
    pub claim: DraftText,
    /// What is asked.
    pub ask: DraftText,
    /// What can be answered.
    pub kind: DraftKind,
}

/// An id made of a name from elsewhere; `number` where nothing of the name is left.
pub(super) fn id_of(name: &str, number: usize) -> String {
    let mut id = String::new();
    for c in name.chars() {
        let c = c.to_ascii_lowercase();
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('_') {
            id.push('_');
        }
        if id.len() >= LONGEST {
            break;
        }
    }
    let id = id.trim_end_matches('_');
    match id.chars().next() {
        None => format!("question_{number}"),
        Some(first) if first.is_ascii_digit() => format!("q_{id}"),
        Some(_) => id.to_owned(),
    }
}

/// As many letters has an id that is made of a name.
const LONGEST: usize = 60;
