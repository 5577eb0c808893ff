//! How many things of each kind a scenario may have, its fragments included: no more than there are ids for them.
//!
//! This is asked before anything is numbered. What comes after may therefore number without asking again.

use super::fragments::FragmentFile;
use crate::base::diagnostic::Code;
use crate::content::notation::{Named, SourcePath, Validator};
use crate::content::scenario::ids::{
    ChanceId, ChoiceId, EndingId, FragmentId, OutcomeId, SiteId, SlotId, SpeakerId, VariableId, YieldId,
};
use crate::content::scenario::spec::{ChoiceSpec, ScenarioSpec, SceneSpec};
use crate::content::scenario::whole::MAX_SCENES;
use rustc_hash::FxHashMap;

/// Tells what there is too much of, in the scenario as a whole and in its own file.
pub(super) fn check(validator: &mut Validator, spec: &ScenarioSpec, called: &[&FragmentFile]) {
    let sum = |own: usize, of: fn(&FragmentFile) -> usize| own + called.iter().map(|file| of(file)).sum::<usize>();
    let counts = [
        ("scenes", "scenes", sum(spec.scenes.0.len(), |file| file.spec.scenes.0.len()), MAX_SCENES),
        ("endings", "endings", spec.endings.0.len(), EndingId::LIMIT),
        (
            "variables",
            "variables",
            1 + sum(spec.variables.0.len(), |file| file.spec.variables.0.len()),
            VariableId::LIMIT,
        ),
        ("chance", "chances", sum(spec.chance.0.len(), |file| file.spec.chance.0.len()), ChanceId::LIMIT),
        ("fragments", "fragments", called.len(), FragmentId::LIMIT),
        ("speakers", "speakers", spec.speakers.0.len(), SpeakerId::LIMIT),
        ("slots", "slots", sum(spec.slots.0.len(), |file| file.spec.slots.0.len()), SlotId::LIMIT),
        ("yields", "yields", sum(spec.yields.len(), |file| file.spec.yields.len()), YieldId::LIMIT),
    ];
    for (field, what, count, most) in counts {
        too_many(validator, &SourcePath::FILE.field(field), what, (count, most), "split the scenario");
    }
    call_sites(validator, spec, called);
    parts(validator, &spec.scenes, &spec.chance);
}

/// Tells what the scenes and chances of one file have too many of.
pub(super) fn parts(validator: &mut Validator, scenes: &Named<SceneSpec>, chances: &Named<Named<u32>>) {
    let root = SourcePath::FILE.field("scenes");
    for (index, (name, scene)) in scenes.0.iter().enumerate() {
        let at = root.entry(index, name);
        let count = (scene.choices.len(), ChoiceId::LIMIT);
        too_many(validator, &at.field("choices"), "choices in one scene", count, "split the scene");
    }
    let root = SourcePath::FILE.field("chance");
    for (index, (name, outcomes)) in chances.0.iter().enumerate() {
        let count = (outcomes.0.len(), OutcomeId::LIMIT);
        too_many(
            validator,
            &root.entry(index, name),
            "outcomes of one chance",
            count,
            "join outcomes that mean the same",
        );
    }
}

/// How often each fragment is called; told where the scenario lists its fragments.
fn call_sites(validator: &mut Validator, spec: &ScenarioSpec, called: &[&FragmentFile]) {
    let mut calls: FxHashMap<&str, usize> = FxHashMap::default();
    let scenes = [&spec.scenes].into_iter().chain(called.iter().map(|file| &file.spec.scenes));
    for name in scenes.flat_map(choices).filter_map(|choice| choice.call.as_deref()) {
        *calls.entry(name).or_default() += 1;
    }
    for file in called {
        let count = (calls.get(file.spec.id.as_str()).copied().unwrap_or_default(), SiteId::LIMIT);
        let what = format!("calls of the fragment \"{}\"", file.spec.id);
        too_many(validator, &SourcePath::FILE.field("fragments"), &what, count, "split the scenario");
    }
}

fn choices(scenes: &Named<SceneSpec>) -> impl Iterator<Item = &ChoiceSpec> {
    scenes.0.iter().flat_map(|(_, scene)| &scene.choices)
}

fn too_many(validator: &mut Validator, at: &SourcePath, what: &str, (count, most): (usize, usize), help: &str) {
    if count > most {
        validator.error(Code::SIZE, at, format!("{count} {what}; at most {most}"), help);
    }
}
