//! From a part of a proven scenario back to its line, for findings that only the whole can show.
//!
//! Keeping every place would cost each load more than everything else, so a part remembers only which file it came
//! from and as which entry.

use super::{ChanceId, ChoiceId, EndingId, LineOf, Scenario, SceneId, TextId, VariableId};
use crate::base::diagnostic::Location;
use crate::base::text::Lang;
use crate::content::notation::PathStep;
use std::ops::Range;

/// Where a part was written: the file (0 the scenario's own, then its fragments) and the entry's index there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    pub file: u16,
    pub index: u16,
}

/// A part of a scenario that a finding can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceRef {
    /// The scenario, by its id.
    Whole,
    /// Its pass mark, or the scenario where none is written.
    PassMark,
    Scene(SceneId),
    Choice(SceneId, ChoiceId),
    Ending(EndingId),
    /// A line of `due` or `remedy`, by its index in [`Scenario::due`].
    Due(usize),
    /// An entry of `allow`, by its index in [`Scenario::allows`].
    Allow(usize),
    Variable(VariableId),
    Chance(ChanceId),
    /// A text, whole or in one language.
    Text(TextId, Option<Lang>),
}

/// The way to a part: the number of its file, and the steps inside it.
type PartPath<'s> = (u16, Vec<PathStep<'s>>);

impl Scenario {
    /// The place of a part in its source.
    pub fn place(&self, source_ref: SourceRef) -> Location {
        self.with_tag(source_ref, |file, steps| self.sources[usize::from(file)].place_by(steps))
    }

    /// The place of some bytes of a text in one language.
    pub fn place_in(&self, text: TextId, lang: Lang, part: Range<usize>) -> Location {
        let source_ref = SourceRef::Text(text, Some(lang));
        self.with_tag(source_ref, |file, steps| self.sources[usize::from(file)].place_inside(steps, part))
    }

    /// A language's tag lives only as long as its value, so the last step is taken here.
    fn with_tag(&self, source_ref: SourceRef, find: impl FnOnce(u16, &[PathStep]) -> Location) -> Location {
        let (file, steps) = self.path(source_ref);
        match source_ref {
            SourceRef::Text(_, Some(lang)) => find(file, &[&steps[..], &[PathStep::Key(lang.tag())]].concat()),
            _ => find(file, &steps),
        }
    }

    fn path(&self, source_ref: SourceRef) -> PartPath<'_> {
        match source_ref {
            SourceRef::Whole => (0, vec![PathStep::Field("id")]),
            SourceRef::PassMark => (0, vec![PathStep::Field("pass_mark")]),
            SourceRef::Scene(id) => self.scene_path(id),
            SourceRef::Choice(scene, choice) => then(self.choice_path(scene, choice), [PathStep::Field("id")]),
            SourceRef::Ending(id) => self.ending_path(id),
            SourceRef::Due(number) => {
                let due = &self.due[number];
                let list = if due.remedy { "remedy" } else { "due" };
                (due.origin.file, vec![PathStep::Field(list), PathStep::Item(due.origin.index.into())])
            }
            SourceRef::Allow(number) => {
                let origin = self.allows[number].origin;
                (
                    origin.file,
                    vec![PathStep::Field("allow"), PathStep::Item(origin.index.into()), PathStep::Field("code")],
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
                let number = self.fragments.iter().position(|known| *known.name == *fragment);
                (number.map_or(0, |number| number as u16 + 1), own)
            }
            None => (0, name),
        };
        (file, vec![PathStep::Field(list), PathStep::Name(own)])
    }

    fn scene_path(&self, id: SceneId) -> PartPath<'_> {
        let scene = self.scene(id);
        let own_name = scene.name.rsplit('/').next().unwrap_or_default();
        (scene.origin.file, vec![PathStep::Field("scenes"), PathStep::Entry(scene.origin.index.into(), own_name)])
    }

    fn choice_path(&self, scene: SceneId, choice: ChoiceId) -> PartPath<'_> {
        then(self.scene_path(scene), [PathStep::Field("choices"), PathStep::Item(choice.index())])
    }

    fn ending_path(&self, id: EndingId) -> PartPath<'_> {
        (0, vec![PathStep::Field("endings"), PathStep::Entry(id.index(), &self.ending(id).name)])
    }

    fn text_path(&self, text: TextId) -> PartPath<'_> {
        let of = |field| (0, vec![PathStep::Field(field)]);
        match text {
            TextId::Title => of("title"),
            TextId::Summary => of("summary"),
            TextId::Briefing => of("briefing"),
            TextId::Speaker(number) => then(of("speakers"), [PathStep::Name(&self.speakers[usize::from(number)].name)]),
            TextId::Slot(number) => {
                let slot = &self.slots[usize::from(number)];
                (slot.file.unwrap_or(0), vec![PathStep::Field("slots"), PathStep::Name(&slot.name)])
            }
            TextId::ScenePlace(scene) => then(self.scene_path(scene), [PathStep::Field("place")]),
            TextId::Line(of, number) => then(self.line_path(of, number), [PathStep::Field("text")]),
            TextId::How(of, number) => then(self.line_path(of, number), [PathStep::Field("how")]),
            TextId::Choice(scene, choice) => then(self.choice_path(scene, choice), [PathStep::Field("text")]),
            TextId::Lock(scene, choice, number) => {
                let lock = [PathStep::Field("locked"), PathStep::Item(number.into()), PathStep::Field("reason")];
                then(self.choice_path(scene, choice), lock)
            }
            TextId::Feedback(scene, choice, number) => self.feedback_path(scene, choice, number),
            TextId::EndingTitle(ending) => then(self.ending_path(ending), [PathStep::Field("title")]),
            TextId::Because(number) => {
                let origin = self.yields[usize::from(number)].origin;
                (
                    origin.file,
                    vec![PathStep::Field("yields"), PathStep::Item(origin.index.into()), PathStep::Field("because")],
                )
            }
        }
    }

    /// Feedback with conditions comes first; what stands last and always holds is the plain one.
    fn feedback_path(&self, scene: SceneId, choice: ChoiceId, number: u16) -> PartPath<'_> {
        let feedback = &self.scene(scene).choices[choice.index()].feedback;
        let plain = usize::from(number) + 1 == feedback.len() && feedback[usize::from(number)].0.is_always();
        let path = self.choice_path(scene, choice);
        match plain {
            true => then(path, [PathStep::Field("feedback")]),
            false => {
                then(path, [PathStep::Field("feedback_when"), PathStep::Item(number.into()), PathStep::Field("text")])
            }
        }
    }

    fn line_path(&self, of: LineOf, number: u16) -> PartPath<'_> {
        let (path, list) = match of {
            LineOf::Scene(scene) => (self.scene_path(scene), "lines"),
            LineOf::Again(scene) => (self.scene_path(scene), "again"),
            LineOf::Reply(scene, choice) => (self.choice_path(scene, choice), "reply"),
            LineOf::Ending(ending) => (self.ending_path(ending), "lines"),
        };
        then(path, [PathStep::Field(list), PathStep::Item(number.into())])
    }
}

fn then<'s, const N: usize>((file, mut steps): PartPath<'s>, more: [PathStep<'s>; N]) -> PartPath<'s> {
    steps.extend(more);
    (file, steps)
}
