//! What a scenario and a fragment have in common, and what validating it needs and brings: texts, lines, names to go to.

use super::scope::FileScope;
use crate::base::bits::Layout;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Text;
use crate::content::notation::{LocalizedSpec, Named, SourcePath, Validator, noun};
use crate::content::scenario::due::{Due, Yield};
use crate::content::scenario::exit::{Exit, Target};
use crate::content::scenario::ids::{EndingId, FragmentId, SceneId, SpeakerId};
use crate::content::scenario::origin::SourceFile;
use crate::content::scenario::scene::{Ending, Line, Scene};
use crate::content::scenario::spec::{LineSpec, SceneSpec, YieldSpec};
use crate::content::scenario::whole::Slot;
use std::collections::BTreeMap;
use std::ops::Range;

/// What a scenario and a fragment have in common.
pub(super) struct Body<'b> {
    pub due: &'b [String],
    pub remedy: &'b [String],
    pub yields: &'b [YieldSpec],
    pub scenes: &'b Named<SceneSpec>,
}

/// What the scenes of one file may name, and where their lines and call sites are collected.
pub(super) struct BodyValidator<'p> {
    pub view: FileScope<'p>,
    /// Scenes and endings that `goto` may name.
    pub targets: BTreeMap<&'p str, Target>,
    pub fragments: &'p BTreeMap<&'p str, FragmentId>,
    pub speakers: &'p BTreeMap<&'p str, SpeakerId>,
    pub slots: &'p dyn Fn(&str) -> bool,
    /// The fragment that these scenes belong to, if any.
    pub within: Option<FragmentId>,
    pub clock_start: u32,
    pub layout: &'p mut Layout,
    pub parts: &'p mut ScenarioParts,
}

/// What is valid of all files so far.
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

impl BodyValidator<'_> {
    pub(super) fn text(&self, validator: &mut Validator, at: &SourcePath, words: &LocalizedSpec) -> Text {
        validator.text(at, words, &|name| (self.slots)(name) || self.view.shows(name))
    }

    /// Which file of the scenario this is.
    pub(super) fn file(&self) -> SourceFile {
        self.within.map_or(SourceFile::Own, SourceFile::Fragment)
    }

    pub(super) fn lines(&mut self, validator: &mut Validator, at: &SourcePath, specs: &[LineSpec]) -> Range<usize> {
        let from = self.parts.lines.len();
        for (index, spec) in specs.iter().enumerate() {
            let at = at.item(index);
            let by = spec.by.as_deref().and_then(|name| {
                let found = self.speakers.get(name).copied();
                if found.is_none() {
                    validator.unknown(&at.field("by"), noun::SPEAKER, name, self.speakers.keys().copied());
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
}

/// What the scenes and endings of a file are called, and their numbers.
pub(super) fn targets<'t, S, E>(
    scenes: &'t Named<S>,
    first: usize,
    endings: &'t Named<E>,
) -> BTreeMap<&'t str, Target> {
    let endings = EndingId::enumerate(&endings.0).map(|(id, (name, _))| (name.as_str(), Target::Ending(id)));
    let ids = (first..).map_while(SceneId::from_index);
    let scenes = scenes.0.iter().zip(ids).map(|((name, _), id)| (name.as_str(), Target::Scene(id)));
    scenes.chain(endings).collect()
}
