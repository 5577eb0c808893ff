//! From the files of a standard to a [`Standard`], or to everything that is wrong with them.

use super::element_reader::{elements, orders};
use super::ids::{ClauseId, DimensionId, RequirementId, SectionId};
use super::kinds::{HOUSE, Tier};
use super::links::{Twin, link};
use super::parts::{Clause, Dimension, Fact, Requirement, Section};
use super::spec::{ClauseSpec, FactSpec, RequirementSpec, SectionSpec, StandardSpec};
use super::whole::{Standard, is_below};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::both;
use crate::content::notation::{Source, SourcePath, Validator, noun};
use rustc_hash::FxHashMap;

/// The standard written in `standard.ron` and the files of its sections, in the order of their names.
///
/// # Errors
/// What is wrong with all files, when anything is.
pub fn validate(whole: &Source, sections: &[Source]) -> Result<Standard, Vec<Diagnostic>> {
    let spec: StandardSpec = whole.read().map_err(|diagnostic| vec![*diagnostic])?;
    let mut validator = Validator::new(whole, spec.format, &spec.languages);
    let title = validator.plain(&SourcePath::FILE.field("title"), &spec.title);
    let dimensions = dimensions(&mut validator, &spec);
    let languages = validator.languages.clone();
    let mut diagnostics = validator.take_diagnostics();
    let mut parts = StandardParts::new(&spec);
    for source in sections {
        match source.read::<SectionSpec>() {
            Ok(section) => {
                let mut validator = Validator::new(source, section.format, &spec.languages);
                let added = parts.add(&mut validator, &section);
                orders(&mut validator, &section);
                diagnostics.append(&mut validator.take_diagnostics());
                if added.is_err() {
                    break;
                }
            }
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let mut standard = Standard::new(title, languages, dimensions, parts.sections, parts.clauses, parts.requirements);
    let diagnostics = link(&mut standard, whole, &spec, &parts.twins);
    if diagnostics.is_empty() { Ok(standard) } else { Err(diagnostics) }
}

fn dimensions(validator: &mut Validator, spec: &StandardSpec) -> Vec<Dimension> {
    let mut dimensions = Vec::new();
    let root = SourcePath::FILE.field("dimensions");
    if spec.dimensions.len() > DimensionId::LIMIT {
        let message = both!(
            "{found} dimensions; at most {most}",
            "维度有 {found} 个，最多 {most} 个",
            found = spec.dimensions.len(),
            most = DimensionId::LIMIT
        );
        validator.error(Code::SIZE, &root, message, Phrase::new("join dimensions", "合并几个维度"));
    }
    for (index, dimension) in spec.dimensions.iter().enumerate() {
        let at = root.item(index);
        validator.identifier(&at.field("id"), noun::DIMENSION, &dimension.id);
        if spec.dimensions[..index].iter().any(|other| other.id == dimension.id) {
            let message = both!("two dimensions are named \"{id}\"", "有两个维度都叫 \"{id}\"", id = dimension.id);
            validator.error(Code::DUPLICATE, &at.field("id"), message, noun::RENAME_ONE);
        }
        dimensions.push(Dimension {
            id: dimension.id.as_str().into(),
            title: validator.plain(&at.field("title"), &dimension.title),
        });
    }
    let root = SourcePath::FILE.field("assign");
    for (index, assign) in spec.assign.iter().enumerate() {
        if !spec.dimensions.iter().any(|dimension| dimension.id == assign.dimension) {
            let known = spec.dimensions.iter().map(|dimension| dimension.id.as_str());
            validator.unknown(&root.item(index).field("dimension"), noun::DIMENSION, &assign.dimension, known);
        }
    }
    dimensions
}

/// There are more things than can be numbered, and that has been told: what follows is not looked at.
struct OutOfIds;

fn out_of_ids(validator: &mut Validator, at: &SourcePath, what: Phrase) -> OutOfIds {
    let message = both!("the standard has more than {most} {what}", "标准里的{what}超过 {most} 个", most = RequirementId::LIMIT; what = what);
    let help = Phrase::new("move sections into the standard of another pack", "把一部分章节移到另一个文件夹的标准里");
    validator.error(Code::SIZE, at, message, help);
    OutOfIds
}

/// The clause whose requirements are being added.
#[derive(Clone, Copy)]
struct OpenClause<'c> {
    id: &'c str,
    section: SectionId,
    clause: ClauseId,
    /// Its place in the file.
    index: usize,
}

/// The standard while its sections are being added.
struct StandardParts<'s> {
    spec: &'s StandardSpec,
    /// The rows that say what they are instances of.
    twins: Vec<Twin<'s>>,
    sections: Vec<Section>,
    clauses: Vec<Clause>,
    requirements: Vec<Requirement>,
    known: FxHashMap<Box<str>, RequirementId>,
}

impl<'s> StandardParts<'s> {
    fn new(spec: &'s StandardSpec) -> StandardParts<'s> {
        let known = FxHashMap::default();
        StandardParts { spec, twins: vec![], sections: vec![], clauses: vec![], requirements: vec![], known }
    }

    fn add(&mut self, validator: &mut Validator<'s>, spec: &SectionSpec) -> Result<(), OutOfIds> {
        let at = SourcePath::FILE.field("id");
        let Some(tier) = tier_of(&spec.id) else {
            let help = both!(
                "begin it with basic, advanced or excellent; only the house rules are called \"house\"",
                "用 basic、advanced 或 excellent 开头；只有本站守则叫 \"house\""
            );
            let message = Phrase::new("a section's id begins with its tier", "章节的编号要以档次开头");
            validator.error(Code::UNKNOWN, &at, message, help);
            return Ok(());
        };
        if self.sections.iter().any(|section| *section.id == *spec.id) {
            let message = both!("two files hold the section \"{id}\"", "有两个文件都写了章节 \"{id}\"", id = spec.id);
            validator.error(Code::DUPLICATE, &at, message, Phrase::new("join them", "合成一个"));
        }
        validator.dotted(&at, noun::SECTION, &spec.id);
        let printed = validator.plain(&SourcePath::FILE.field("printed"), &spec.printed);
        let title = validator.plain(&SourcePath::FILE.field("title"), &spec.title);
        let section = SectionId::from_index(self.sections.len())
            .ok_or_else(|| out_of_ids(validator, &at, Phrase::new("sections", "章节")))?;
        self.sections.push(Section { id: spec.id.as_str().into(), tier, printed, title });
        let root = SourcePath::FILE.field("clauses");
        for (index, clause) in spec.clauses.iter().enumerate() {
            let at = root.item(index);
            let id = format!("{}.{}", spec.id, clause.number);
            validator.numbered(&at.field("number"), noun::CLAUSE, &clause.number);
            let first = |other: &ClauseSpec| other.number.eq_ignore_ascii_case(&clause.number);
            if spec.clauses.iter().position(first).is_some_and(|first| first < index) {
                let message = both!(
                    "the number \"{number}\" stands twice in this section, with small and capital letters taken as one",
                    "这一章里编号 \"{number}\" 写了两次（不分大小写）",
                    number = clause.number
                );
                validator.error(Code::DUPLICATE, &at.field("number"), message, noun::RENAME_ONE);
            }
            let printed = validator.plain(&at.field("printed"), &clause.printed);
            let clause_id = ClauseId::from_index(self.clauses.len())
                .ok_or_else(|| out_of_ids(validator, &at, Phrase::new("clauses", "条款")))?;
            let open = OpenClause { id: &id, section, clause: clause_id, index };
            let rows = at.field("requirements");
            for (row, requirement) in clause.requirements.iter().enumerate() {
                self.requirement(validator, &rows.item(row), row, requirement, open)?;
            }
            self.clauses.push(Clause { id: id.into(), printed, section });
        }
        Ok(())
    }

    fn requirement(
        &mut self,
        validator: &mut Validator<'s>,
        at: &SourcePath,
        row: usize,
        spec: &RequirementSpec,
        clause: OpenClause,
    ) -> Result<(), OutOfIds> {
        validator.identifier(&at.field("id"), noun::REQUIREMENT, &spec.id);
        let id: Box<str> = format!("{}.{}", clause.id, spec.id).into();
        let number = RequirementId::from_index(self.requirements.len())
            .ok_or_else(|| out_of_ids(validator, at, Phrase::new("requirements", "要求")))?;
        if self.known.insert(id.clone(), number).is_some() {
            validator.error(
                Code::DUPLICATE,
                &at.field("id"),
                both!("two requirements are named \"{id}\"", "有两条要求都叫 \"{id}\""),
                Phrase::new("renumber one of them", "给其中一条改编号"),
            );
        }
        let Some(dimension) = self.dimension(&id, spec) else {
            let help = Phrase::new(
                "add a line to `assign` in standard.ron that fits it",
                "在 standard.ron 的 `assign` 里加一行，把它归到一个维度",
            );
            let message = both!("no dimension is assigned to \"{id}\"", "\"{id}\" 没有归到任何维度");
            validator.error(Code::UNKNOWN, at, message, help);
            return Ok(());
        };
        if let Some(general) = &spec.instance_of {
            let (special, source) = (number, validator.source);
            self.twins.push(Twin { special, general: general.clone(), source, place: [clause.index, row] });
        }
        self.requirements.push(Requirement {
            clause: clause.clause,
            section: clause.section,
            kind: spec.kind,
            order: spec.order.as_deref().map(Into::into),
            rank: spec.rank,
            weight: spec.weight,
            nature: spec.nature,
            never_due: spec.never_due,
            instance_of: None,
            critical: None,
            dimension,
            text: validator.plain(&at.field("text"), &spec.text),
            condition: spec.condition.as_ref().map(|words| validator.plain(&at.field("condition"), words)),
            facts: facts(validator, &at.field("facts"), &spec.facts),
            elements: elements(validator, &at.field("elements"), spec.elements.as_deref()),
            id,
        });
        Ok(())
    }

    fn dimension(&self, id: &str, spec: &RequirementSpec) -> Option<DimensionId> {
        let rule = self.spec.assign.iter().find(|rule| {
            let section = rule.section.as_deref().is_none_or(|path| is_below(id, path));
            section && (rule.kinds.is_empty() || rule.kinds.contains(&spec.kind))
        })?;
        DimensionId::find(&self.spec.dimensions, |dimension| dimension.id == rule.dimension)
    }
}

/// The tier of a section: what its id begins with; the house rules count to the lowest.
fn tier_of(section: &str) -> Option<Tier> {
    let house = (section == HOUSE).then_some(Tier::Basic);
    house.or_else(|| Tier::ALL.into_iter().find(|tier| is_below(section, tier.word())))
}

fn facts(validator: &mut Validator, at: &SourcePath, facts: &[FactSpec]) -> Vec<Fact> {
    let validate = |(index, fact): (usize, &FactSpec)| Fact {
        kind: fact.kind,
        text: validator.plain(&at.item(index).field("text"), &fact.text),
    };
    facts.iter().enumerate().map(validate).collect()
}
