//! Validating the body of a file: its scenes, what is due, and what gives way.

use super::body::{Body, BodyValidator};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::content::notation::{Named, Names, SourcePath, Validator};
use crate::content::scenario::choice::Choice;
use crate::content::scenario::due::{Due, Yield};
use crate::content::scenario::exit::Target;
use crate::content::scenario::ids::SceneId;
use crate::content::scenario::origin::Origin;
use crate::content::scenario::scene::Scene;
use crate::content::scenario::spec::{SceneSpec, YieldSpec};
use crate::content::standard::RequirementId;
use rustc_hash::FxHashMap;

impl BodyValidator<'_> {
    /// Validates the body of a file.
    pub(super) fn body(&mut self, validator: &mut Validator, body: &Body) {
        self.due(validator, "due", false, body.due);
        self.due(validator, "remedy", true, body.remedy);
        self.yields(validator, body.yields);
        self.scenes(validator, body.scenes);
    }

    fn scenes(&mut self, validator: &mut Validator, specs: &Named<SceneSpec>) {
        let root = SourcePath::FILE.field("scenes");
        Names::of(validator, &root, "scene", specs);
        for (index, (name, spec)) in specs.0.iter().enumerate() {
            let at = root.entry(index, name);
            if let Some(Target::Ending(_)) = self.targets.get(name.as_str()) {
                let message = format!("a scene and an ending are named \"{name}\"");
                validator.error(Code::DUPLICATE, &at, message, "rename one of them");
            }
            let scene = self.scene(validator, &at, index, name, spec);
            self.parts.scenes.push(scene);
        }
    }

    fn scene(
        &mut self,
        validator: &mut Validator,
        at: &SourcePath,
        index: usize,
        name: &str,
        spec: &SceneSpec,
    ) -> Scene {
        let id = SceneId::from_index(self.parts.scenes.len()).expect("`limits` has counted the scenes");
        let origin = Origin { file: self.file(), index };
        let place = spec.place.as_ref().map(|place| self.text(validator, &at.field("place"), place));
        let lines = self.lines(validator, &at.field("lines"), &spec.lines);
        let again = self.lines(validator, &at.field("again"), &spec.again);
        let root = at.field("choices");
        if spec.choices.is_empty() {
            let help = "give it a choice, or make it an ending";
            validator.error(Code::STRUCTURE, at, format!("the scene \"{name}\" has no choice"), help);
        }
        let mut choices: Vec<Choice> = Vec::with_capacity(spec.choices.len());
        let mut firsts: FxHashMap<&str, usize> = FxHashMap::default();
        for (index, choice) in spec.choices.iter().enumerate() {
            let here = root.item(index);
            let first = *firsts.entry(&choice.id).or_insert(index);
            if first < index {
                let message = format!("two choices of \"{name}\" are named \"{}\"", choice.id);
                named_twice(validator, &here, &root.item(first), message);
            }
            choices.push(self.choice(validator, &here, id, choice));
        }
        let name =
            if self.view.fragment.is_empty() { name.into() } else { format!("{}/{name}", self.view.fragment).into() };
        Scene { name, place, lines, again, choices, origin }
    }

    /// The `due` or `remedy` lines of a file.
    fn due(&mut self, validator: &mut Validator, field: &str, remedy: bool, texts: &[String]) {
        let root = SourcePath::FILE.field(field);
        for (index, text) in texts.iter().enumerate() {
            let at = root.item(index);
            let Some(mark) = self.view.mark(validator, &at, text) else { continue };
            if let Some(earlier) = self.parts.due.iter().find(|earlier| earlier.requirement == mark.requirement) {
                let list = SourcePath::FILE.field(if earlier.remedy { "remedy" } else { "due" });
                let first = (earlier.origin.file == self.file()).then(|| list.item(earlier.origin.index));
                validator.record(|source| {
                    let diagnostic =
                        Diagnostic::error(Code::DUPLICATE, source.place(&at), "a requirement is due twice");
                    let diagnostic = diagnostic.help("keep one line, and join the conditions with `or`");
                    Diagnostic { also: first.map(|first| source.place(&first)), ..diagnostic }
                });
                continue;
            }
            self.check_due(validator, &at, mark.requirement);
            let origin = Origin { file: self.file(), index };
            self.parts.due.push(Due { requirement: mark.requirement, when: mark.when, remedy, origin });
        }
    }

    /// Whether this row may be due at all, beside those that are.
    fn check_due(&self, validator: &mut Validator, at: &SourcePath, id: RequirementId) {
        let standard = self.view.scope.standard;
        let requirement = standard.requirement(id);
        if requirement.never_due {
            let help = "it is a permission or a plain prohibition; remove the line (it can be broken all the same)";
            validator.error(Code::NATURE, at, format!("{} is never due", requirement.id), help);
        }
        let general_of = |id: RequirementId| standard.requirement(id).instance_of;
        let is_twin =
            |other: &&Due| general_of(other.requirement) == Some(id) || general_of(id) == Some(other.requirement);
        if let Some(other) = self.parts.due.iter().find(is_twin) {
            let other = &standard.requirement(other.requirement).id;
            let message = format!("{} and {other} ask for one act: one is an instance of the other", requirement.id);
            validator.error(Code::TWINS, at, message, "keep the one that this scenario means");
        }
    }

    fn yields(&mut self, validator: &mut Validator, specs: &[YieldSpec]) {
        let root = SourcePath::FILE.field("yields");
        for (index, spec) in specs.iter().enumerate() {
            let at = root.item(index);
            let requirement = self.view.requirement(validator, &at.field("requirement"), &spec.requirement);
            let to = self.view.requirement(validator, &at.field("to"), &spec.to);
            let when = self.view.condition(validator, &at.field("when"), &spec.when);
            let because = self.text(validator, &at.field("because"), &spec.because);
            let (Some(requirement), Some(to)) = (requirement, to) else { continue };
            if self.view.scope.standard.requirement(requirement).is_critical() {
                let help = "what is critical holds always; remove this line";
                validator.error(Code::STRUCTURE, &at.field("requirement"), "a critical requirement never yields", help);
            }
            let origin = Origin { file: self.file(), index };
            self.parts.yields.push(Yield { requirement, to, when, because, origin });
        }
    }
}

fn named_twice(validator: &mut Validator, at: &SourcePath, first: &SourcePath, message: String) {
    validator.record(|source| {
        let diagnostic = Diagnostic::error(Code::DUPLICATE, source.place(&at.field("id")), message);
        diagnostic.help("rename one of them").also(source.place(&first.field("id")))
    });
}
