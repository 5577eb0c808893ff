//! Questions exactly as they are typed.

use super::question::Worth;
use crate::content::notation::{LocalizedSpec, Named};
use serde::Deserialize;

/// A file of `questions/`: the questions about one section.
#[derive(Debug, Deserialize)]
#[serde(rename = "Questions", deny_unknown_fields)]
pub(super) struct QuestionsSpec {
    pub format: u32,
    pub section: String,
    pub questions: Vec<QuestionSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionSpec {
    pub id: String,
    pub tests: Vec<String>,
    #[serde(default)]
    pub enemies: Vec<String>,
    #[serde(default)]
    pub slots: Named<Vec<LocalizedSpec>>,
    pub claim: LocalizedSpec,
    pub ask: LocalizedSpec,
    pub kind: KindSpec,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum KindSpec {
    Single(Vec<AnswerSpec>),
    Several(Vec<AnswerSpec>),
    Number(Vec<AnswerSpec>),
    Order {
        steps: Vec<LocalizedSpec>,
        why: LocalizedSpec,
    },
    Match {
        pairs: Vec<PairSpec>,
        #[serde(default)]
        extra: Vec<LocalizedSpec>,
        why: LocalizedSpec,
    },
    TrueFalse {
        holds: bool,
        reasons: Vec<AnswerSpec>,
    },
    Judgement(Vec<ActSpec>),
    Mistake {
        with: LocalizedSpec,
        lines: Vec<DialogueSpec>,
    },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerSpec {
    pub says: LocalizedSpec,
    pub why: Option<LocalizedSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PairSpec {
    pub left: LocalizedSpec,
    pub right: LocalizedSpec,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActSpec {
    pub says: LocalizedSpec,
    pub worth: Worth,
    pub why: LocalizedSpec,
}

/// A line of a dialogue: what `you` or `they` say, and of what you say that it is `fine` or a `fault`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DialogueSpec {
    pub you: Option<LocalizedSpec>,
    pub they: Option<LocalizedSpec>,
    pub fine: Option<LocalizedSpec>,
    pub fault: Option<LocalizedSpec>,
}
