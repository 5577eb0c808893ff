//! The standard in words: its parts, what each is called and holds, and all that it says about a requirement.

use super::messages::Messages;
use super::narration::{tier, weight_told};
use crate::content::standard::{ClauseId, RequirementId, SectionId, Standard, Tier};
use crate::tr;

/// A part of the standard: each holds the parts of the next kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandardPart {
    /// All sections of a tier.
    Tier(Tier),
    /// The clauses about one thing.
    Section(SectionId),
    /// What is cited by one number.
    Clause(ClauseId),
    /// What is judged.
    Requirement(RequirementId),
}

impl StandardPart {
    /// The part that holds it.
    pub fn parent(self, standard: &Standard) -> Option<StandardPart> {
        match self {
            StandardPart::Tier(_) => None,
            StandardPart::Section(id) => Some(StandardPart::Tier(standard.sections[id.index()].tier)),
            StandardPart::Clause(id) => Some(StandardPart::Section(standard.clauses[id.index()].section)),
            StandardPart::Requirement(id) => Some(StandardPart::Clause(standard.requirement(id).clause)),
        }
    }

    /// The parts that it holds, in their order.
    pub fn parts(self, standard: &Standard) -> Vec<StandardPart> {
        let own = |part: &StandardPart| part.parent(standard) == Some(self);
        match self {
            StandardPart::Tier(_) => SectionId::of(&standard.sections).map(StandardPart::Section).filter(own).collect(),
            StandardPart::Section(_) => ClauseId::of(&standard.clauses).map(StandardPart::Clause).filter(own).collect(),
            StandardPart::Clause(_) => standard.ids().map(StandardPart::Requirement).filter(own).collect(),
            StandardPart::Requirement(_) => Vec::new(),
        }
    }

    /// What it is called in a list; a clause, which has no title, by its number and its first words.
    pub fn title(self, standard: &Standard, words: &Messages) -> String {
        let lang = words.lang();
        let text = |id: RequirementId| standard.requirement(id).text.in_lang(lang);
        match self {
            StandardPart::Tier(of) => tier(words, of),
            StandardPart::Section(id) => standard.sections[id.index()].title.in_lang(lang).to_owned(),
            StandardPart::Clause(id) => {
                let first = standard.ids().find(|own| standard.requirement(*own).clause == id);
                format!("{} {}", standard.clauses[id.index()].printed.in_lang(lang), first.map_or("", text))
            }
            StandardPart::Requirement(id) => text(id).to_owned(),
        }
    }
}

/// All that the standard says about one requirement, besides where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementTold {
    /// What it asks for.
    pub text: String,
    /// When it holds, its facts, the elements of its wording, and what it counts in.
    pub details: Vec<RequirementDetail>,
    /// Why breaking it fails a play, where it does.
    pub critical: Option<String>,
}

/// What else is said of a requirement, under a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequirementDetail {
    /// What it is, with the sign that leads on.
    pub label: String,
    /// At least one.
    pub items: Vec<String>,
}

impl RequirementTold {
    /// Tells of a requirement.
    pub fn of(id: RequirementId, standard: &Standard, words: &Messages) -> RequirementTold {
        let lang = words.lang();
        let requirement = standard.requirement(id);
        let condition = requirement.condition.iter().map(|condition| condition.in_lang(lang).to_owned());
        let facts = requirement.facts.iter().map(|fact| fact.text.in_lang(lang).to_owned());
        let elements = requirement.elements.iter().map(|element| element.name.in_lang(lang).to_owned());
        let dimension = standard.dimensions[requirement.dimension.index()].title.in_lang(lang).to_owned();
        let details = [
            RequirementDetail { label: tr!(words, "when"), items: condition.collect() },
            RequirementDetail { label: tr!(words, "facts"), items: facts.collect() },
            RequirementDetail { label: tr!(words, "elements"), items: elements.collect() },
            RequirementDetail {
                label: tr!(words, "counts-in"),
                items: vec![dimension, weight_told(words, requirement.weight)],
            },
        ];
        let reason = requirement.critical.as_ref();
        RequirementTold {
            text: requirement.text.in_lang(lang).to_owned(),
            details: details.into_iter().filter(|detail| !detail.items.is_empty()).collect(),
            critical: reason.map(|reason| tr!(words, "is-critical", reason = reason.in_lang(lang))),
        }
    }
}
