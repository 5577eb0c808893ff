//! Whether an utterance has the parts that a requirement prescribes.

use super::parts::Element;
use super::utterance::Utterance;
use crate::base::text::{fill_slots, slots};

/// The slot that stands for the learner's own name.
pub const PLAYER_SLOT: &str = "player";

/// What is known of a slot when an utterance is searched for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotValue<'v> {
    /// Its words in the utterance's language; times and long numbers count in any writing.
    Words(&'v str),
    /// It has a value that is not known yet: only the slot itself (`{player}`) shows it.
    Open,
    /// Some time of day.
    AnyTime,
    /// Nothing is known, so whatever is said may be it.
    Unknown,
}

impl Element {
    /// The slots that show it, by name: its own, and those in its words.
    pub fn slots(&self) -> impl Iterator<Item = &str> {
        let words = self.says.iter().flat_map(|(_, list)| list);
        let inside = words.flat_map(|words| slots(words).unwrap_or_default());
        self.slot.as_deref().into_iter().chain(inside)
    }

    /// Whether the utterance has this part: any of its words, or the value of its slot, of which `value` tells by name. Its
    /// words may name slots themselves (`is that {customer}`). What has no words in the utterance's language and no slot
    /// cannot be told, and counts as said.
    pub fn is_said<'v>(&self, utterance: &Utterance, value: impl Fn(&str) -> SlotValue<'v>) -> bool {
        let list = self.says.iter().find(|(lang, _)| *lang == utterance.lang()).map(|(_, list)| list);
        let has = |words: &str| utterance.has(words) || words.contains('{') && utterance.has(&filled(words, &value));
        if list.is_some_and(|list| list.iter().any(|words| has(words))) {
            return true;
        }
        match &self.slot {
            Some(slot) => fills(utterance, slot, value(slot)),
            None => list.is_none(),
        }
    }
}

/// The words with the slots filled in whose value is known.
fn filled<'v>(words: &str, value: impl Fn(&str) -> SlotValue<'v>) -> String {
    let mut out = String::new();
    fill_slots(words, &mut out, |name, out| match value(name) {
        SlotValue::Words(words) => {
            out.push_str(words);
            true
        }
        SlotValue::Open | SlotValue::AnyTime | SlotValue::Unknown => false,
    });
    out
}

fn fills(utterance: &Utterance, slot: &str, value: SlotValue) -> bool {
    let itself = |name: &str| utterance.has(&format!("{{{name}}}"));
    itself(slot)
        || match value {
            SlotValue::Words(words) => {
                utterance.has(words) || utterance.has_times_of(words) || utterance.has_digits_of(words)
            }
            SlotValue::Open => false,
            SlotValue::AnyTime => utterance.has_time() || itself("time") || itself("appointment"),
            SlotValue::Unknown => true,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::{Lang, Text};

    fn en() -> Lang {
        Lang::new("en").expect("a tag")
    }

    fn element(says: &[&str], slot: Option<&str>) -> Element {
        let words = says.iter().map(|words| (*words).into()).collect();
        let says = if says.is_empty() { vec![] } else { vec![(en(), words)] };
        Element { name: Text::default(), says, slot: slot.map(Into::into) }
    }

    fn said(element: &Element, words: &str, value: SlotValue) -> bool {
        element.is_said(&Utterance::new(en(), words), |_| value)
    }

    #[test]
    fn any_of_the_words_shows_a_part() {
        let thanks = element(&["thank you", "thanks"], None);
        assert!(said(&thanks, "Thanks!", SlotValue::Unknown));
        assert!(!said(&thanks, "Lovely.", SlotValue::Unknown));
    }

    #[test]
    fn words_may_name_a_slot() {
        let asked = element(&["is that {customer}"], None);
        assert!(said(&asked, "Is that Ms Lin?", SlotValue::Words("Ms Lin")));
        assert!(!said(&asked, "Is that convenient?", SlotValue::Words("Ms Lin")));
        assert!(said(&asked, "Is that {customer}?", SlotValue::Open));
    }

    #[test]
    fn a_slot_is_shown_by_its_value_or_by_itself() {
        let hour = element(&[], Some("hour"));
        assert!(said(&hour, "at ten o'clock", SlotValue::Words("10:00")));
        assert!(!said(&hour, "at eleven o'clock", SlotValue::Words("10:00")));
        assert!(said(&hour, "at {hour}", SlotValue::Open));
        assert!(!said(&hour, "tomorrow", SlotValue::Open));
        assert!(said(&hour, "at three o'clock", SlotValue::AnyTime));
        assert!(said(&hour, "at {appointment}", SlotValue::AnyTime));
        assert!(said(&hour, "whenever", SlotValue::Unknown));
    }

    #[test]
    fn what_a_language_has_no_words_for_counts_as_said() {
        assert!(said(&element(&[], None), "anything", SlotValue::Unknown));
    }
}
