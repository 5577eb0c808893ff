//! What the rows of a standard say about each other: twins, critical conduct, and that there are house rules. Looked at
//! when all rows are known.

use super::ids::RequirementId;
use super::kinds::{HOUSE, Weight};
use super::spec::{CriticalSpec, StandardSpec};
use super::whole::Standard;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::both;
use crate::content::notation::{Source, SourcePath, Validator, noun};

/// A row that says of which general row it is an instance.
pub(super) struct Twin<'s> {
    pub special: RequirementId,
    pub general: String,
    pub source: &'s Source,
    /// Its clause in that file, and its place there.
    pub place: [usize; 2],
}

impl Twin<'_> {
    fn fault(&self, code: Code, message: Bilingual, help: Phrase) -> Box<Diagnostic> {
        let [clause, row] = self.place;
        let clauses = SourcePath::FILE.field("clauses");
        let clause = clauses.item(clause);
        let rows = clause.field("requirements");
        let place = self.source.place(&rows.item(row).field("instance_of"));
        Box::new(Diagnostic::error(code, place, message).help(help))
    }
}

/// What to do about a row that is an instance of nothing.
const MORE_GENERAL: Phrase =
    Phrase::new("name the more general row, or remove the line", "写更一般的那一条，或者删掉这一行");

/// Ties the rows together; what is wrong with that.
pub(super) fn link(standard: &mut Standard, whole: &Source, spec: &StandardSpec, twins: &[Twin]) -> Vec<Diagnostic> {
    let mut validator = Validator::new(whole, spec.format, &spec.languages);
    if !standard.sections.iter().any(|section| &*section.id == HOUSE) {
        let help = both!(
            "add a section file with `id: \"house\"`: what your organisation demands beyond the source, such as privacy \
            and honest records; with `clauses: []` where there is nothing",
            "加一个 `id: \"house\"` 的章节文件：本单位在来源之外还要求什么，例如隐私、如实记录；什么都没有就写 `clauses: []`"
        );
        let message = Phrase::new("the standard has no section of house rules", "标准里没有本站守则这一章");
        validator.error(Code::STRUCTURE, &SourcePath::FILE, message, help);
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
        let message = both!(
            "there is no requirement \"{id}\" to be an instance of",
            "没有 \"{id}\" 这条要求，谈不上是它的特例",
            id = twin.general
        );
        return Err(twin.fault(Code::UNKNOWN, message, MORE_GENERAL));
    };
    if general == twin.special {
        let message = Phrase::new("a requirement is said to be an instance of itself", "一条要求写成了自己的特例");
        return Err(twin.fault(Code::STRUCTURE, message.into(), MORE_GENERAL));
    }
    if twins.iter().any(|other| other.special == general) {
        let message =
            both!("\"{id}\" is an instance of another row itself", "\"{id}\" 自己就是另一条的特例", id = twin.general);
        let help = Phrase::new("name the most general row of them", "写其中最一般的那一条");
        return Err(twin.fault(Code::STRUCTURE, message, help));
    }
    Ok(general)
}

/// The list of what nobody does and passes.
fn critical(validator: &mut Validator, standard: &mut Standard, list: Option<&[CriticalSpec]>) {
    let Some(list) = list else {
        let help = both!(
            "write `critical: [(requirement: \"house.01.r1\", reason: {{ … }})]`, each with its reason, or `critical: []`",
            "写上 `critical: [(requirement: \"house.01.r1\", reason: {{ … }})]`，每条都写理由；没有就写 `critical: []`"
        );
        let message = Phrase::new("the standard does not say what conduct is critical", "标准没有写哪些行为是红线");
        validator.error(Code::STRUCTURE, &SourcePath::FILE, message, help);
        return;
    };
    let root = SourcePath::FILE.field("critical");
    for (index, spec) in list.iter().enumerate() {
        let at = root.item(index);
        let reason = validator.plain(&at.field("reason"), &spec.reason);
        let at = at.field("requirement");
        let Some(id) = standard.find(&spec.requirement) else {
            let known = standard.requirements.iter().map(|requirement| &*requirement.id);
            validator.unknown(&at, noun::REQUIREMENT, &spec.requirement, known);
            continue;
        };
        let requirement = &mut standard.requirements[id.index()];
        if !requirement.nature.is_guard() {
            let help = Phrase::new(
                "only a guard can be broken; give the row `nature: Guard(…)`, or take it off the list",
                "只有底线才能违反；给这一条写 `nature: Guard(…)`，或者从红线里删掉",
            );
            let message = Phrase::new("critical conduct breaks a duty", "红线写成了应做项");
            validator.error(Code::STRUCTURE, &at, message, help);
        }
        if requirement.weight != Weight::Major {
            let help = Phrase::new("make the row Major", "把这一条写成 Major");
            let message = Phrase::new("a critical requirement weighs less than Major", "红线的分量不到 Major");
            validator.error(Code::NUMBER, &at, message, help);
        }
        if requirement.is_critical() {
            let message = Phrase::new("a requirement is critical twice", "一条要求写了两次红线");
            validator.error(Code::DUPLICATE, &at, message, Phrase::new("keep one line", "留一行"));
        }
        requirement.critical = Some(reason);
    }
}
