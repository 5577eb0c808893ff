//! The fragments that a scenario calls, directly or through others. None may call itself.

use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::both;
use crate::content::notation::{Named, Source, SourcePath, Validator, noun};
use crate::content::scenario::glossary::Glossary;
use crate::content::scenario::spec::{FragmentSpec, ScenarioSpec, SceneSpec};
use crate::content::standard::{Standard, ValuedSlot};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A fragment as typed, with the file it came from.
pub(in crate::content::scenario) struct FragmentFile {
    pub source: Source,
    pub spec: FragmentSpec,
}

impl FragmentFile {
    /// Begins to validate this file for one scenario: only the languages that the scenario speaks are asked of it.
    pub(super) fn validator(&self, scenario: &ScenarioSpec) -> Validator<'_> {
        let mut validator = Validator::new(&self.source, self.spec.format, &self.spec.languages);
        let own = std::mem::take(&mut validator.languages);
        validator.languages = scenario.languages.iter().map(|tag| tag.0).filter(|lang| own.contains(lang)).collect();
        validator
    }
}

/// What a scenario may lean on.
pub(in crate::content::scenario) struct PackContext<'s> {
    pub standard: &'s Standard,
    pub fragments: &'s BTreeMap<String, FragmentFile>,
    /// The words of the pack, for every scenario.
    pub slots: &'s [ValuedSlot],
    /// Names that no text may hold.
    pub never: &'s [String],
    /// Words that the pack does not use.
    pub glossary: &'s Arc<Glossary>,
}

/// The fragments that a scenario lists, and those that they call in turn; each comes before what it calls.
pub(super) fn called<'f>(
    validator: &mut Validator,
    spec: &ScenarioSpec,
    context: &PackContext<'f>,
) -> Vec<&'f FragmentFile> {
    let mut found: Vec<&FragmentFile> = Vec::new();
    let root = SourcePath::FILE.field("fragments");
    for (index, name) in spec.fragments.iter().enumerate() {
        let at = root.item(index);
        let Some(file) = context.fragments.get(name) else {
            validator.unknown(&at, noun::FRAGMENT, name, context.fragments.keys().map(String::as_str));
            continue;
        };
        let mut path = vec![file.spec.id.as_str()];
        if let Err(cycle) = gather(file, context, &mut path, &mut found) {
            let help = Phrase::new(
                "a fragment may call another, but never itself, not even by a detour",
                "片段可以调用别的片段，但不能调用自己，绕一圈回来也不行",
            );
            validator.error(
                Code::STRUCTURE,
                &at,
                both!("the fragment calls itself: {cycle}", "片段调用了自己：{cycle}"),
                help,
            );
        }
    }
    found
}

fn gather<'f>(
    file: &'f FragmentFile,
    context: &PackContext<'f>,
    path: &mut Vec<&'f str>,
    found: &mut Vec<&'f FragmentFile>,
) -> Result<(), String> {
    if !found.iter().any(|other| other.spec.id == file.spec.id) {
        found.push(file);
    }
    for inner in calls_of(&file.spec.scenes).filter_map(|name| context.fragments.get(name)) {
        let id = inner.spec.id.as_str();
        if path.contains(&id) {
            return Err(format!("{} → {id}", path.join(" → ")));
        }
        path.push(id);
        gather(inner, context, path, found)?;
        path.pop();
    }
    Ok(())
}

pub(super) fn calls_of(scenes: &Named<SceneSpec>) -> impl Iterator<Item = &str> {
    scenes.0.iter().flat_map(|(_, scene)| &scene.choices).filter_map(|choice| choice.call.as_deref())
}
