//! From the files of a standard to a [`Standard`], or to everything that is wrong with them.

use super::spec::{ElementSpec, FactSpec, RequirementSpec, SectionSpec, StandardSpec};
use super::{Clause, ClauseId, Dimension, DimensionId, Element, Fact, Requirement, RequirementId, Section, SectionId};
use super::{Standard, Tier, is_below};
use crate::base::diagnostic::{Code, Finding};
use crate::base::text::Lang;
use crate::content::notation::{At, Draft, Source, Tag};
use rustc_hash::FxHashMap;

/// The standard written in `standard.ron` and the files of its sections, in the order of their names.
///
/// # Errors
/// All findings of all files, when any of them is an error.
pub fn prove(whole: &Source, sections: &[Source]) -> Result<Standard, Vec<Finding>> {
    let spec: StandardSpec = whole.read().map_err(|finding| vec![*finding])?;
    let mut draft = Draft::new(whole, spec.format, &spec.languages);
    let title = draft.plain(&At::FILE.field("title"), &spec.title);
    let dimensions = prove_dimensions(&mut draft, &spec);
    let languages = draft.languages.clone();
    let mut findings = std::mem::take(&mut draft.findings);
    let mut parts = Parts { spec: &spec, ..Parts::new(&spec) };
    for source in sections {
        match source.read::<SectionSpec>() {
            Ok(section) => parts.add(source, &section, &mut findings),
            Err(finding) => findings.push(*finding),
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    Ok(Standard::new(title, languages, dimensions, parts.sections, parts.clauses, parts.requirements))
}

fn prove_dimensions(draft: &mut Draft, spec: &StandardSpec) -> Vec<Dimension> {
    let mut dimensions = Vec::new();
    let root = At::FILE.field("dimensions");
    for (index, dimension) in spec.dimensions.iter().enumerate() {
        let at = root.item(index);
        draft.identifier(&at.field("id"), "dimension", &dimension.id);
        dimensions.push(Dimension {
            id: dimension.id.as_str().into(),
            title: draft.plain(&at.field("title"), &dimension.title),
        });
    }
    let root = At::FILE.field("assign");
    for (index, assign) in spec.assign.iter().enumerate() {
        if !spec.dimensions.iter().any(|dimension| dimension.id == assign.dimension) {
            let known = spec.dimensions.iter().map(|dimension| dimension.id.as_str());
            draft.unknown(&root.item(index).field("dimension"), "dimension", &assign.dimension, known);
        }
    }
    dimensions
}

/// The standard while its sections are being added.
struct Parts<'s> {
    spec: &'s StandardSpec,
    languages: Vec<Tag>,
    sections: Vec<Section>,
    clauses: Vec<Clause>,
    requirements: Vec<Requirement>,
    known: FxHashMap<Box<str>, RequirementId>,
}

impl<'s> Parts<'s> {
    fn new(spec: &'s StandardSpec) -> Parts<'s> {
        let known = FxHashMap::default();
        let languages = spec.languages.clone();
        Parts { spec, languages, sections: vec![], clauses: vec![], requirements: vec![], known }
    }

    fn add(&mut self, source: &Source, spec: &SectionSpec, findings: &mut Vec<Finding>) {
        let mut draft = Draft::new(source, spec.format, &self.languages);
        let at = At::FILE.field("id");
        let Some(tier) = Tier::ALL.into_iter().find(|tier| is_below(&spec.id, tier.word())) else {
            draft.error(
                Code::UNKNOWN,
                &at,
                "a section's id begins with its tier",
                "begin it with basic, advanced or excellent",
            );
            return findings.append(&mut draft.findings);
        };
        if self.sections.iter().any(|section| *section.id == *spec.id) {
            draft.error(Code::DUPLICATE, &at, format!("two files hold the section \"{}\"", spec.id), "join them");
        }
        draft.shown(&At::FILE.field("printed"), &spec.printed);
        let title = draft.plain(&At::FILE.field("title"), &spec.title);
        let section = SectionId(self.sections.len() as u16);
        self.sections.push(Section { id: spec.id.as_str().into(), tier, printed: spec.printed.as_str().into(), title });
        let root = At::FILE.field("clauses");
        for (index, clause) in spec.clauses.iter().enumerate() {
            let at = root.item(index);
            let id = format!("{}.{}", spec.id, clause.number);
            draft.shown(&at.field("printed"), &clause.printed);
            let number = ClauseId(self.clauses.len() as u16);
            let rows = at.field("requirements");
            for (row, requirement) in clause.requirements.iter().enumerate() {
                self.requirement(&mut draft, &rows.item(row), requirement, (&id, section, number));
            }
            self.clauses.push(Clause { id: id.into(), printed: clause.printed.as_str().into(), section });
        }
        findings.append(&mut draft.findings);
    }

    fn requirement(
        &mut self,
        draft: &mut Draft,
        at: &At,
        spec: &RequirementSpec,
        (clause_id, section, clause): (&str, SectionId, ClauseId),
    ) {
        let id: Box<str> = format!("{clause_id}.{}", spec.id).into();
        let number = RequirementId(self.requirements.len() as u16);
        if self.known.insert(id.clone(), number).is_some() {
            draft.error(
                Code::DUPLICATE,
                &at.field("id"),
                format!("two requirements are named \"{id}\""),
                "renumber one of them",
            );
        }
        let Some(dimension) = self.dimension(&id, spec) else {
            let help = "add a line to `assign` in standard.ron that fits it";
            draft.error(Code::UNKNOWN, at, format!("no dimension is assigned to \"{id}\""), help);
            return;
        };
        if spec.critical && spec.weight != super::Weight::Major {
            draft.error(
                Code::NUMBER,
                &at.field("weight"),
                "a critical requirement weighs less than Major",
                "make it Major",
            );
        }
        self.requirements.push(Requirement {
            clause,
            section,
            kind: spec.kind,
            order: spec.order.as_deref().map(Into::into),
            rank: spec.rank,
            weight: spec.weight,
            critical: spec.critical,
            dimension,
            text: draft.plain(&at.field("text"), &spec.text),
            condition: spec.condition.as_ref().map(|words| draft.plain(&at.field("condition"), words)),
            facts: prove_facts(draft, &at.field("facts"), &spec.facts),
            elements: prove_elements(draft, &at.field("elements"), &spec.elements),
            id,
        });
    }

    fn dimension(&self, id: &str, spec: &RequirementSpec) -> Option<DimensionId> {
        let rule = self.spec.assign.iter().find(|rule| {
            let section = rule.section.as_deref().is_none_or(|path| is_below(id, path));
            section && (rule.kinds.is_empty() || rule.kinds.contains(&spec.kind))
        })?;
        let index = self.spec.dimensions.iter().position(|dimension| dimension.id == rule.dimension)?;
        Some(DimensionId(index as u16))
    }
}

fn prove_facts(draft: &mut Draft, at: &At, facts: &[FactSpec]) -> Vec<Fact> {
    let prove = |(index, fact): (usize, &FactSpec)| Fact {
        kind: fact.kind,
        text: draft.plain(&at.item(index).field("text"), &fact.text),
    };
    facts.iter().enumerate().map(prove).collect()
}

fn prove_elements(draft: &mut Draft, at: &At, elements: &[ElementSpec]) -> Vec<Element> {
    let mut proven = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        let at = at.item(index);
        let name = draft.plain(&at.field("name"), &element.name);
        let mut says = Vec::new();
        for (entry, (tag, words)) in element.says.0.iter().enumerate() {
            let here = at.field("says");
            let here = here.entry(entry, tag);
            words.iter().for_each(|words| draft.shown(&here, words));
            match Lang::new(tag).filter(|lang| draft.languages.contains(lang)) {
                Some(lang) => says.push((lang, words.iter().map(|words| words.as_str().into()).collect())),
                None => draft.error(
                    Code::TEXT,
                    &here,
                    format!("\"{tag}\" is not among the standard's languages"),
                    "remove it",
                ),
            }
        }
        if says.is_empty() == element.slot.is_none() {
            let help = "give the words that show it in `says`, or the value it stands for in `slot`";
            draft.error(Code::STRUCTURE, &at, "an element needs either `says` or `slot`", help);
        }
        proven.push(Element { name, says, slot: element.slot.as_deref().map(Into::into) });
    }
    proven
}
