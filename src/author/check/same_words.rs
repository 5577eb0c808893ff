//! Choices of one scene whose words are the same in some language, but for punctuation and capitals. Whether they ever
//! stand on one screen is seen in play.

use crate::base::text::Lang;
use crate::content::scenario::{ChoiceId, Scenario, Scene};

/// Two choices that read alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct LookAlikes {
    pub first: ChoiceId,
    pub second: ChoiceId,
    pub lang: Lang,
}

/// By scene: the pairs that read alike, each in the first language in which it does.
pub(super) fn look_alikes(scenario: &Scenario) -> Vec<Vec<LookAlikes>> {
    scenario.scenes.iter().map(|scene| of_scene(scenario, scene)).collect()
}

fn of_scene(scenario: &Scenario, scene: &Scene) -> Vec<LookAlikes> {
    let mut pairs: Vec<LookAlikes> = Vec::new();
    for lang in scenario.languages.iter().copied() {
        let mut seen: Vec<(String, ChoiceId)> = Vec::new();
        for (second, choice) in ChoiceId::enumerate(&scene.choices) {
            let own = letters(choice.text.in_lang(lang));
            for (_, first) in seen.iter().filter(|(other, _)| !own.is_empty() && *other == own) {
                let known = pairs.iter().any(|pair| (pair.first, pair.second) == (*first, second));
                if !known {
                    pairs.push(LookAlikes { first: *first, second, lang });
                }
            }
            seen.push((own, second));
        }
    }
    pairs
}

/// The letters and digits of some words, in lower case.
fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
