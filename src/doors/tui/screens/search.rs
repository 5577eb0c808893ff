//! What a search finds: a scenario or a requirement is meant when any of its words, in any language, holds what was typed.

use crate::content::scenario::ScenarioHead;
use crate::content::standard::{RequirementId, Standard};

/// By id, title or summary.
pub(crate) fn finds_scenario(head: &ScenarioHead, wanted: &str) -> bool {
    let texts = head.title.iter().chain(head.summary.iter()).map(|(_, words)| words);
    holds(texts.chain([&*head.id]), wanted)
}

/// By its words and facts, its section, and the ids and numbers by which it is cited.
pub(crate) fn finds_requirement(standard: &Standard, id: RequirementId, wanted: &str) -> bool {
    let requirement = standard.requirement(id);
    let section = standard.section_of(id);
    let texts = requirement.text.iter().chain(section.title.iter()).map(|(_, words)| words);
    let facts = requirement.facts.iter().flat_map(|fact| fact.text.iter().map(|(_, words)| words));
    let printed = standard.clause_of(id).printed.iter().chain(section.printed.iter()).map(|(_, words)| words);
    holds(texts.chain(facts).chain(printed).chain([&*requirement.id]), wanted)
}

fn holds<'t>(mut texts: impl Iterator<Item = &'t str>, wanted: &str) -> bool {
    texts.any(|words| words.to_lowercase().contains(wanted))
}
