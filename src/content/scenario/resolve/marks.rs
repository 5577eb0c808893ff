//! What a choice does to requirements: which it meets, spoils and breaks, and that each may be.

use super::scope::FileScope;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::both;
use crate::content::notation::{SourcePath, Validator};
use crate::content::scenario::choice::Mark;
use crate::content::scenario::due::Due;
use crate::content::scenario::scene::Scene;
use crate::content::scenario::spec::ChoiceSpec;
use crate::content::standard::{RequirementId, Standard};

/// What a choice does to requirements.
pub(super) struct Marks {
    /// By rank.
    pub meets: Vec<Mark>,
    pub spoils: Vec<Mark>,
    pub breaks: Vec<Mark>,
}

impl FileScope<'_> {
    pub(super) fn marks(&self, validator: &mut Validator, at: &SourcePath, spec: &ChoiceSpec) -> Marks {
        let mut list = |field, texts: &[String]| self.list(validator, &at.field(field), texts);
        let (mut meets, spoils, breaks) =
            (list("meets", &spec.meets), list("spoils", &spec.spoils), list("breaks", &spec.breaks));
        let fields = [("meets", &meets), ("spoils", &spoils), ("breaks", &breaks)];
        self.check_natures(validator, at, &spoils, &breaks);
        self.check_twins(validator, at, &fields);
        self.check_conflicts(validator, at, &fields);
        sort_by_rank(self.scope.standard, &mut meets);
        Marks { meets, spoils, breaks }
    }

    fn list(&self, validator: &mut Validator, at: &SourcePath, texts: &[String]) -> Vec<Mark> {
        let read = |(index, text): (usize, &String)| self.mark(validator, &at.item(index), text);
        texts.iter().enumerate().filter_map(read).collect()
    }

    /// Duties are spoiled, guards are broken.
    fn check_natures(&self, validator: &mut Validator, at: &SourcePath, spoils: &[Mark], breaks: &[Mark]) {
        for (index, mark) in breaks.iter().enumerate().filter(|(_, mark)| !self.is_guard(mark)) {
            let message = both!(
                "{id} is a duty, and nobody can break a duty",
                "{id} 是应做项，应做项谈不上违反",
                id = self.id(mark)
            );
            let help = Phrase::new(
                "a duty tried badly stands in `spoils`; where harm was done, name the guard that was acted against",
                "做了没做好，写进 `spoils`；伤害到了人，就写违反的是哪条底线",
            );
            validator.error(Code::NATURE, &at.field("breaks").item(index), message, help);
        }
        for (index, mark) in spoils.iter().enumerate().filter(|(_, mark)| self.is_guard(mark)) {
            let message = both!(
                "{id} is a guard, and nobody can spoil a guard",
                "{id} 是底线，底线谈不上没做好",
                id = self.id(mark)
            );
            let help = Phrase::new(
                "acting against it stands in `breaks`; leaving it out needs no mark",
                "违反了，写进 `breaks`；没有违反，就什么都不用写",
            );
            validator.error(Code::NATURE, &at.field("spoils").item(index), message, help);
        }
    }

    /// One act counts once: a choice marks the special row alone.
    fn check_twins(&self, validator: &mut Validator, at: &SourcePath, fields: &[(&str, &Vec<Mark>); 3]) {
        let all =
            || fields.iter().flat_map(|(field, marks)| marks.iter().enumerate().map(move |(n, m)| (*field, n, m)));
        for (field, index, general) in all() {
            let twin = all().find(|(_, _, special)| self.general(special) == Some(general.requirement));
            let Some((_, _, special)) = twin else { continue };
            let message = both!(
                "{special} is an instance of {general}",
                "{special} 是 {general} 的特例",
                special = self.id(special),
                general = self.id(general)
            );
            let help = Phrase::new(
                "mark the special one alone: it meets the general one where the special one is not due",
                "只写特例；特例不该做的时候，它就算做到了通则",
            );
            validator.error(Code::TWINS, &at.field(field).item(index), message, help);
        }
    }

    /// What one choice always does to a row it cannot undo in the same breath.
    fn check_conflicts(&self, validator: &mut Validator, at: &SourcePath, fields: &[(&str, &Vec<Mark>); 3]) {
        let [(_, meets), failing @ ..] = fields;
        for (field, marks) in failing {
            for (index, mark) in marks.iter().enumerate() {
                let always = |other: &Mark| other.when.is_always() || mark.when.is_always();
                if meets.iter().any(|met| met.requirement == mark.requirement && always(met)) {
                    let message = both!(
                        "one choice meets {id} and {field} it",
                        "同一个选项对 {id} 既写了做到，又写了 {field}",
                        id = self.id(mark)
                    );
                    let help = Phrase::new(
                        "keep one of the two, or give each a `when` that excludes the other",
                        "留一个，或者给两处各写一个互相排斥的 `when`",
                    );
                    validator.error(Code::STRUCTURE, &at.field(field).item(index), message, help);
                }
            }
        }
    }

    fn is_guard(&self, mark: &Mark) -> bool {
        self.scope.standard.requirement(mark.requirement).nature.is_guard()
    }

    fn general(&self, mark: &Mark) -> Option<RequirementId> {
        self.scope.standard.requirement(mark.requirement).instance_of
    }

    fn id(&self, mark: &Mark) -> &str {
        &self.scope.standard.requirement(mark.requirement).id
    }
}

/// The rows of one choice count in the order of their rank.
fn sort_by_rank(standard: &Standard, meets: &mut [Mark]) {
    meets.sort_by_key(|mark| (standard.requirement(mark.requirement).rank, mark.requirement));
}

/// Lets each special row stand for its general one where that is due and the special one is not.
pub(super) fn generalize(standard: &Standard, due: &[Due], scenes: &mut [Scene]) {
    let is_due = |id: RequirementId| due.iter().any(|line| line.requirement == id);
    let stands_for = |id: RequirementId| {
        let general = standard.requirement(id).instance_of.filter(|general| is_due(*general) && !is_due(id));
        general.unwrap_or(id)
    };
    for choice in scenes.iter_mut().flat_map(|scene| &mut scene.choices) {
        for mark in choice.meets.iter_mut().chain(&mut choice.spoils).chain(&mut choice.breaks) {
            mark.requirement = stands_for(mark.requirement);
        }
        sort_by_rank(standard, &mut choice.meets);
        // Two instances of one row, met in one breath, meet it once.
        choice.meets.dedup_by(|later, kept| later.requirement == kept.requirement && kept.when.is_always());
    }
}
