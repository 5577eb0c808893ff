//! All questions of a pack, by id and by what they test.

use super::question::Question;
use crate::content::standard::{RequirementId, SectionId, Standard};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The questions of a pack, in the order of their files.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Bank {
    /// All of them.
    pub questions: Vec<Arc<Question>>,
}

/// What is known of a question before the bank is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionHead {
    /// Unique in the bank.
    pub id: Box<str>,
    /// The requirements that it tests; at least one.
    pub tests: Vec<RequirementId>,
}

impl Bank {
    /// What is known of each question before the bank is opened, in their order.
    pub fn heads(&self) -> Arc<[QuestionHead]> {
        let head = |own: &Arc<Question>| QuestionHead { id: own.id.clone(), tests: own.tests.clone() };
        self.questions.iter().map(head).collect()
    }

    /// The question of this id.
    pub fn find(&self, id: &str) -> Option<&Arc<Question>> {
        self.questions.iter().find(|question| *question.id == *id)
    }

    /// Those that test a requirement.
    pub fn testing(&self, requirement: RequirementId) -> impl Iterator<Item = &Arc<Question>> {
        self.questions.iter().filter(move |question| question.tests.contains(&requirement))
    }

    /// The sections that have questions, in the order of the standard, each with how many.
    pub fn sections(&self, standard: &Standard) -> Vec<(SectionId, usize)> {
        let mut counts = BTreeMap::new();
        for id in self.questions.iter().filter_map(|question| question.tests.first()) {
            *counts.entry(standard.requirement(*id).section).or_default() += 1;
        }
        counts.into_iter().collect()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }
}
