//! Validating one file after the other: the scenario's own scenes and endings, then those of its fragments.

use super::body::{Body, BodyValidator, ScenarioParts, targets};
use super::declare::Declared;
use super::fragments::FragmentFile;
use super::scope::FileScope;
use super::shared_names::{SharedNames, own_slots};
use crate::content::notation::{Named, SourcePath, Validator, noun};
use crate::content::scenario::exit::Target;
use crate::content::scenario::ids::{FragmentId, SceneId};
use crate::content::scenario::origin::SourceFile;
use crate::content::scenario::scene::Ending;
use crate::content::scenario::whole::{Clock, Slot};
use std::collections::BTreeMap;

impl SharedNames<'_> {
    /// The scenario's own scenes and endings; where it starts.
    pub(super) fn scenario(
        &self,
        validator: &mut Validator,
        declared: &mut Declared,
        clock: &mut Clock,
        parts: &mut ScenarioParts,
    ) -> SceneId {
        let spec = self.spec;
        let mut places = targets(&spec.scenes, 0, &spec.endings);
        if let Some(Target::Ending(ending)) = places.get(spec.clock.timeout.as_str()) {
            clock.timeout = *ending;
        } else {
            let endings = spec.endings.0.iter().map(|(name, _)| name.as_str());
            let at = SourcePath::FILE.field("clock");
            validator.unknown(&at.field("timeout"), noun::ENDING, &spec.clock.timeout, endings);
        }
        let start = first_scene(validator, &mut places, &spec.start);
        let knows = |slot: &str| self.knows(slot);
        let mut bodies = BodyValidator {
            view: FileScope { scope: &declared.scope, fragment: "" },
            targets: places,
            fragments: &self.fragment_ids,
            speakers: &self.speaker_ids,
            slots: &knows,
            within: None,
            clock_start: clock.start,
            layout: &mut declared.layout,
            parts,
        };
        bodies.body(
            validator,
            &Body { due: &spec.due, remedy: &spec.remedy, yields: &spec.yields, scenes: &spec.scenes },
        );
        let root = SourcePath::FILE.field("endings");
        for (index, (name, ending)) in spec.endings.0.iter().enumerate() {
            let at = root.entry(index, name);
            let title = validator.text(&at.field("title"), &ending.title, &knows);
            let lines = bodies.lines(validator, &at.field("lines"), &ending.lines);
            bodies.parts.endings.push(Ending { name: name.as_str().into(), title, lines });
        }
        start
    }

    /// The scenes of a fragment; where it starts.
    pub(super) fn fragment(
        &self,
        file: &FragmentFile,
        id: FragmentId,
        declared: &mut Declared,
        clock: &Clock,
        parts: &mut ScenarioParts,
    ) -> SceneId {
        let (mut validator, spec) = (file.validator(self.spec), &file.spec);
        let own = own_slots(&mut validator, (&spec.slots, &spec.forms), &[]);
        let knows = |slot: &str| self.knows(slot) || own.iter().any(|known| *known.name == *slot);
        let no_endings = Named::<()>::default();
        let mut places = targets(&spec.scenes, parts.scenes.len(), &no_endings);
        let start = first_scene(&mut validator, &mut places, &spec.start);
        let mut bodies = BodyValidator {
            view: FileScope { scope: &declared.scope, fragment: &spec.id },
            targets: places,
            fragments: &self.fragment_ids,
            speakers: &self.speaker_ids,
            slots: &knows,
            within: Some(id),
            clock_start: clock.start,
            layout: &mut declared.layout,
            parts,
        };
        bodies.body(
            &mut validator,
            &Body { due: &spec.due, remedy: &spec.remedy, yields: &spec.yields, scenes: &spec.scenes },
        );
        parts.diagnostics.append(&mut validator.diagnostics);
        parts.slots.extend(own.into_iter().map(|slot| Slot::of(slot, Some(SourceFile::Fragment(id)))));
        start
    }
}

fn first_scene(validator: &mut Validator, places: &mut BTreeMap<&str, Target>, name: &str) -> SceneId {
    if let Some(Target::Scene(scene)) = places.get(name) {
        *scene
    } else {
        validator.unknown(&SourcePath::FILE.field("start"), noun::SCENE, name, places.keys().copied());
        SceneId::FIRST
    }
}
