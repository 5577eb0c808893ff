//! From the files of a standard to a [`Standard`], or to everything that is wrong with them.

use super::spec::{ElementSpec, FactSpec, RequirementSpec, SectionSpec, StandardSpec};
use super::{Clause, ClauseId, Dimension, DimensionId, Element, Fact, Requirement, RequirementId, Section, SectionId};
use super::{Standard, Tier, is_below};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::Lang;
use crate::content::notation::{Source, SourcePath, Tag, Validator};
use rustc_hash::FxHashMap;

/// The standard written in `standard.ron` and the files of its sections, in the order of their names.
///
/// # Errors
/// All findings of all files, when any of them is an error.
pub fn validate(whole: &Source, sections: &[Source]) -> Result<Standard, Vec<Diagnostic>> {
    let spec: StandardSpec = whole.read().map_err(|diagnostic| vec![*diagnostic])?;
    let mut validator = Validator::new(whole, spec.format, &spec.languages);
    let title = validator.plain(&SourcePath::FILE.field("title"), &spec.title);
    let dimensions = dimensions(&mut validator, &spec);
    let languages = validator.languages.clone();
    let mut diagnostics = std::mem::take(&mut validator.diagnostics);
    let mut parts = StandardParts { spec: &spec, ..StandardParts::new(&spec) };
    for source in sections {
        match source.read::<SectionSpec>() {
            Ok(section) => parts.add(source, &section, &mut diagnostics),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    Ok(Standard::new(title, languages, dimensions, parts.sections, parts.clauses, parts.requirements))
}

fn dimensions(validator: &mut Validator, spec: &StandardSpec) -> Vec<Dimension> {
    let mut dimensions = Vec::new();
    let root = SourcePath::FILE.field("dimensions");
    for (index, dimension) in spec.dimensions.iter().enumerate() {
        let at = root.item(index);
        validator.identifier(&at.field("id"), "dimension", &dimension.id);
        dimensions.push(Dimension {
            id: dimension.id.as_str().into(),
            title: validator.plain(&at.field("title"), &dimension.title),
        });
    }
    let root = SourcePath::FILE.field("assign");
    for (index, assign) in spec.assign.iter().enumerate() {
        if !spec.dimensions.iter().any(|dimension| dimension.id == assign.dimension) {
            let known = spec.dimensions.iter().map(|dimension| dimension.id.as_str());
            validator.unknown(&root.item(index).field("dimension"), "dimension", &assign.dimension, known);
        }
    }
    dimensions
}

/// The standard while its sections are being added.
struct StandardParts<'s> {
    spec: &'s StandardSpec,
    languages: Vec<Tag>,
    sections: Vec<Section>,
    clauses: Vec<Clause>,
    requirements: Vec<Requirement>,
    known: FxHashMap<Box<str>, RequirementId>,
}

impl<'s> StandardParts<'s> {
    fn new(spec: &'s StandardSpec) -> StandardParts<'s> {
        let known = FxHashMap::default();
        let languages = spec.languages.clone();
        StandardParts { spec, languages, sections: vec![], clauses: vec![], requirements: vec![], known }
    }

    fn add(&mut self, source: &Source, spec: &SectionSpec, diagnostics: &mut Vec<Diagnostic>) {
        let mut validator = Validator::new(source, spec.format, &self.languages);
        let at = SourcePath::FILE.field("id");
        let Some(tier) = Tier::ALL.into_iter().find(|tier| is_below(&spec.id, tier.word())) else {
            validator.error(
                Code::UNKNOWN,
                &at,
                "a section's id begins with its tier",
                "begin it with basic, advanced or excellent",
            );
            return diagnostics.append(&mut validator.diagnostics);
        };
        if self.sections.iter().any(|section| *section.id == *spec.id) {
            validator.error(Code::DUPLICATE, &at, format!("two files hold the section \"{}\"", spec.id), "join them");
        }
        validator.shown(&SourcePath::FILE.field("printed"), &spec.printed);
        let title = validator.plain(&SourcePath::FILE.field("title"), &spec.title);
        let section = SectionId(self.sections.len() as u16);
        self.sections.push(Section { id: spec.id.as_str().into(), tier, printed: spec.printed.as_str().into(), title });
        let root = SourcePath::FILE.field("clauses");
        for (index, clause) in spec.clauses.iter().enumerate() {
            let at = root.item(index);
            let id = format!("{}.{}", spec.id, clause.number);
            validator.shown(&at.field("printed"), &clause.printed);
            let number = ClauseId(self.clauses.len() as u16);
            let rows = at.field("requirements");
            for (row, requirement) in clause.requirements.iter().enumerate() {
                self.requirement(&mut validator, &rows.item(row), requirement, (&id, section, number));
            }
            self.clauses.push(Clause { id: id.into(), printed: clause.printed.as_str().into(), section });
        }
        diagnostics.append(&mut validator.diagnostics);
    }

    fn requirement(
        &mut self,
        validator: &mut Validator,
        at: &SourcePath,
        spec: &RequirementSpec,
        (clause_id, section, clause): (&str, SectionId, ClauseId),
    ) {
        let id: Box<str> = format!("{clause_id}.{}", spec.id).into();
        let number = RequirementId(self.requirements.len() as u16);
        if self.known.insert(id.clone(), number).is_some() {
            validator.error(
                Code::DUPLICATE,
                &at.field("id"),
                format!("two requirements are named \"{id}\""),
                "renumber one of them",
            );
        }
        let Some(dimension) = self.dimension(&id, spec) else {
            let help = "add a line to `assign` in standard.ron that fits it";
            validator.error(Code::UNKNOWN, at, format!("no dimension is assigned to \"{id}\""), help);
            return;
        };
        if spec.critical && spec.weight != super::Weight::Major {
            validator.error(
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
            text: validator.plain(&at.field("text"), &spec.text),
            condition: spec.condition.as_ref().map(|words| validator.plain(&at.field("condition"), words)),
            facts: facts(validator, &at.field("facts"), &spec.facts),
            elements: elements(validator, &at.field("elements"), &spec.elements),
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

fn facts(validator: &mut Validator, at: &SourcePath, facts: &[FactSpec]) -> Vec<Fact> {
    let validate = |(index, fact): (usize, &FactSpec)| Fact {
        kind: fact.kind,
        text: validator.plain(&at.item(index).field("text"), &fact.text),
    };
    facts.iter().enumerate().map(validate).collect()
}

fn elements(validator: &mut Validator, at: &SourcePath, elements: &[ElementSpec]) -> Vec<Element> {
    let mut valid = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        let at = at.item(index);
        let name = validator.plain(&at.field("name"), &element.name);
        let mut says = Vec::new();
        for (entry, (tag, words)) in element.says.0.iter().enumerate() {
            let here = at.field("says");
            let here = here.entry(entry, tag);
            words.iter().for_each(|words| validator.shown(&here, words));
            match Lang::new(tag).filter(|lang| validator.languages.contains(lang)) {
                Some(lang) => says.push((lang, words.iter().map(|words| words.as_str().into()).collect())),
                None => validator.error(
                    Code::TEXT,
                    &here,
                    format!("\"{tag}\" is not among the standard's languages"),
                    "remove it",
                ),
            }
        }
        if says.is_empty() == element.slot.is_none() {
            let help = "give the words that show it in `says`, or the value it stands for in `slot`";
            validator.error(Code::STRUCTURE, &at, "an element needs either `says` or `slot`", help);
        }
        valid.push(Element { name, says, slot: element.slot.as_deref().map(Into::into) });
    }
    valid
}
