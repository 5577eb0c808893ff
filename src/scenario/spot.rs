//! From a part of a proven scenario back to its line, for findings that only play can show.
//!
//! Keeping every place would cost each load more than everything else, so a part remembers only which file it came
//! from and as which entry.

use super::{ChoiceId, EndingId, Scenario, SceneId};
use crate::finding::Place;
use crate::notation::At;

/// Where a part was written: the file (0 the scenario's own, then its fragments) and the entry's index there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    pub file: u16,
    pub index: u16,
}

/// A part of a scenario that a finding can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    Whole,
    Scene(SceneId),
    Choice(SceneId, ChoiceId),
    Ending(EndingId),
    /// A line of `due` or `remedy`, by its index in [`Scenario::due`].
    Due(usize),
}

impl Scenario {
    /// The place of a part in its source.
    pub fn place(&self, spot: Spot) -> Place {
        let root = At::FILE;
        match spot {
            Spot::Whole => self.sources[0].place(&root.field("id")),
            Spot::Scene(id) => self.scene_place(id, None),
            Spot::Choice(id, choice) => self.scene_place(id, Some(choice)),
            Spot::Ending(id) => {
                let endings = root.field("endings");
                self.sources[0].place(&endings.entry(id.index(), &self.ending(id).name))
            }
            Spot::Due(number) => {
                let due = &self.due[number];
                let list = root.field(if due.remedy { "remedy" } else { "due" });
                self.sources[usize::from(due.origin.file)].place(&list.item(usize::from(due.origin.index)))
            }
        }
    }

    fn scene_place(&self, id: SceneId, choice: Option<ChoiceId>) -> Place {
        let scene = self.scene(id);
        let own_name = scene.name.rsplit('/').next().unwrap_or_default();
        let root = At::FILE;
        let scenes = root.field("scenes");
        let at = scenes.entry(usize::from(scene.origin.index), own_name);
        let source = &self.sources[usize::from(scene.origin.file)];
        match choice {
            None => source.place(&at),
            Some(choice) => source.place(&at.field("choices").item(choice.index()).field("id")),
        }
    }
}
