//! What the rows of a standard say about each other: twins, critical conduct, and that there are house rules. Looked at
//! when all rows are known.

use super::ids::RequirementId;
use super::kinds::{HOUSE, Weight};
use super::spec::{CriticalSpec, StandardSpec};
use super::whole::Standard;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::content::notation::{Source, SourcePath, Validator};

/// A row that says of which general row it is an instance.
pub(super) struct Twin<'s> {
    pub special: RequirementId,
    pub general: String,
    pub source: &'s Source,
    /// Its clause in that file, and its place there.
    pub place: [usize; 2],
}

impl Twin<'_> {
    fn fault(&self, code: Code, message: String, help: &str) -> Box<Diagnostic> {
        let [clause, row] = self.place;
        let clauses = SourcePath::FILE.field("clauses");
        let clause = clauses.item(clause);
        let rows = clause.field("requirements");
        let place = self.source.place(&rows.item(row).field("instance_of"));
        Box::new(Diagnostic::error(code, place, message).help(help))
    }
}

/// Ties the rows together; what is wrong with that.
pub(super) fn link(standard: &mut Standard, whole: &Source, spec: &StandardSpec, twins: &[Twin]) -> Vec<Diagnostic> {
    let mut validator = Validator::new(whole, spec.format, &spec.languages);
    if !standard.sections.iter().any(|section| &*section.id == HOUSE) {
        let help = "add a section file with `id: \"house\"`: what your organisation demands beyond the source, such as privacy \
            and honest records; with `clauses: []` where there is nothing";
        validator.error(Code::STRUCTURE, &SourcePath::FILE, "the standard has no section of house rules", help);
        // Every row that names one would be told as well, and none of them is at fault.
        return validator.diagnostics;
    }
    critical(&mut validator, standard, spec.critical.as_deref());
    for twin in twins {
        match general_of(standard, twin, twins) {
            Ok(general) => standard.requirements[twin.special.index()].instance_of = Some(general),
            Err(diagnostic) => validator.diagnostics.push(*diagnostic),
        }
    }
    validator.diagnostics
}

fn general_of(standard: &Standard, twin: &Twin, twins: &[Twin]) -> Result<RequirementId, Box<Diagnostic>> {
    let Some(general) = standard.find(&twin.general) else {
        let message = format!("there is no requirement \"{}\" to be an instance of", twin.general);
        return Err(twin.fault(Code::UNKNOWN, message, "name the more general row, or remove the line"));
    };
    if general == twin.special {
        let message = "a requirement is said to be an instance of itself".to_owned();
        return Err(twin.fault(Code::STRUCTURE, message, "name the more general row, or remove the line"));
    }
    if twins.iter().any(|other| other.special == general) {
        let message = format!("\"{}\" is an instance of another row itself", twin.general);
        return Err(twin.fault(Code::STRUCTURE, message, "name the most general row of them"));
    }
    Ok(general)
}

/// The list of what nobody does and passes.
fn critical(validator: &mut Validator, standard: &mut Standard, list: Option<&[CriticalSpec]>) {
    let Some(list) = list else {
        let help = "write `critical: [(requirement: \"house.01.r1\", reason: { … })]`, each with its reason, or `critical: []`";
        validator.error(Code::STRUCTURE, &SourcePath::FILE, "the standard does not say what conduct is critical", help);
        return;
    };
    let root = SourcePath::FILE.field("critical");
    for (index, spec) in list.iter().enumerate() {
        let at = root.item(index);
        let reason = validator.plain(&at.field("reason"), &spec.reason);
        let at = at.field("requirement");
        let Some(id) = standard.find(&spec.requirement) else {
            let known = standard.requirements.iter().map(|requirement| &*requirement.id);
            validator.unknown(&at, "requirement", &spec.requirement, known);
            continue;
        };
        let requirement = &mut standard.requirements[id.index()];
        if !requirement.nature.is_guard() {
            let help = "only a guard can be broken; give the row `nature: Guard(…)`, or take it off the list";
            validator.error(Code::STRUCTURE, &at, "critical conduct breaks a duty", help);
        }
        if requirement.weight != Weight::Major {
            let help = "make the row Major";
            validator.error(Code::NUMBER, &at, "a critical requirement weighs less than Major", help);
        }
        if requirement.is_critical() {
            validator.error(Code::DUPLICATE, &at, "a requirement is critical twice", "keep one line");
        }
        requirement.critical = Some(reason);
    }
}
