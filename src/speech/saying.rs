//! A phrase to be said, and what was heard of a reply, in words.

use super::messages::Messages;
use crate::base::text::{Text, fill_slots};
use crate::content::phrases::SpokenPhrase;
use crate::content::standard::PLAYER_SLOT;
use crate::play::hearing::{ElementHeard, ElementHearing, LONGEST_REPLY, PhraseHearing, Unheard};
use crate::tr;

/// A part of the prescribed words, and what was heard of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardLine {
    /// Whether it was said as it should be.
    pub is_good: bool,
    /// What it is called.
    pub part: String,
    /// What was heard of it.
    pub told: String,
}

/// The situation of a phrase.
pub fn situation(words: &Messages, phrase: &SpokenPhrase, player: &str) -> String {
    filled(words, phrase, &phrase.situation, player)
}

/// One natural reply that has everything.
pub fn model(words: &Messages, phrase: &SpokenPhrase, player: &str) -> String {
    filled(words, phrase, &phrase.model, player)
}

fn filled(words: &Messages, phrase: &SpokenPhrase, text: &Text, player: &str) -> String {
    let mut out = String::new();
    let nobody = tr!(words, "saying-your-name");
    fill_slots(text.in_lang(words.lang()), &mut out, |name, out| {
        let own = phrase.slot(name).map(|own| own.in_lang(words.lang()));
        let player = if player.is_empty() { &nobody } else { player };
        match own.or_else(|| (name == PLAYER_SLOT).then_some(player)) {
            Some(own) => out.push_str(own),
            None => return false,
        }
        true
    });
    out
}

/// Whether everything was heard.
pub fn verdict(words: &Messages, hearing: &PhraseHearing) -> String {
    let missed = hearing.faults().count();
    if missed == 0 { tr!(words, "saying-whole") } else { tr!(words, "saying-not-whole", count = missed) }
}

/// Every part with what was heard of it.
pub fn lines(words: &Messages, hearing: &PhraseHearing) -> Vec<HeardLine> {
    let line = |own: &ElementHearing| HeardLine {
        is_good: own.heard == ElementHeard::Said,
        part: own.name.in_lang(words.lang()).to_owned(),
        told: match &own.heard {
            ElementHeard::Said => tr!(words, "saying-said"),
            ElementHeard::Missing => tr!(words, "saying-missing"),
            ElementHeard::Spoiled(by) => tr!(words, "saying-spoiled", by = by.to_string()),
        },
    };
    hearing.elements.iter().map(line).collect()
}

/// The parts that were not heard, or taken back, in one line.
pub fn missed(words: &Messages, hearing: &PhraseHearing) -> String {
    let part = |own: &ElementHearing| {
        let part = own.name.in_lang(words.lang()).to_owned();
        match &own.heard {
            ElementHeard::Spoiled(by) => tr!(words, "saying-part-spoiled", part = part, by = by.to_string()),
            ElementHeard::Said | ElementHeard::Missing => part,
        }
    };
    let all: Vec<String> = hearing.faults().map(part).collect();
    all.join(&tr!(words, "plain-semicolon"))
}

/// Why a reply was not judged.
pub fn unheard(words: &Messages, why: Unheard) -> String {
    match why {
        Unheard::Nothing => tr!(words, "saying-nothing"),
        Unheard::TooLong => tr!(words, "saying-too-long", most = LONGEST_REPLY),
        Unheard::OtherLanguage => tr!(words, "saying-other-language"),
    }
}
