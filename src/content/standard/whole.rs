//! A standard as a whole: every requirement in order, by id, and below a path.

use super::ids::RequirementId;
use super::kinds::Tier;
use super::parts::{Clause, Dimension, Requirement, Section};
use crate::base::text::{Lang, Text};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// The whole standard, valid: every number in it points at something.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Standard {
    /// What it is called.
    pub title: Text,
    /// The languages it is written in, the base language first.
    pub languages: Vec<Lang>,
    /// The sides of the work that are scored by themselves.
    pub dimensions: Vec<Dimension>,
    /// Its sections, in the order of their files.
    pub sections: Vec<Section>,
    /// All clauses, in the order of the sections.
    pub clauses: Vec<Clause>,
    /// All requirements, in the order of the clauses.
    pub requirements: Vec<Requirement>,
    by_id: FxHashMap<Box<str>, RequirementId>,
}

impl Standard {
    /// A standard of its parts.
    pub(crate) fn new(
        title: Text,
        languages: Vec<Lang>,
        dimensions: Vec<Dimension>,
        sections: Vec<Section>,
        clauses: Vec<Clause>,
        requirements: Vec<Requirement>,
    ) -> Standard {
        let by_id =
            RequirementId::enumerate(&requirements).map(|(id, requirement)| (requirement.id.clone(), id)).collect();
        Standard { title, languages, dimensions, sections, clauses, requirements, by_id }
    }

    /// The requirement of this id.
    pub fn find(&self, id: &str) -> Option<RequirementId> {
        self.by_id.get(id).copied()
    }

    /// What stands behind an id.
    pub fn requirement(&self, id: RequirementId) -> &Requirement {
        &self.requirements[id.index()]
    }

    /// The clause of a requirement.
    pub fn clause_of(&self, id: RequirementId) -> &Clause {
        &self.clauses[self.requirement(id).clause.index()]
    }

    /// The section of a requirement.
    pub fn section_of(&self, id: RequirementId) -> &Section {
        &self.sections[self.requirement(id).section.index()]
    }

    /// The tiers that have sections, the lowest first.
    pub fn tiers(&self) -> impl DoubleEndedIterator<Item = Tier> {
        Tier::ALL.into_iter().filter(|tier| self.sections.iter().any(|section| section.tier == *tier))
    }

    /// Every requirement, in order.
    pub fn ids(&self) -> impl Iterator<Item = RequirementId> + use<> {
        RequirementId::of(&self.requirements)
    }

    /// Everything at or below a path: a tier, a chapter, a section, a clause or a requirement.
    pub fn below<'s>(&'s self, path: &'s str) -> impl Iterator<Item = RequirementId> + 's {
        self.ids().filter(move |id| is_below(&self.requirement(*id).id, path))
    }
}

/// Whether `id` is `path` or stands below it.
pub fn is_below(id: &str, path: &str) -> bool {
    path.is_empty() || id.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
