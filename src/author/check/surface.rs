//! What can be seen of a choice without understanding it: its length, its manners, its marks. Each feature is a question of
//! yes or no about one choice among those that are open beside it.

use super::inspection::Inspection;
use super::manners::{gives_reason, manners};
use super::shown_words::words_of;
use crate::base::bilingual::Phrase;
use crate::base::text::Lang;
use crate::content::scenario::{ChoiceId, ChoiceKind, SceneId};

/// Something on the surface of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feature {
    /// Longer than all beside it.
    Longest,
    /// Shorter than all beside it.
    Shortest,
    /// With more polite words than all beside it.
    Politest,
    /// It ends in an exclamation mark.
    Exclaims,
    /// It trails off.
    TrailsOff,
    /// It ends in a question mark.
    Asks,
    /// It is something said.
    Spoken,
    /// It says why.
    Reasoned,
    /// A slot stands in it.
    Slotted,
}

impl Feature {
    pub(super) const ALL: [Feature; 9] = [
        Feature::Longest,
        Feature::Shortest,
        Feature::Politest,
        Feature::Exclaims,
        Feature::TrailsOff,
        Feature::Asks,
        Feature::Spoken,
        Feature::Reasoned,
        Feature::Slotted,
    ];

    /// How it is told, for a choice that has it or one that has it not.
    pub(super) fn told(self, has: bool) -> Phrase {
        let (en, zh) = match (self, has) {
            (Feature::Longest, true) => ("the longest", "最长的"),
            (Feature::Longest, false) => ("not the longest", "不是最长的"),
            (Feature::Shortest, true) => ("the shortest", "最短的"),
            (Feature::Shortest, false) => ("not the shortest", "不是最短的"),
            (Feature::Politest, true) => ("the politest", "最客气的"),
            (Feature::Politest, false) => ("not the politest", "不是最客气的"),
            (Feature::Exclaims, true) => ("one that ends in “!”", "以“！”结尾的"),
            (Feature::Exclaims, false) => ("one that does not end in “!”", "不以“！”结尾的"),
            (Feature::TrailsOff, true) => ("one that ends in “…”", "以“……”结尾的"),
            (Feature::TrailsOff, false) => ("one that does not end in “…”", "不以“……”结尾的"),
            (Feature::Asks, true) => ("one that ends in “?”", "以“？”结尾的"),
            (Feature::Asks, false) => ("one that does not end in “?”", "不以“？”结尾的"),
            (Feature::Spoken, true) => ("something said", "说的"),
            (Feature::Spoken, false) => ("something done", "做的"),
            (Feature::Reasoned, true) => ("one that says why", "讲了理由的"),
            (Feature::Reasoned, false) => ("one that does not say why", "没讲理由的"),
            (Feature::Slotted, true) => ("one with a slot in it", "带填空的"),
            (Feature::Slotted, false) => ("one without a slot", "不带填空的"),
        };
        Phrase::new(en, zh)
    }
}

/// The features of the choices of a screen: for each feature, which of the open ones have it, a bit each.
pub(super) type FeatureBits = [u32; Feature::ALL.len()];

/// What is seen of one choice by itself.
struct Glance {
    length: usize,
    polite: usize,
    last: Option<char>,
    spoken: bool,
    reasoned: bool,
    slotted: bool,
}

/// The features of the open choices of a scene, of which no more than 32 are looked at.
pub(super) fn features(inspection: &Inspection, lang: Lang, scene: SceneId, open: &[ChoiceId]) -> FeatureBits {
    let glances: Vec<Glance> = open.iter().take(32).map(|id| glance(inspection, lang, scene, *id)).collect();
    Feature::ALL.map(|feature| {
        let bits = glances.iter().zip(0_u32..).filter(|(own, _)| has(feature, own, &glances));
        bits.fold(0, |bits, (_, number)| bits | 1 << number)
    })
}

fn glance(inspection: &Inspection, lang: Lang, scene: SceneId, id: ChoiceId) -> Glance {
    let choice = &inspection.scenario.scene(scene).choices[id.index()];
    let raw = choice.text.in_lang(lang);
    let words = words_of(inspection, raw, lang);
    Glance {
        length: words.chars().count(),
        polite: manners(&words, lang),
        last: words.trim_end_matches(['”', '"', '’', '。', '.', ' ']).chars().next_back(),
        spoken: choice.kind == ChoiceKind::Say,
        reasoned: gives_reason(&words, lang),
        slotted: raw.contains('{'),
    }
}

fn has(feature: Feature, own: &Glance, all: &[Glance]) -> bool {
    let alone = |beats: &dyn Fn(&Glance) -> bool| all.iter().filter(|other| beats(other)).count() == all.len() - 1;
    match feature {
        Feature::Longest => alone(&|other| other.length < own.length),
        Feature::Shortest => alone(&|other| other.length > own.length),
        Feature::Politest => alone(&|other| other.polite < own.polite),
        Feature::Exclaims => matches!(own.last, Some('!' | '！')),
        Feature::TrailsOff => own.last == Some('…'),
        Feature::Asks => matches!(own.last, Some('?' | '？')),
        Feature::Spoken => own.spoken,
        Feature::Reasoned => own.reasoned,
        Feature::Slotted => own.slotted,
    }
}
