//! A blueprint, valid: what it names is there. Whether the bank can fill it is asked where papers are drawn.

use crate::base::diagnostic::Location;
use crate::base::text::Text;
use crate::content::notation::{Source, SourcePath};
use crate::content::standard::{SectionId, Tier};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The blueprints of a pack, in the order of their files.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Blueprints {
    /// All of them.
    pub blueprints: Vec<Arc<Blueprint>>,
    /// The file of each, in the order of files; none in packed content, which was checked before.
    #[serde(skip)]
    pub(super) sources: Vec<(Box<str>, Source)>,
}

impl Blueprints {
    /// The blueprint of this id.
    pub fn find(&self, id: &str) -> Option<&Arc<Blueprint>> {
        self.blueprints.iter().find(|blueprint| *blueprint.id == *id)
    }

    /// Where a part of a blueprint stands, by the steps from its file on.
    pub fn place(&self, id: &str, part: &SourcePath) -> Location {
        let source = self.sources.iter().find(|(own, _)| **own == *id);
        source.map(|(_, source)| source.place(part)).unwrap_or_default()
    }

    /// Whether there are none: then no question is kept for papers.
    pub fn is_empty(&self) -> bool {
        self.blueprints.is_empty()
    }
}

/// What an exam consists of, and what it takes to pass it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Blueprint {
    /// Unique in the pack, and the name of its file.
    pub id: Box<str>,
    /// What it is called.
    pub title: Text,
    /// Who sits it and for what, in a sentence.
    pub about: Text,
    /// The level that it certifies; none certifies nothing.
    pub tier: Option<Tier>,
    /// The id of the exam that has to be passed before.
    pub after: Option<Box<str>>,
    /// How long all of it may take.
    pub minutes: u32,
    /// Where its questions come from; at least one block.
    pub blocks: Vec<PaperBlock>,
    /// At least so many of a hundred questions are judgements or dialogues.
    pub judgement: u32,
    /// At least so many questions put a procedure in order.
    pub orders: u32,
    /// At least so many questions ask for a number.
    pub numbers: u32,
    /// The scenarios that are played; none in a quiz alone.
    pub scenarios: Option<ScenarioPool>,
    /// What passes.
    pub cuts: Cuts,
    /// How many questions the further form has that decides a borderline result; 0 where the cut alone decides.
    pub further: u32,
    /// How often it may be sat.
    pub retake: RetakeRules,
    /// How many months a pass is valid; 0 for ever.
    pub valid_months: u32,
}

impl Blueprint {
    /// How many questions a paper has.
    pub fn items(&self) -> u32 {
        self.blocks.iter().map(|block| block.items).sum()
    }

    /// How many of them at least are judgements or dialogues.
    pub fn judged_items(&self) -> u32 {
        (self.items() * self.judgement).div_ceil(100)
    }
}

/// A part of a paper.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PaperBlock {
    /// What it is about.
    pub title: Text,
    /// The sections that its questions come from, in the order of the standard; at least one, and of no other block.
    pub sections: Vec<SectionId>,
    /// How many questions; at least one.
    pub items: u32,
}

/// Which scenarios may be met.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ScenarioPool {
    /// How many of them are played; at least one.
    pub count: u32,
    /// Their ids; at least `count`.
    pub from: Vec<Box<str>>,
}

/// What passes, in points of a hundred.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cuts {
    /// Of all questions.
    pub quiz: u32,
    /// Of the scenarios on average.
    pub scenarios: u32,
    /// Of each scenario.
    pub each: u32,
    /// Of the questions of some sections.
    pub sections: Vec<SectionCut>,
}

/// What passes in some sections.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SectionCut {
    /// What their ids begin with.
    pub section: Box<str>,
    /// They are these.
    pub sections: Vec<SectionId>,
    /// Points of a hundred.
    pub share: u32,
}

/// How often an exam may be sat.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RetakeRules {
    /// How many days have to pass after the first failure, the second and so on; the last holds for all further ones.
    pub wait_days: Vec<u32>,
    /// So many attempts at most.
    pub attempts: u32,
    /// Within so many days.
    pub within_days: u32,
}

impl RetakeRules {
    /// How many days have to pass after so many failures.
    pub fn wait_after(&self, failures: usize) -> u32 {
        let last = self.wait_days.last().copied().unwrap_or(0);
        failures.checked_sub(1).map_or(0, |at| self.wait_days.get(at).copied().unwrap_or(last))
    }
}
