//! Proving the scenes of one file: lines, choices, and the ways between them.

use super::compile::View;
use super::condition::{duration, time_of_day};
use super::spec::{ChoiceSpec, LineSpec, SceneSpec, YieldSpec};
use super::{
    Call, Choice, Due, Ending, EndingId, Exit, FragmentId, Line, Origin, Scene, SceneId, Slot, Takes, Target, Yield,
};
use crate::base::bits::Layout;
use crate::base::diagnostic::{Code, Finding};
use crate::base::text::Text;
use crate::content::notation::{At, Draft, LocalizedSpec, Named, Names};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a choice takes when nothing is said.
const TAKES: u32 = 10;

/// What the scenes of one file may name, and where their lines and call sites are collected.
pub struct Parts<'p> {
    pub view: View<'p>,
    /// Scenes and endings that `goto` may name.
    pub targets: FxHashMap<&'p str, Target>,
    pub fragments: &'p FxHashMap<&'p str, FragmentId>,
    pub speakers: &'p FxHashMap<&'p str, u16>,
    pub slots: &'p dyn Fn(&str) -> bool,
    /// The fragment that these scenes belong to, if any.
    pub within: Option<FragmentId>,
    pub clock_start: u32,
    pub layout: &'p mut Layout,
    pub written: &'p mut Written,
}

/// What has been proven of all files so far.
#[derive(Default)]
pub struct Written {
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
    pub findings: Vec<Finding>,
}

impl Written {
    pub fn new(fragments: usize) -> Written {
        Written { sites: vec![Vec::new(); fragments], ..Written::default() }
    }
}

/// What a scenario and a fragment have in common.
pub struct Body<'b> {
    pub due: &'b [String],
    pub remedy: &'b [String],
    pub yields: &'b [YieldSpec],
    pub scenes: &'b Named<SceneSpec>,
}

impl Parts<'_> {
    fn text(&self, draft: &mut Draft, at: &At, words: &LocalizedSpec) -> Text {
        draft.text(at, words, &|name| (self.slots)(name) || self.view.shows(name))
    }

    /// Proves the body of a file.
    pub fn body(&mut self, draft: &mut Draft, body: &Body) {
        self.due(draft, "due", false, body.due);
        self.due(draft, "remedy", true, body.remedy);
        self.yields(draft, body.yields);
        self.scenes(draft, body.scenes);
    }

    /// Which file of the scenario this is: 0 its own, then its fragments.
    fn file(&self) -> u16 {
        self.within.map_or(0, |fragment| fragment.0 + 1)
    }

    fn scenes(&mut self, draft: &mut Draft, specs: &Named<SceneSpec>) {
        let root = At::FILE.field("scenes");
        Names::of(draft, &root, "scene", specs);
        for (index, (name, spec)) in specs.0.iter().enumerate() {
            let at = root.entry(index, name);
            if let Some(Target::Ending(_)) = self.targets.get(name.as_str()) {
                let message = format!("a scene and an ending are named \"{name}\"");
                draft.error(Code::DUPLICATE, &at, message, "rename one of them");
            }
            let id = SceneId(self.written.scenes.len() as u16);
            let origin = Origin { file: self.file(), index: index as u16 };
            let scene = self.scene(draft, &at, name, (id, origin), spec);
            self.written.scenes.push(scene);
        }
    }

    pub fn lines(&mut self, draft: &mut Draft, at: &At, specs: &[LineSpec]) -> Range<u32> {
        let from = self.written.lines.len() as u32;
        for (index, spec) in specs.iter().enumerate() {
            let at = at.item(index);
            let by = spec.by.as_deref().and_then(|name| {
                let found = self.speakers.get(name).copied();
                if found.is_none() {
                    draft.unknown(&at.field("by"), "speaker", name, self.speakers.keys().copied());
                }
                found
            });
            let how = spec.how.as_ref().map(|how| self.text(draft, &at.field("how"), how));
            let text = self.text(draft, &at.field("text"), &spec.text);
            let when = self.view.optional(draft, &at.field("when"), spec.when.as_deref());
            self.written.lines.push(Line { by, how, text, when });
        }
        from..self.written.lines.len() as u32
    }

    fn scene(
        &mut self,
        draft: &mut Draft,
        at: &At,
        name: &str,
        (id, origin): (SceneId, Origin),
        spec: &SceneSpec,
    ) -> Scene {
        let place = spec.place.as_ref().map(|place| self.text(draft, &at.field("place"), place));
        let lines = self.lines(draft, &at.field("lines"), &spec.lines);
        let again = self.lines(draft, &at.field("again"), &spec.again);
        let root = at.field("choices");
        if spec.choices.is_empty() {
            let help = "give it a choice, or make it an ending";
            draft.error(Code::STRUCTURE, at, format!("the scene \"{name}\" has no choice"), help);
        }
        let mut choices: Vec<Choice> = Vec::with_capacity(spec.choices.len());
        for (index, choice) in spec.choices.iter().enumerate() {
            let here = root.item(index);
            if let Some(first) = spec.choices[..index].iter().position(|other| other.id == choice.id) {
                let message = format!("two choices of \"{name}\" are named \"{}\"", choice.id);
                let first = draft.source.place(&root.item(first).field("id"));
                let finding = Finding::error(Code::DUPLICATE, draft.source.place(&here.field("id")), message);
                draft.findings.push(finding.help("rename one of them").also(first));
            }
            choices.push(self.choice(draft, &here, id, choice));
        }
        let name =
            if self.view.fragment.is_empty() { name.into() } else { format!("{}/{name}", self.view.fragment).into() };
        Scene { name, place, lines, again, choices, origin }
    }

    fn choice(&mut self, draft: &mut Draft, at: &At, scene: SceneId, spec: &ChoiceSpec) -> Choice {
        draft.identifier(&at.field("id"), "choice", &spec.id);
        let view = self.view;
        let text = self.text(draft, &at.field("text"), &spec.text);
        let when = view.optional(draft, &at.field("when"), spec.when.as_deref());
        let locks = at.field("locked");
        let locks = spec.locked.iter().enumerate().map(|(index, lock)| {
            let at = locks.item(index);
            let when = view.condition(draft, &at.field("when"), &lock.when);
            (when, self.text(draft, &at.field("reason"), &lock.reason))
        });
        let locks = locks.collect();
        let mut marks = |field, texts: &[String]| {
            let root = at.field(field);
            let read = |(index, text): (usize, &String)| view.mark(draft, &root.item(index), text);
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
            .filter_map(|(n, text)| view.effect(draft, &effects.item(n), text))
            .collect();
        let reveal = self.reveal(draft, &at.field("reveal"), &spec.reveal);
        let reply = self.lines(draft, &at.field("reply"), &spec.reply);
        let feedback = self.feedback(draft, at, spec);
        let takes = self.takes(draft, at, spec);
        let exit = self.exit(draft, at, spec);
        let call = spec.call.as_ref().and_then(|name| self.call(draft, &at.field("call"), scene, name, &exit));
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

    fn reveal(&self, draft: &mut Draft, at: &At, names: &[String]) -> Vec<super::ChanceId> {
        let mut ids = Vec::new();
        for (index, name) in names.iter().enumerate() {
            match self.view.chance(name) {
                Some(id) => ids.push(id),
                None => {
                    draft.unknown(&at.item(index), "chance", name, self.view.scope.chances.iter().map(|c| &*c.name))
                }
            }
        }
        ids
    }

    fn feedback(&self, draft: &mut Draft, at: &At, spec: &ChoiceSpec) -> Vec<(super::Condition, Text)> {
        let mut feedback = Vec::new();
        let root = at.field("feedback_when");
        for (index, given) in spec.feedback_when.iter().enumerate() {
            let at = root.item(index);
            let when = self.view.condition(draft, &at.field("when"), &given.when);
            feedback.push((when, self.text(draft, &at.field("text"), &given.text)));
        }
        if let Some(words) = &spec.feedback {
            feedback.push((super::Condition::Always, self.text(draft, &at.field("feedback"), words)));
        }
        feedback
    }

    fn takes(&self, draft: &mut Draft, at: &At, spec: &ChoiceSpec) -> Takes {
        match (&spec.takes, &spec.until) {
            (None, None) => return Takes::Seconds(TAKES),
            (Some(text), None) => match duration(text).filter(|seconds| *seconds > 0) {
                Some(seconds) => return Takes::Seconds(seconds),
                None => {
                    let help = "write 30s, 2m or 1m30s; at least 1s, at most a day";
                    draft.error(Code::NUMBER, &at.field("takes"), format!("\"{text}\" is no duration"), help);
                }
            },
            (None, Some(text)) => match time_of_day(text).filter(|time| *time > self.clock_start) {
                Some(time) => return Takes::Until(time),
                None => {
                    let help = "write a time such as 09:59, after the scenario's start";
                    draft.error(Code::NUMBER, &at.field("until"), format!("nobody can wait until \"{text}\""), help);
                }
            },
            (Some(_), Some(_)) => {
                draft.error(
                    Code::STRUCTURE,
                    &at.field("until"),
                    "a choice has both `takes` and `until`",
                    "keep one of them",
                );
            }
        }
        Takes::Seconds(TAKES)
    }

    fn exit(&self, draft: &mut Draft, at: &At, spec: &ChoiceSpec) -> Exit {
        let root = at.field("routes");
        let mut routes = Vec::new();
        for (index, route) in spec.routes.iter().enumerate() {
            let at = root.item(index);
            let when = self.view.condition(draft, &at.field("when"), &route.when);
            routes.push((when, self.target(draft, &at.field("goto"), &route.goto)));
        }
        let goto = match (&spec.goto, spec.returns, self.within) {
            (Some(_), true, _) => {
                draft.error(
                    Code::STRUCTURE,
                    &at.field("goto"),
                    "a choice has both `goto` and `returns`",
                    "keep one of them",
                );
                Target::Stay
            }
            (None, true, None) => {
                let help = "only the choices of a fragment return; use `goto`";
                draft.error(Code::STRUCTURE, &at.field("returns"), "a choice of the scenario itself returns", help);
                Target::Stay
            }
            (Some(name), false, _) => self.target(draft, &at.field("goto"), name),
            (None, true, Some(fragment)) => Target::Return(fragment),
            (None, false, _) => Target::Stay,
        };
        Exit { routes, goto }
    }

    fn target(&self, draft: &mut Draft, at: &At, name: &str) -> Target {
        self.targets.get(name).copied().unwrap_or_else(|| {
            draft.unknown(at, "scene or ending", name, self.targets.keys().copied());
            Target::Stay
        })
    }

    fn call(&mut self, draft: &mut Draft, at: &At, scene: SceneId, name: &str, exit: &Exit) -> Option<Call> {
        let Some(fragment) = self.fragments.get(name).copied() else {
            draft.unknown(at, "fragment in `fragments`", name, self.fragments.keys().copied());
            return None;
        };
        let sites = &mut self.written.sites[fragment.index()];
        sites.push((scene, exit.clone()));
        Some(Call { fragment, site: sites.len() as u16 - 1 })
    }

    /// The `due` or `remedy` lines of a file.
    fn due(&mut self, draft: &mut Draft, field: &str, remedy: bool, texts: &[String]) {
        let root = At::FILE.field(field);
        for (index, text) in texts.iter().enumerate() {
            let at = root.item(index);
            let Some(mark) = self.view.mark(draft, &at, text) else { continue };
            if let Some(earlier) = self.written.due.iter().find(|earlier| earlier.requirement == mark.requirement) {
                let place = draft.source.place(&at);
                let finding = Finding::error(Code::DUPLICATE, place, "a requirement is due twice");
                let list = At::FILE;
                let list = list.field(if earlier.remedy { "remedy" } else { "due" });
                let first = draft.source.place(&list.item(usize::from(earlier.origin.index)));
                let first = (earlier.origin.file == self.file()).then_some(first);
                let finding = finding.help("keep one line, and join the conditions with `or`");
                draft.findings.push(Finding { also: first, ..finding });
                continue;
            }
            let origin = Origin { file: self.file(), index: index as u16 };
            self.written.due.push(Due { requirement: mark.requirement, when: mark.when, remedy, origin });
        }
    }

    fn yields(&mut self, draft: &mut Draft, specs: &[YieldSpec]) {
        let root = At::FILE.field("yields");
        for (index, spec) in specs.iter().enumerate() {
            let at = root.item(index);
            let requirement = self.view.requirement(draft, &at.field("requirement"), &spec.requirement);
            let to = self.view.requirement(draft, &at.field("to"), &spec.to);
            let when = self.view.condition(draft, &at.field("when"), &spec.when);
            let because = self.text(draft, &at.field("because"), &spec.because);
            let (Some(requirement), Some(to)) = (requirement, to) else { continue };
            if self.view.scope.standard.requirement(requirement).critical {
                let help = "what is critical holds always; remove this line";
                draft.error(Code::STRUCTURE, &at.field("requirement"), "a critical requirement never yields", help);
            }
            let origin = Origin { file: self.file(), index: index as u16 };
            self.written.yields.push(Yield { requirement, to, when, because, origin });
        }
    }
}

/// What the scenes and endings of a file are called, and their numbers.
pub fn targets<'t, S, E>(scenes: &'t Named<S>, first: usize, endings: &'t Named<E>) -> FxHashMap<&'t str, Target> {
    let endings = endings.0.iter().zip(0..).map(|((name, _), n)| (name.as_str(), Target::Ending(EndingId(n))));
    let scenes = scenes.0.iter().zip(first..).map(|((name, _), n)| (name.as_str(), Target::Scene(SceneId(n as u16))));
    scenes.chain(endings).collect()
}
