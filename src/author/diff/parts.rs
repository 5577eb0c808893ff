//! What came, went and was reworded between two versions, by name.

use crate::base::text::{Lang, Text};
use crate::content::scenario::{Choice, Line, Scenario};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Names that are in one version alone, in the order of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetDiff {
    /// Only in the new one.
    pub added: Vec<String>,
    /// Only in the old one.
    pub removed: Vec<String>,
}

/// The parts of a scenario, that one version alone has or tells otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartsDiff {
    /// By name.
    pub scenes: SetDiff,
    /// By name.
    pub endings: SetDiff,
    /// As `scene/choice`.
    pub choices: SetDiff,
    /// Title, summary, briefing, scenes, endings and choices that are in both and are told in other words, the feedback
    /// included.
    pub reworded: Vec<Reworded>,
}

/// A part that is told in other words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// By its name in the file, a choice as `scene/choice`.
    pub name: String,
    /// The languages in which it is, in their order; empty where it is so in all of them.
    pub only_in: Vec<Lang>,
}

impl PartsDiff {
    /// Compares the parts of two versions, name by name.
    pub fn between(old: &Scenario, new: &Scenario) -> PartsDiff {
        let (_, mut reworded) = compare(&cover(old), &cover(new));
        let (scenes, more) = compare(&scenes(old), &scenes(new));
        reworded.extend(more);
        let (endings, more) = compare(&endings(old), &endings(new));
        reworded.extend(more);
        let (choices, more) = compare(&choices(old), &choices(new));
        reworded.extend(more);
        PartsDiff { scenes, endings, choices, reworded }
    }

    /// Whether both have the same parts in the same words.
    pub fn is_nothing(&self) -> bool {
        let set = [&self.scenes, &self.endings, &self.choices];
        set.iter().all(|set| set.added.is_empty() && set.removed.is_empty()) && self.reworded.is_empty()
    }
}

/// What a part says, in all languages.
type Wording<'s> = Vec<&'s Text>;

fn compare(old: &BTreeMap<String, Wording>, new: &BTreeMap<String, Wording>) -> (SetDiff, Vec<Reworded>) {
    let alone = |these: &BTreeMap<String, Wording>, others: &BTreeMap<String, Wording>| {
        these.keys().filter(|name| !others.contains_key(*name)).cloned().collect::<Vec<_>>()
    };
    let in_both = old.iter().filter_map(|(name, said)| Some((name, said, new.get(name)?)));
    let reworded = in_both.filter(|(_, said, now)| said != now);
    let reworded = reworded.map(|(name, said, now)| Reworded { name: name.clone(), only_in: changed(said, now) });
    let reworded = reworded.collect();
    (SetDiff { added: alone(new, old), removed: alone(old, new) }, reworded)
}

/// The languages in which something is said otherwise; none where it is so in all of them.
fn changed(old: &Wording, new: &Wording) -> Vec<Lang> {
    let in_lang = |wording: &Wording| {
        let mut words: BTreeMap<Lang, Vec<String>> = BTreeMap::new();
        for (lang, said) in wording.iter().flat_map(|text| text.iter()) {
            words.entry(lang).or_default().push(said.to_owned());
        }
        words
    };
    let (old, new) = (in_lang(old), in_lang(new));
    let all: BTreeSet<Lang> = old.keys().chain(new.keys()).copied().collect();
    let changed: Vec<Lang> = all.iter().copied().filter(|lang| old.get(lang) != new.get(lang)).collect();
    if changed.len() == all.len() { Vec::new() } else { changed }
}

fn lines<'s>(scenario: &'s Scenario, range: &Range<usize>) -> impl Iterator<Item = &'s Text> + use<'s> {
    let lines: &[Line] = &scenario.lines[range.clone()];
    lines.iter().flat_map(|line| line.how.iter().chain([&line.text]))
}

/// What is read before the first scene.
fn cover(scenario: &Scenario) -> BTreeMap<String, Wording<'_>> {
    let said = [("title", &scenario.title), ("summary", &scenario.summary), ("briefing", &scenario.briefing)];
    said.into_iter().map(|(name, words)| (name.to_owned(), vec![words])).collect()
}

fn scenes(scenario: &Scenario) -> BTreeMap<String, Wording<'_>> {
    let scenes = scenario.scenes.iter().map(|scene| {
        let all = scene.place.iter().chain(lines(scenario, &scene.lines)).chain(lines(scenario, &scene.again));
        (scene.name.to_string(), all.collect())
    });
    scenes.collect()
}

fn endings(scenario: &Scenario) -> BTreeMap<String, Wording<'_>> {
    let endings = scenario.endings.iter().map(|ending| {
        let all = [&ending.title].into_iter().chain(lines(scenario, &ending.lines));
        (ending.name.to_string(), all.collect())
    });
    endings.collect()
}

fn choices(scenario: &Scenario) -> BTreeMap<String, Wording<'_>> {
    let all = scenario.scenes.iter().flat_map(|scene| scene.choices.iter().map(move |choice| (scene, choice)));
    all.map(|(scene, choice)| (format!("{}/{}", scene.name, choice.id), told(scenario, choice))).collect()
}

fn told<'s>(scenario: &'s Scenario, choice: &'s Choice) -> Wording<'s> {
    let locks = choice.locks.iter().map(|(_, reason)| reason);
    let feedback = choice.feedback.iter().map(|(_, words)| words);
    [&choice.text].into_iter().chain(locks).chain(lines(scenario, &choice.reply)).chain(feedback).collect()
}
