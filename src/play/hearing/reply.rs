//! A reply to a phrase: every part that its requirements prescribe, and what was heard of it.

use super::element::{ElementHeard, hear};
use super::slot_value::SlotValue;
use super::utterance::Utterance;
use crate::base::quantity::{Measure, quantities};
use crate::base::text::{Lang, Text, fill_slots};
use crate::content::phrases::SpokenPhrase;
use crate::content::standard::{Element, PLAYER_SLOT, RequirementId, Standard};

/// The longest reply that is listened to, in characters: more than a minute of talk.
pub const LONGEST_REPLY: usize = 600;

/// Why a reply was not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unheard {
    /// Nothing was said.
    Nothing,
    /// It is longer than [`LONGEST_REPLY`].
    TooLong,
    /// It is in another language than the one that is spoken.
    OtherLanguage,
}

/// A part and what was heard of it.
#[derive(Clone, Debug)]
pub struct ElementHearing {
    /// Whose part it is.
    pub requirement: RequirementId,
    /// What it is called.
    pub name: Text,
    /// What was heard of it.
    pub heard: ElementHeard,
}

/// A reply as it was heard.
#[derive(Clone, Debug)]
pub struct PhraseHearing {
    /// Every part, in the order of the requirements.
    pub elements: Vec<ElementHearing>,
}

impl PhraseHearing {
    /// Whether every part was said.
    pub fn is_whole(&self) -> bool {
        self.elements.iter().all(|own| own.heard == ElementHeard::Said)
    }

    /// Whether every part of one requirement was said.
    pub fn meets(&self, requirement: RequirementId) -> bool {
        self.elements.iter().filter(|own| own.requirement == requirement).all(|own| own.heard == ElementHeard::Said)
    }

    /// The parts that were not said, or spoiled.
    pub fn faults(&self) -> impl Iterator<Item = &ElementHearing> {
        self.elements.iter().filter(|own| own.heard != ElementHeard::Said)
    }
}

/// What a reply has of everything that a phrase asks for. Where the player's name is open, `{player}` itself stands for it.
///
/// # Errors
/// When there is nothing to judge.
pub fn hear_phrase(
    phrase: &SpokenPhrase,
    standard: &Standard,
    lang: Lang,
    player: SlotValue,
    reply: &str,
) -> Result<PhraseHearing, Unheard> {
    can_be_heard(lang, reply)?;
    let mut words = String::new();
    fill_slots(reply, &mut words, |name, out| {
        let text = phrase.slot(name).map(|text| text.in_lang(lang));
        out.push_str(text.unwrap_or_default());
        text.is_some()
    });
    let utterance = Utterance::new(lang, &words);
    let value = |name: &str| match phrase.find_slot(name) {
        Some(slot) => SlotValue::Words { words: slot.text.in_lang(lang), forms: slot.forms.in_lang(lang) },
        None if name == PLAYER_SLOT => player,
        None => SlotValue::Unknown,
    };
    Ok(hear_rows(&phrase.requirements, standard, &utterance, &value))
}

/// What an utterance has of everything that these requirements prescribe together.
pub fn hear_rows<'v>(
    rows: &[RequirementId],
    standard: &Standard,
    utterance: &Utterance,
    value: &dyn Fn(&str) -> SlotValue<'v>,
) -> PhraseHearing {
    let of = |id: &RequirementId| standard.requirement(*id).elements.iter();
    let all: Vec<&Element> = rows.iter().flat_map(of).collect();
    let heard = |id: RequirementId, element: &Element| {
        let heard = hear(element, &all, utterance, value);
        ElementHearing { requirement: id, name: element.name.clone(), heard }
    };
    let elements = rows.iter().flat_map(|id| of(id).map(|element| heard(*id, element))).collect();
    PhraseHearing { elements }
}

/// The slot that a choice does not say although it stands for it, and the hour that its text names instead: four, where ten was
/// no good. `said` is everything that is said with the choice.
pub fn other_hour<'s, 't, 'v>(
    text: &'t str,
    said: &Utterance,
    rows: &[RequirementId],
    standard: &'s Standard,
    value: &dyn Fn(&str) -> SlotValue<'v>,
) -> Option<(&'s str, &'t str)> {
    let mut hours = quantities(said.lang(), text).into_iter().filter(|own| own.measure == Measure::Time);
    let hour = hours.next().filter(|_| hours.next().is_none())?;
    let parts = rows.iter().flat_map(|id| &standard.requirement(*id).elements);
    let unsaid = parts.zip(hear_rows(rows, standard, said, value).elements);
    let slot =
        unsaid.filter(|(_, heard)| heard.heard != ElementHeard::Said).find_map(|(part, _)| part.slot.as_deref())?;
    Some((slot, text.get(hour.at)?))
}

/// Whether a reply can be judged. The whole of what was pasted is never read.
///
/// # Errors
/// Why not.
pub fn can_be_heard(lang: Lang, reply: &str) -> Result<(), Unheard> {
    if reply.chars().nth(LONGEST_REPLY).is_some() {
        return Err(Unheard::TooLong);
    }
    let (mut chinese, mut latin) = (0, 0);
    let mut inside = false;
    for c in reply.chars() {
        inside |= c == '{';
        match c {
            '\u{3400}'..='\u{9FFF}' => chinese += 1,
            c if c.is_alphabetic() && !inside => latin += 1,
            _ => {}
        }
        inside &= c != '}';
    }
    let spoken = chinese + latin > 0 || reply.chars().any(char::is_alphanumeric);
    match lang.tag().get(..2) {
        _ if !spoken => Err(Unheard::Nothing),
        Some("zh") if chinese == 0 && latin > 8 => Err(Unheard::OtherLanguage),
        Some("en") if chinese > 4 && chinese * 2 > latin => Err(Unheard::OtherLanguage),
        _ => Ok(()),
    }
}
