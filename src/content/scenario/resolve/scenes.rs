//! Validating the body of a file: its scenes, what is due, and what gives way.

use super::body::{Body, BodyValidator};
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::both;
use crate::content::notation::{Named, Names, RENAME_ONE, SourcePath, Validator, noun};
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
        Names::of(validator, &root, noun::SCENE, specs);
        for (index, (name, spec)) in specs.0.iter().enumerate() {
            let at = root.entry(index, name);
            if let Some(Target::Ending(_)) = self.targets.get(name.as_str()) {
                let message =
                    both!("a scene and an ending are named \"{name}\"", "有一个场景和一个结局都叫 \"{name}\"");
                validator.error(Code::DUPLICATE, &at, message, RENAME_ONE);
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
            let help = Phrase::new("give it a choice, or make it an ending", "给它写一个选项，或者改成结局");
            let message = both!("the scene \"{name}\" has no choice", "场景 \"{name}\" 没有选项");
            validator.error(Code::STRUCTURE, at, message, help);
        }
        let mut choices: Vec<Choice> = Vec::with_capacity(spec.choices.len());
        let mut firsts: FxHashMap<&str, usize> = FxHashMap::default();
        for (index, choice) in spec.choices.iter().enumerate() {
            let here = root.item(index);
            let first = *firsts.entry(&choice.id).or_insert(index);
            if first < index {
                let message = both!(
                    "two choices of \"{name}\" are named \"{id}\"",
                    "\"{name}\" 里有两个选项都叫 \"{id}\"",
                    id = choice.id
                );
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
                    let message = Phrase::new("a requirement is due twice", "一条要求写了两次该做");
                    let help = Phrase::new(
                        "keep one line, and join the conditions with `or`",
                        "留一行，两个条件用 `or` 连起来",
                    );
                    let diagnostic = Diagnostic::error(Code::DUPLICATE, source.place(&at), message).help(help);
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
            let help = Phrase::new(
                "it is a permission or a plain prohibition; remove the line (it can be broken all the same)",
                "它是许可或者单纯的禁止；删掉这一行（照样可以违反它）",
            );
            let message = both!("{id} is never due", "{id} 从来不算该做", id = requirement.id);
            validator.error(Code::NATURE, at, message, help);
        }
        let general_of = |id: RequirementId| standard.requirement(id).instance_of;
        let is_twin =
            |other: &&Due| general_of(other.requirement) == Some(id) || general_of(id) == Some(other.requirement);
        if let Some(other) = self.parts.due.iter().find(is_twin) {
            let other = &standard.requirement(other.requirement).id;
            let message = both!(
                "{id} and {other} ask for one act: one is an instance of the other",
                "{id} 和 {other} 要的是同一件事：一条是另一条的特例",
                id = requirement.id
            );
            let help = Phrase::new("keep the one that this scenario means", "留下这个情景要练的那一条");
            validator.error(Code::TWINS, at, message, help);
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
                let help =
                    Phrase::new("what is critical holds always; remove this line", "红线任何时候都不让；删掉这一行");
                let message = Phrase::new("a critical requirement never yields", "红线不能给别的规则让路");
                validator.error(Code::STRUCTURE, &at.field("requirement"), message, help);
            }
            let origin = Origin { file: self.file(), index };
            self.parts.yields.push(Yield { requirement, to, when, because, origin });
        }
    }
}

fn named_twice(validator: &mut Validator, at: &SourcePath, first: &SourcePath, message: Bilingual) {
    validator.record(|source| {
        let diagnostic = Diagnostic::error(Code::DUPLICATE, source.place(&at.field("id")), message);
        diagnostic.help(RENAME_ONE).also(source.place(&first.field("id")))
    });
}
