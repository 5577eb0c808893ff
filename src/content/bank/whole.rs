//! All questions of a pack, by id and by what they test.

use super::part::QuestionPart;
use super::question::Question;
use crate::base::diagnostic::Location;
use crate::base::text::Lang;
use crate::content::notation::{PathStep, Source};
use crate::content::standard::{RequirementId, SectionId, Standard};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// The questions of a pack, in the order of their files.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Bank {
    /// All of them.
    pub questions: Vec<Arc<Question>>,
    /// The ids of those that are kept for papers, and that nobody practises.
    kept: BTreeSet<Box<str>>,
    /// Where each stands, in the same order; none in packed content, which was checked before.
    #[serde(skip)]
    pub(super) sources: Vec<(Source, usize)>,
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
    /// What is known of each question that is practised before the bank is opened, in their order.
    pub fn heads(&self) -> Arc<[QuestionHead]> {
        let head = |own: &Arc<Question>| QuestionHead { id: own.id.clone(), tests: own.tests.clone() };
        self.practised().map(head).collect()
    }

    /// Where a part of a question stands, in one language or in all. The number is that in [`Bank::questions`].
    pub fn place(&self, number: usize, part: QuestionPart, lang: Option<Lang>) -> Location {
        self.locate(number, part, lang, Source::place_by)
    }

    /// Where some bytes of a part stand.
    pub fn place_in(&self, number: usize, part: QuestionPart, lang: Lang, bytes: Range<usize>) -> Location {
        self.locate(number, part, Some(lang), |source, steps| source.place_inside(steps, bytes.clone()))
    }

    /// A language's tag lives only as long as its value, so the last step is taken here.
    fn locate(
        &self,
        number: usize,
        part: QuestionPart,
        lang: Option<Lang>,
        find: impl Fn(&Source, &[PathStep]) -> Location,
    ) -> Location {
        let Some((source, index)) = self.sources.get(number) else { return Location::default() };
        let mut steps = vec![PathStep::Field("questions"), PathStep::Item(*index)];
        steps.extend(self.questions[number].steps(part));
        steps.extend(lang.as_ref().map(|lang| PathStep::Key(lang.tag())));
        find(source, &steps)
    }

    /// The question of this id.
    pub fn find(&self, id: &str) -> Option<&Arc<Question>> {
        self.questions.iter().find(|question| *question.id == *id)
    }

    /// Keeps a part for papers, by a hash of each id, so that a question stays where it is when others come. What a course
    /// asks is practised.
    pub(in crate::content) fn keep_for_papers(&mut self, is_taught: impl Fn(&str) -> bool) {
        let ids = self.questions.iter().map(|question| &question.id);
        self.kept = ids.filter(|id| falls_to_papers(id) && !is_taught(id)).cloned().collect();
    }

    /// Those that are practised, in their order.
    pub fn practised(&self) -> impl Iterator<Item = &Arc<Question>> + Clone {
        self.questions.iter().filter(|question| !self.kept.contains(&question.id))
    }

    /// Those that papers are drawn from, in their order.
    pub fn kept(&self) -> impl Iterator<Item = &Arc<Question>> + Clone {
        self.questions.iter().filter(|question| self.kept.contains(&question.id))
    }

    /// Those that test a requirement.
    pub fn testing(&self, requirement: RequirementId) -> impl Iterator<Item = &Arc<Question>> {
        self.questions.iter().filter(move |question| question.tests.contains(&requirement))
    }

    /// The sections that have questions to practise, in the order of the standard, each with how many.
    pub fn sections(&self, standard: &Standard) -> Vec<(SectionId, usize)> {
        let mut counts = BTreeMap::new();
        for id in self.practised().filter_map(|question| question.tests.first()) {
            *counts.entry(standard.requirement(*id).section).or_default() += 1;
        }
        counts.into_iter().collect()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }
}

/// Half of all ids.
fn falls_to_papers(id: &str) -> bool {
    Sha256::digest(id.as_bytes()).last().is_some_and(|byte| byte % 2 == 0)
}
