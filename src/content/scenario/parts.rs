//! Proving the scenes of one file: lines, choices, and the ways between them.

use super::compile::FileScope;
use super::condition_syntax::{duration, time_of_day};
use super::spec::{ChoiceSpec, LineSpec, SceneSpec, YieldSpec};
use super::{
    Call, Choice, Due, Ending, EndingId, Exit, FragmentId, Line, Origin, Scene, SceneId, SiteId, Slot, SourceFile,
    SpeakerId, Takes, Target, Yield,
};
use crate::base::bits::Layout;
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::text::Text;
use crate::content::notation::{LocalizedSpec, Named, Names, SourcePath, Validator};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a choice takes when nothing is said.
const TAKES: u32 = 10;

/// What the scenes of one file may name, and where their lines and call sites are collected.
pub(super) struct BodyValidator<'p> {
    pub view: FileScope<'p>,
    /// Scenes and endings that `goto` may name.
    pub targets: FxHashMap<&'p str, Target>,
    pub fragments: &'p FxHashMap<&'p str, FragmentId>,
    pub speakers: &'p FxHashMap<&'p str, SpeakerId>,
    pub slots: &'p dyn Fn(&str) -> bool,
    /// The fragment that these scenes belong to, if any.
    pub within: Option<FragmentId>,
    pub clock_start: u32,
    pub layout: &'p mut Layout,
    pub parts: &'p mut ScenarioParts,
}

/// What has been proven of all files so far.
#[derive(Default)]
pub(super) struct ScenarioParts {
    pub scenes: Vec<Scene>,
    pub endings: Vec<Ending>,
    pub lines: Vec<Line>,
    pub due: Vec<Due>,
    pub yields: Vec<Yield>,
    /// By fragment: from where it is called, and the way on after it.
    pub sites: Vec<Vec<(SceneId, Exit)>>,
    /// The slots that fragments bring.
    pub slots: Vec<Slot>,
    /// What is wrong with the fragments.
    pub diagnostics: Vec<Diagnostic>,
}

impl ScenarioParts {
    pub(super) fn new(fragments: usize) -> ScenarioParts {
        ScenarioParts { sites: vec![Vec::new(); fragments], ..ScenarioParts::default() }
    }
}

/// What a scenario and a fragment have in common.
pub(super) struct Body<'b> {
    pub due: &'b [String],
    pub remedy: &'b [String],
    pub yields: &'b [YieldSpec],
    pub scenes: &'b Named<SceneSpec>,
}

impl BodyValidator<'_> {
    fn text(&self, validator: &mut Validator, at: &SourcePath, words: &LocalizedSpec) -> Text {
        validator.text(at, words, &|name| (self.slots)(name) || self.view.shows(name))
    }

    /// Proves the body of a file.
    pub(super) fn body(&mut self, validator: &mut Validator, body: &Body) {
        self.due(validator, "due", false, body.due);
        self.due(validator, "remedy", true, body.remedy);
        self.yields(validator, body.yields);
        self.scenes(validator, body.scenes);
    }

    /// Which file of the scenario this is.
    fn file(&self) -> SourceFile {
        self.within.map_or(SourceFile::Own, SourceFile::Fragment)
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
            let id = SceneId::from_index(self.parts.scenes.len()).expect("`limits` has counted the scenes");
            let origin = Origin { file: self.file(), index };
            let scene = self.scene(validator, &at, name, (id, origin), spec);
            self.parts.scenes.push(scene);
        }
    }

    pub(super) fn lines(&mut self, validator: &mut Validator, at: &SourcePath, specs: &[LineSpec]) -> Range<usize> {
        let from = self.parts.lines.len();
        for (index, spec) in specs.iter().enumerate() {
            let at = at.item(index);
            let by = spec.by.as_deref().and_then(|name| {
                let found = self.speakers.get(name).copied();
                if found.is_none() {
                    validator.unknown(&at.field("by"), "speaker", name, self.speakers.keys().copied());
                }
                found
            });
            let how = spec.how.as_ref().map(|how| self.text(validator, &at.field("how"), how));
            let text = self.text(validator, &at.field("text"), &spec.text);
            let when = self.view.optional(validator, &at.field("when"), spec.when.as_deref());
            self.parts.lines.push(Line { by, how, text, when });
        }
        from..self.parts.lines.len()
    }

    fn scene(
        &mut self,
        validator: &mut Validator,
        at: &SourcePath,
        name: &str,
        (id, origin): (SceneId, Origin),
        spec: &SceneSpec,
    ) -> Scene {
        let place = spec.place.as_ref().map(|place| self.text(validator, &at.field("place"), place));
        let lines = self.lines(validator, &at.field("lines"), &spec.lines);
        let again = self.lines(validator, &at.field("again"), &spec.again);
        let root = at.field("choices");
        if spec.choices.is_empty() {
            let help = "give it a choice, or make it an ending";
            validator.error(Code::STRUCTURE, at, format!("the scene \"{name}\" has no choice"), help);
        }
        let mut choices: Vec<Choice> = Vec::with_capacity(spec.choices.len());
        for (index, choice) in spec.choices.iter().enumerate() {
            let here = root.item(index);
            if let Some(first) = spec.choices[..index].iter().position(|other| other.id == choice.id) {
                let message = format!("two choices of \"{name}\" are named \"{}\"", choice.id);
                let first = validator.source.place(&root.item(first).field("id"));
                let diagnostic = Diagnostic::error(Code::DUPLICATE, validator.source.place(&here.field("id")), message);
                validator.diagnostics.push(diagnostic.help("rename one of them").also(first));
            }
            choices.push(self.choice(validator, &here, id, choice));
        }
        let name =
            if self.view.fragment.is_empty() { name.into() } else { format!("{}/{name}", self.view.fragment).into() };
        Scene { name, place, lines, again, choices, origin }
    }

    fn choice(&mut self, validator: &mut Validator, at: &SourcePath, scene: SceneId, spec: &ChoiceSpec) -> Choice {
        validator.identifier(&at.field("id"), "choice", &spec.id);
        let view = self.view;
        let text = self.text(validator, &at.field("text"), &spec.text);
        let when = view.optional(validator, &at.field("when"), spec.when.as_deref());
        let locks = at.field("locked");
        let locks = spec.locked.iter().enumerate().map(|(index, lock)| {
            let at = locks.item(index);
            let when = view.condition(validator, &at.field("when"), &lock.when);
            (when, self.text(validator, &at.field("reason"), &lock.reason))
        });
        let locks = locks.collect();
        let mut marks = |field, texts: &[String]| {
            let root = at.field(field);
            let read = |(index, text): (usize, &String)| view.mark(validator, &root.item(index), text);
            texts.iter().enumerate().filter_map(read).collect::<Vec<_>>()
        };
        let (mut meets, breaks) = (marks("meets", &spec.meets), marks("breaks", &spec.breaks));
        let standard = view.scope.standard;
        // The rows of one choice count in the order of their rank.
        meets.sort_by_key(|mark| (standard.requirement(mark.requirement).rank, mark.requirement));
        let effects = at.field("effects");
        let effects = spec
            .effects
            .iter()
            .enumerate()
            .filter_map(|(n, text)| view.effect(validator, &effects.item(n), text))
            .collect();
        let reveal = self.reveal(validator, &at.field("reveal"), &spec.reveal);
        let reply = self.lines(validator, &at.field("reply"), &spec.reply);
        let feedback = self.feedback(validator, at, spec);
        let takes = self.takes(validator, at, spec);
        let exit = self.exit(validator, at, spec);
        let call = spec.call.as_ref().and_then(|name| self.call(validator, &at.field("call"), scene, name, &exit));
        Choice {
            id: spec.id.as_str().into(),
            kind: spec.kind,
            text,
            when,
            locks,
            once: spec.once.then(|| self.layout.field(1)),
            takes,
            effects,
            reveal,
            meets,
            breaks,
            reply,
            feedback,
            call,
            exit,
        }
    }

    fn reveal(&self, validator: &mut Validator, at: &SourcePath, names: &[String]) -> Vec<super::ChanceId> {
        let mut ids = Vec::new();
        for (index, name) in names.iter().enumerate() {
            match self.view.chance(name) {
                Some(id) => ids.push(id),
                None => {
                    validator.unknown(
                        &at.item(index),
                        "chance",
                        name,
                        self.view.scope.chances.iter().map(|c| &*c.name),
                    );
                }
            }
        }
        ids
    }

    fn feedback(&self, validator: &mut Validator, at: &SourcePath, spec: &ChoiceSpec) -> Vec<(super::Condition, Text)> {
        let mut feedback = Vec::new();
        let root = at.field("feedback_when");
        for (index, given) in spec.feedback_when.iter().enumerate() {
            let at = root.item(index);
            let when = self.view.condition(validator, &at.field("when"), &given.when);
            feedback.push((when, self.text(validator, &at.field("text"), &given.text)));
        }
        if let Some(words) = &spec.feedback {
            feedback.push((super::Condition::Always, self.text(validator, &at.field("feedback"), words)));
        }
        feedback
    }

    fn takes(&self, validator: &mut Validator, at: &SourcePath, spec: &ChoiceSpec) -> Takes {
        match (&spec.takes, &spec.until) {
            (None, None) => return Takes::Seconds(TAKES),
            (Some(text), None) => {
                if let Some(seconds) = duration(text).filter(|seconds| *seconds > 0) {
                    return Takes::Seconds(seconds);
                } else {
                    let help = "write 30s, 2m or 1m30s; at least 1s, at most a day";
                    validator.error(Code::NUMBER, &at.field("takes"), format!("\"{text}\" is no duration"), help);
                }
            }
            (None, Some(text)) => {
                if let Some(time) = time_of_day(text).filter(|time| *time > self.clock_start) {
                    return Takes::Until(time);
                } else {
                    let help = "write a time such as 09:59, after the scenario's start";
                    validator.error(
                        Code::NUMBER,
                        &at.field("until"),
                        format!("nobody can wait until \"{text}\""),
                        help,
                    );
                }
            }
            (Some(_), Some(_)) => {
                validator.error(
                    Code::STRUCTURE,
                    &at.field("until"),
                    "a choice has both `takes` and `until`",
                    "keep one of them",
                );
            }
        }
        Takes::Seconds(TAKES)
    }

    fn exit(&self, validator: &mut Validator, at: &SourcePath, spec: &ChoiceSpec) -> Exit {
        let root = at.field("routes");
        let mut routes = Vec::new();
        for (index, route) in spec.routes.iter().enumerate() {
            let at = root.item(index);
            let when = self.view.condition(validator, &at.field("when"), &route.when);
            routes.push((when, self.target(validator, &at.field("goto"), &route.goto)));
        }
        let goto = match (&spec.goto, spec.returns, self.within) {
            (Some(_), true, _) => {
                validator.error(
                    Code::STRUCTURE,
                    &at.field("goto"),
                    "a choice has both `goto` and `returns`",
                    "keep one of them",
                );
                Target::Stay
            }
            (None, true, None) => {
                let help = "only the choices of a fragment return; use `goto`";
                validator.error(Code::STRUCTURE, &at.field("returns"), "a choice of the scenario itself returns", help);
                Target::Stay
            }
            (Some(name), false, _) => self.target(validator, &at.field("goto"), name),
            (None, true, Some(fragment)) => Target::Return(fragment),
            (None, false, _) => Target::Stay,
        };
        Exit { routes, goto }
    }

    fn target(&self, validator: &mut Validator, at: &SourcePath, name: &str) -> Target {
        self.targets.get(name).copied().unwrap_or_else(|| {
            validator.unknown(at, "scene or ending", name, self.targets.keys().copied());
            Target::Stay
        })
    }

    fn call(
        &mut self,
        validator: &mut Validator,
        at: &SourcePath,
        scene: SceneId,
        name: &str,
        exit: &Exit,
    ) -> Option<Call> {
        let Some(fragment) = self.fragments.get(name).copied() else {
            validator.unknown(at, "fragment in `fragments`", name, self.fragments.keys().copied());
            return None;
        };
        let sites = &mut self.parts.sites[fragment.index()];
        let site = SiteId::from_index(sites.len()).expect("`limits` has counted the calls");
        sites.push((scene, exit.clone()));
        Some(Call { fragment, site })
    }

    /// The `due` or `remedy` lines of a file.
    fn due(&mut self, validator: &mut Validator, field: &str, remedy: bool, texts: &[String]) {
        let root = SourcePath::FILE.field(field);
        for (index, text) in texts.iter().enumerate() {
            let at = root.item(index);
            let Some(mark) = self.view.mark(validator, &at, text) else { continue };
            if let Some(earlier) = self.parts.due.iter().find(|earlier| earlier.requirement == mark.requirement) {
                let place = validator.source.place(&at);
                let diagnostic = Diagnostic::error(Code::DUPLICATE, place, "a requirement is due twice");
                let list = SourcePath::FILE;
                let list = list.field(if earlier.remedy { "remedy" } else { "due" });
                let first = validator.source.place(&list.item(earlier.origin.index));
                let first = (earlier.origin.file == self.file()).then_some(first);
                let diagnostic = diagnostic.help("keep one line, and join the conditions with `or`");
                validator.diagnostics.push(Diagnostic { also: first, ..diagnostic });
                continue;
            }
            let origin = Origin { file: self.file(), index };
            self.parts.due.push(Due { requirement: mark.requirement, when: mark.when, remedy, origin });
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
            if self.view.scope.standard.requirement(requirement).critical {
                let help = "what is critical holds always; remove this line";
                validator.error(Code::STRUCTURE, &at.field("requirement"), "a critical requirement never yields", help);
            }
            let origin = Origin { file: self.file(), index };
            self.parts.yields.push(Yield { requirement, to, when, because, origin });
        }
    }
}

/// What the scenes and endings of a file are called, and their numbers.
pub(super) fn targets<'t, S, E>(
    scenes: &'t Named<S>,
    first: usize,
    endings: &'t Named<E>,
) -> FxHashMap<&'t str, Target> {
    let endings = EndingId::enumerate(&endings.0).map(|(id, (name, _))| (name.as_str(), Target::Ending(id)));
    let ids = (first..).map_while(SceneId::from_index);
    let scenes = scenes.0.iter().zip(ids).map(|((name, _), id)| (name.as_str(), Target::Scene(id)));
    scenes.chain(endings).collect()
}
