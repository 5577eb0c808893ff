//! What a search finds: something is meant when each word that was typed stands in one of its texts, in any language. Where
//! nothing has the words as they were typed, a slip of the keyboard is forgiven.

use crate::content::scenario::ScenarioHead;
use crate::content::standard::{RequirementId, Standard};
use strsim::osa_distance;

/// The words of a search.
#[derive(Clone, Debug, Default)]
pub struct Search {
    words: Vec<String>,
    forgives: bool,
}

/// From so many letters on a word may have one that is wrong, missing, too many, or changed places with the next.
const FORGIVEN: usize = 4;

impl Search {
    /// A search for what was typed.
    pub fn new(typed: &str) -> Search {
        Search { words: typed.to_lowercase().split_whitespace().map(str::to_owned).collect(), forgives: false }
    }

    /// Whether nothing is searched for: then everything is found.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a number may be meant.
    pub fn has_digits(&self) -> bool {
        self.words.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()))
    }

    /// What is found by these words as they are, or else with a slip in them.
    pub fn find<T>(self, find: impl Fn(&Search) -> Vec<T>) -> Vec<T> {
        let found = find(&self);
        if found.is_empty() { find(&Search { forgives: true, ..self }) } else { found }
    }

    /// Whether each word stands in one of these texts.
    pub fn is_in<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> bool {
        if self.is_empty() {
            return true;
        }
        let texts: Vec<String> = texts.into_iter().map(str::to_lowercase).collect();
        self.words.iter().all(|word| texts.iter().any(|text| text.contains(word) || self.nearly(word, text)))
    }

    fn nearly(&self, word: &str, text: &str) -> bool {
        let long_enough = self.forgives && word.chars().count() >= FORGIVEN;
        long_enough && text.split(|c: char| !c.is_alphanumeric()).any(|own| osa_distance(own, word) <= 1)
    }
}

/// By id, title or summary.
pub fn finds_scenario(head: &ScenarioHead, search: &Search) -> bool {
    let texts = head.title.iter().chain(head.summary.iter()).map(|(_, words)| words);
    search.is_in(texts.chain([&*head.id]))
}

/// By its words and facts, its section, and the ids and numbers by which it is cited.
pub fn finds_requirement(standard: &Standard, id: RequirementId, search: &Search) -> bool {
    let requirement = standard.requirement(id);
    let section = standard.section_of(id);
    let texts = requirement.text.iter().chain(section.title.iter()).map(|(_, words)| words);
    let facts = requirement.facts.iter().flat_map(|fact| fact.text.iter().map(|(_, words)| words));
    let printed = standard.clause_of(id).printed.iter().chain(section.printed.iter()).map(|(_, words)| words);
    search.is_in(texts.chain(facts).chain(printed).chain([&*requirement.id]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, texts: &[&str]) -> bool {
        !Search::new(typed).find(|search| Vec::from_iter(search.is_in(texts.iter().copied()).then_some(()))).is_empty()
    }

    #[test]
    fn several_words_may_stand_in_any_order_and_in_different_texts() {
        let texts = ["Ring the doorbell lightly, once.", "按门铃", "Calling at the door"];
        for typed in ["", "bell", "calling ring", "LIGHTLY door", "once 门铃"] {
            assert!(finds(typed, &texts), "{typed}");
        }
        for typed in ["hammer", "bell hammer", "敲"] {
            assert!(!finds(typed, &texts), "{typed}");
        }
    }

    #[test]
    fn a_slip_is_forgiven_in_a_long_word_and_only_where_nothing_is_spelt_so() {
        let texts = ["A complaint that goes higher"];
        for typed in ["complant", "complaitn", "higer compaint"] {
            assert!(finds(typed, &texts), "{typed}");
        }
        for typed in ["thx", "cmplant", "lower"] {
            assert!(!finds(typed, &texts), "{typed}");
        }
        let both = |search: &Search| ["rung", "ring"].into_iter().filter(|text| search.is_in([*text])).collect();
        assert_eq!(Search::new("ring").find::<&str>(both), ["ring"]);
    }
}
