//! From a part of a valid scenario back to its line, for diagnostics that only the whole can show.
//!
//! Keeping every place would cost each load more than everything else, so a part remembers only which file it came
//! from and as which entry.

use super::ids::{ChanceId, ChoiceId, EndingId, FragmentId, SceneId, VariableId};
use super::origin::SourceFile;
use super::texts::{LineOf, TextId};
use super::whole::Scenario;
use crate::base::diagnostic::Location;
use crate::base::text::Lang;
use crate::content::notation::{PathStep, Source};
use std::ops::Range;

/// A part of a scenario that a diagnostic can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceRef {
    /// The scenario, by its id.
    Whole,
    /// Its pass mark, or the scenario where none is written.
    PassMark,
    /// Its minutes.
    Minutes,
    /// A scene, at its name.
    Scene(SceneId),
    /// A choice, at its id.
    Choice(SceneId, ChoiceId),
    /// An ending, at its name.
    Ending(EndingId),
    /// A line of `due` or `remedy`, by its index in [`Scenario::due`].
    Due(usize),
    /// An entry of `yields`, by its index in [`Scenario::yields`].
    Yield(usize),
    /// An entry of `allow`, by its index in [`Scenario::allows`].
    Allow(usize),
    /// A variable, at its name.
    Variable(VariableId),
    /// A chance, at its name.
    Chance(ChanceId),
    /// A text, whole or in one language.
    Text(TextId, Option<Lang>),
}

/// The path to a part: its file, and the steps inside it.
struct PartPath<'s> {
    file: SourceFile,
    steps: Vec<PathStep<'s>>,
}

impl<'s> PartPath<'s> {
    fn new(file: SourceFile, steps: impl Into<Vec<PathStep<'s>>>) -> PartPath<'s> {
        PartPath { file, steps: steps.into() }
    }

    fn then<const N: usize>(mut self, more: [PathStep<'s>; N]) -> PartPath<'s> {
        self.steps.extend(more);
        self
    }
}

impl Scenario {
    /// The text of one of its files.
    pub fn source(&self, file: SourceFile) -> &Source {
        match file {
            SourceFile::Own => &self.sources[0],
            SourceFile::Fragment(id) => &self.sources[id.index() + 1],
        }
    }

    /// The place of a part in its source.
    pub fn place(&self, source_ref: SourceRef) -> Location {
        self.with_tag(source_ref, |file, steps| self.source(file).place_by(steps))
    }

    /// The place of some bytes of a text in one language.
    pub fn place_in(&self, text: TextId, lang: Lang, part: Range<usize>) -> Location {
        let source_ref = SourceRef::Text(text, Some(lang));
        self.with_tag(source_ref, |file, steps| self.source(file).place_inside(steps, part))
    }

    /// A language's tag lives only as long as its value, so the last step is taken here.
    fn with_tag(&self, source_ref: SourceRef, find: impl FnOnce(SourceFile, &[PathStep]) -> Location) -> Location {
        let PartPath { file, steps } = self.path(source_ref);
        if let SourceRef::Text(_, Some(lang)) = source_ref {
            find(file, &[&steps[..], &[PathStep::Key(lang.tag())]].concat())
        } else {
            find(file, &steps)
        }
    }

    fn path(&self, source_ref: SourceRef) -> PartPath<'_> {
        match source_ref {
            SourceRef::Whole => PartPath::new(SourceFile::Own, [PathStep::Field("id")]),
            SourceRef::PassMark => PartPath::new(SourceFile::Own, [PathStep::Field("pass_mark")]),
            SourceRef::Minutes => PartPath::new(SourceFile::Own, [PathStep::Field("minutes")]),
            SourceRef::Scene(id) => self.scene_path(id),
            SourceRef::Choice(scene, choice) => self.choice_path(scene, choice).then([PathStep::Field("id")]),
            SourceRef::Ending(id) => self.ending_path(id),
            SourceRef::Due(number) => {
                let due = &self.due[number];
                let list = if due.remedy { "remedy" } else { "due" };
                PartPath::new(due.origin.file, [PathStep::Field(list), PathStep::Item(due.origin.index)])
            }
            SourceRef::Yield(number) => {
                let origin = self.yields[number].origin;
                let steps = [PathStep::Field("yields"), PathStep::Item(origin.index), PathStep::Field("when")];
                PartPath::new(origin.file, steps)
            }
            SourceRef::Allow(number) => {
                let origin = self.allows[number].origin;
                PartPath::new(
                    origin.file,
                    [PathStep::Field("allow"), PathStep::Item(origin.index), PathStep::Field("code")],
                )
            }
            SourceRef::Variable(id) => self.named_path("variables", &self.variables[id.index()].name),
            SourceRef::Chance(id) => self.named_path("chance", &self.chances[id.index()].name),
            SourceRef::Text(text, _) => self.text_path(text),
        }
    }

    /// Something that a file declares by name; a fragment's things are named `fragment/name`.
    fn named_path<'s>(&'s self, list: &'static str, name: &'s str) -> PartPath<'s> {
        let (file, own) = match name.split_once('/') {
            Some((fragment, own)) => {
                let id = FragmentId::find(&self.fragments, |known| *known.name == *fragment);
                (id.map_or(SourceFile::Own, SourceFile::Fragment), own)
            }
            None => (SourceFile::Own, name),
        };
        PartPath::new(file, [PathStep::Field(list), PathStep::Name(own)])
    }

    fn scene_path(&self, id: SceneId) -> PartPath<'_> {
        let scene = self.scene(id);
        let own_name = scene.name.rsplit('/').next().unwrap_or_default();
        PartPath::new(scene.origin.file, [PathStep::Field("scenes"), PathStep::Entry(scene.origin.index, own_name)])
    }

    fn choice_path(&self, scene: SceneId, choice: ChoiceId) -> PartPath<'_> {
        self.scene_path(scene).then([PathStep::Field("choices"), PathStep::Item(choice.index())])
    }

    fn ending_path(&self, id: EndingId) -> PartPath<'_> {
        PartPath::new(SourceFile::Own, [PathStep::Field("endings"), PathStep::Entry(id.index(), &self.ending(id).name)])
    }

    fn text_path(&self, text: TextId) -> PartPath<'_> {
        let of = |field| PartPath::new(SourceFile::Own, [PathStep::Field(field)]);
        match text {
            TextId::Title => of("title"),
            TextId::Summary => of("summary"),
            TextId::Briefing => of("briefing"),
            TextId::Speaker(number) => of("speakers").then([PathStep::Name(&self.speakers[number.index()].name)]),
            TextId::Slot(number) => {
                let slot = &self.slots[number.index()];
                PartPath::new(
                    slot.file.unwrap_or(SourceFile::Own),
                    [PathStep::Field("slots"), PathStep::Name(&slot.name)],
                )
            }
            TextId::ScenePlace(scene) => self.scene_path(scene).then([PathStep::Field("place")]),
            TextId::Line(of, number) => self.line_path(of, number).then([PathStep::Field("text")]),
            TextId::How(of, number) => self.line_path(of, number).then([PathStep::Field("how")]),
            TextId::Choice(scene, choice) => self.choice_path(scene, choice).then([PathStep::Field("text")]),
            TextId::Lock(scene, choice, number) => {
                let lock = [PathStep::Field("locked"), PathStep::Item(number), PathStep::Field("reason")];
                self.choice_path(scene, choice).then(lock)
            }
            TextId::Feedback(scene, choice, number) => self.feedback_path(scene, choice, number),
            TextId::EndingTitle(ending) => self.ending_path(ending).then([PathStep::Field("title")]),
            TextId::Because(number) => {
                let origin = self.yields[number.index()].origin;
                PartPath::new(
                    origin.file,
                    [PathStep::Field("yields"), PathStep::Item(origin.index), PathStep::Field("because")],
                )
            }
        }
    }

    /// Feedback with conditions comes first; what stands last and always holds is the plain one.
    fn feedback_path(&self, scene: SceneId, choice: ChoiceId, number: usize) -> PartPath<'_> {
        let feedback = &self.scene(scene).choices[choice.index()].feedback;
        let plain = number + 1 == feedback.len() && feedback[number].0.is_always();
        let path = self.choice_path(scene, choice);
        if plain {
            path.then([PathStep::Field("feedback")])
        } else {
            path.then([PathStep::Field("feedback_when"), PathStep::Item(number), PathStep::Field("text")])
        }
    }

    fn line_path(&self, of: LineOf, number: usize) -> PartPath<'_> {
        let (path, list) = match of {
            LineOf::Scene(scene) => (self.scene_path(scene), "lines"),
            LineOf::Again(scene) => (self.scene_path(scene), "again"),
            LineOf::Reply(scene, choice) => (self.choice_path(scene, choice), "reply"),
            LineOf::Ending(ending) => (self.ending_path(ending), "lines"),
        };
        path.then([PathStep::Field(list), PathStep::Item(number)])
    }
}
