//! From a part of a proven scenario back to its line, for findings that only the whole can show.
//!
//! Keeping every place would cost each load more than everything else, so a part remembers only which file it came
//! from and as which entry.

use super::{ChanceId, ChoiceId, EndingId, LineOf, Scenario, SceneId, VariableId, Writing};
use crate::base::diagnostic::Place;
use crate::base::text::Lang;
use crate::content::notation::Step;
use std::ops::Range;

/// Where a part was written: the file (0 the scenario's own, then its fragments) and the entry's index there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    pub file: u16,
    pub index: u16,
}

/// A part of a scenario that a finding can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
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
    Text(Writing, Option<Lang>),
}

/// The way to a part: the number of its file, and the steps inside it.
type Way<'s> = (u16, Vec<Step<'s>>);

impl Scenario {
    /// The place of a part in its source.
    pub fn place(&self, spot: Spot) -> Place {
        self.with_tag(spot, |file, steps| self.sources[usize::from(file)].place_by(steps))
    }

    /// The place of some bytes of a text in one language.
    pub fn place_in(&self, writing: Writing, lang: Lang, part: Range<usize>) -> Place {
        let spot = Spot::Text(writing, Some(lang));
        self.with_tag(spot, |file, steps| self.sources[usize::from(file)].place_inside(steps, part))
    }

    /// A language's tag lives only as long as its value, so the last step is taken here.
    fn with_tag(&self, spot: Spot, find: impl FnOnce(u16, &[Step]) -> Place) -> Place {
        let (file, steps) = self.way(spot);
        match spot {
            Spot::Text(_, Some(lang)) => find(file, &[&steps[..], &[Step::Key(lang.tag())]].concat()),
            _ => find(file, &steps),
        }
    }

    fn way(&self, spot: Spot) -> Way<'_> {
        match spot {
            Spot::Whole => (0, vec![Step::Field("id")]),
            Spot::PassMark => (0, vec![Step::Field("pass_mark")]),
            Spot::Scene(id) => self.scene_way(id),
            Spot::Choice(scene, choice) => then(self.choice_way(scene, choice), [Step::Field("id")]),
            Spot::Ending(id) => self.ending_way(id),
            Spot::Due(number) => {
                let due = &self.due[number];
                let list = if due.remedy { "remedy" } else { "due" };
                (due.origin.file, vec![Step::Field(list), Step::Item(due.origin.index.into())])
            }
            Spot::Allow(number) => {
                let origin = self.allows[number].origin;
                (origin.file, vec![Step::Field("allow"), Step::Item(origin.index.into()), Step::Field("code")])
            }
            Spot::Variable(id) => self.named_way("variables", &self.variables[id.index()].name),
            Spot::Chance(id) => self.named_way("chance", &self.chances[id.index()].name),
            Spot::Text(writing, _) => self.text_way(writing),
        }
    }

    /// Something that a file declares by name; a fragment's things are named `fragment/name`.
    fn named_way<'s>(&'s self, list: &'static str, name: &'s str) -> Way<'s> {
        let (file, own) = match name.split_once('/') {
            Some((fragment, own)) => {
                let number = self.fragments.iter().position(|known| *known.name == *fragment);
                (number.map_or(0, |number| number as u16 + 1), own)
            }
            None => (0, name),
        };
        (file, vec![Step::Field(list), Step::Name(own)])
    }

    fn scene_way(&self, id: SceneId) -> Way<'_> {
        let scene = self.scene(id);
        let own_name = scene.name.rsplit('/').next().unwrap_or_default();
        (scene.origin.file, vec![Step::Field("scenes"), Step::Entry(scene.origin.index.into(), own_name)])
    }

    fn choice_way(&self, scene: SceneId, choice: ChoiceId) -> Way<'_> {
        then(self.scene_way(scene), [Step::Field("choices"), Step::Item(choice.index())])
    }

    fn ending_way(&self, id: EndingId) -> Way<'_> {
        (0, vec![Step::Field("endings"), Step::Entry(id.index(), &self.ending(id).name)])
    }

    fn text_way(&self, writing: Writing) -> Way<'_> {
        let of = |field| (0, vec![Step::Field(field)]);
        match writing {
            Writing::Title => of("title"),
            Writing::Summary => of("summary"),
            Writing::Briefing => of("briefing"),
            Writing::Speaker(number) => then(of("speakers"), [Step::Name(&self.speakers[usize::from(number)].name)]),
            Writing::Slot(number) => {
                let slot = &self.slots[usize::from(number)];
                (slot.file.unwrap_or(0), vec![Step::Field("slots"), Step::Name(&slot.name)])
            }
            Writing::Place(scene) => then(self.scene_way(scene), [Step::Field("place")]),
            Writing::Line(of, number) => then(self.line_way(of, number), [Step::Field("text")]),
            Writing::How(of, number) => then(self.line_way(of, number), [Step::Field("how")]),
            Writing::Choice(scene, choice) => then(self.choice_way(scene, choice), [Step::Field("text")]),
            Writing::Lock(scene, choice, number) => {
                let lock = [Step::Field("locked"), Step::Item(number.into()), Step::Field("reason")];
                then(self.choice_way(scene, choice), lock)
            }
            Writing::Feedback(scene, choice, number) => self.feedback_way(scene, choice, number),
            Writing::EndingTitle(ending) => then(self.ending_way(ending), [Step::Field("title")]),
            Writing::Because(number) => {
                let origin = self.yields[usize::from(number)].origin;
                (origin.file, vec![Step::Field("yields"), Step::Item(origin.index.into()), Step::Field("because")])
            }
        }
    }

    /// Feedback with conditions comes first; what stands last and always holds is the plain one.
    fn feedback_way(&self, scene: SceneId, choice: ChoiceId, number: u16) -> Way<'_> {
        let feedback = &self.scene(scene).choices[choice.index()].feedback;
        let plain = usize::from(number) + 1 == feedback.len() && feedback[usize::from(number)].0.is_always();
        let way = self.choice_way(scene, choice);
        match plain {
            true => then(way, [Step::Field("feedback")]),
            false => then(way, [Step::Field("feedback_when"), Step::Item(number.into()), Step::Field("text")]),
        }
    }

    fn line_way(&self, of: LineOf, number: u16) -> Way<'_> {
        let (way, list) = match of {
            LineOf::Scene(scene) => (self.scene_way(scene), "lines"),
            LineOf::Again(scene) => (self.scene_way(scene), "again"),
            LineOf::Reply(scene, choice) => (self.choice_way(scene, choice), "reply"),
            LineOf::Ending(ending) => (self.ending_way(ending), "lines"),
        };
        then(way, [Step::Field(list), Step::Item(number.into())])
    }
}

fn then<'s, const N: usize>((file, mut steps): Way<'s>, more: [Step<'s>; N]) -> Way<'s> {
    steps.extend(more);
    (file, steps)
}
