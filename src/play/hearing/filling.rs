//! Words with slots in them, as they can be said: with the words of each slot, and with each other way to say it.

use super::pattern::readings;
use super::slot_value::SlotValue;
use crate::base::text::{fill_slots, slots};

/// A pattern with its slots filled in; nothing where no slot has a value. Of several slots one at a time is said another way.
pub(super) fn fillings<'v>(words: &str, value: &dyn Fn(&str) -> SlotValue<'v>) -> Vec<String> {
    let plain = filled(words, value, None);
    if plain == words {
        return Vec::new();
    }
    let mut all = vec![plain];
    for name in slots(words).unwrap_or_default() {
        let SlotValue::Words { forms, .. } = value(name) else { continue };
        if forms.is_empty() {
            continue;
        }
        for open in unnested(words, name) {
            all.extend(forms.iter().map(|form| filled(&open, value, Some((name, form)))));
        }
    }
    all
}

fn filled<'v>(words: &str, value: &dyn Fn(&str) -> SlotValue<'v>, form: Option<(&str, &str)>) -> String {
    let mut out = String::new();
    fill_slots(words, &mut out, |name, out| match (value(name), form) {
        (_, Some((own, form))) if own == name => {
            out.push_str(form);
            true
        }
        (SlotValue::Words { words, .. }, _) => {
            out.push_str(words);
            true
        }
        (SlotValue::Open | SlotValue::AnyTime | SlotValue::Unknown, _) => false,
    });
    out
}

/// The pattern with this slot in no group: other ways to say it have groups of their own, and groups do not nest.
fn unnested(words: &str, name: &str) -> Vec<String> {
    let slot = format!("{{{name}}}");
    let before = words.find(&slot).map_or("", |at| &words[..at]);
    let is_inside = before.rfind('(').is_some_and(|open| !before[open..].contains(')'));
    if !is_inside {
        return vec![words.to_owned()];
    }
    readings(words).into_iter().filter(|own| own.contains(&slot)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_filled_in_by_its_words_and_by_each_other_way_to_say_it() {
        let forms: [Box<str>; 2] = ["(mrs|miss) shen".into(), "old shen".into()];
        let value = |name: &str| match name {
            "customer" => SlotValue::Words { words: "Ms Shen", forms: &forms },
            "job" => SlotValue::words("the phone"),
            _ => SlotValue::Open,
        };
        let all = |words: &str| fillings(words, &value);
        assert_eq!(all("{customer}'s?"), ["Ms Shen's?", "(mrs|miss) shen's?", "old shen's?"]);
        assert_eq!(all("{player}"), [""; 0]);
        assert_eq!(all("{job} of {player}"), ["the phone of {player}"]);
        assert_eq!(all("(is|to) {customer}, {job}").last().map(String::as_str), Some("(is|to) old shen, the phone"));
        let nested = all("(home|{customer})");
        assert_eq!(nested, ["(home|Ms Shen)", "(mrs|miss) shen", "old shen"]);
    }
}
