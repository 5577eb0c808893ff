//! What a pack calls things, where it has words of its own: the interface uses them, and says nothing of any trade
//! without them.

use super::spec::PackWordsSpec;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::Code;
use crate::base::text::{Lang, Text};
use crate::both;
use crate::content::notation::{LocalizedSpec, Named, Names, SourcePath, Validator, noun};
use crate::content::standard::{Kind, Tier};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// The words of a pack; where one is left out, the interface has one that fits every trade.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackWords {
    /// What stands below its title.
    pub tagline: Option<Text>,
    /// Who the learner is, such as a receptionist.
    pub role: Option<Text>,
    /// Whom the learner deals with, such as a guest: theirs is the mood.
    pub person: Option<Text>,
    /// What one play is, such as a visit.
    pub play: Option<Text>,
    /// What tiers are called.
    pub tiers: Vec<(Tier, Text)>,
    /// What kinds of requirements are called.
    pub kinds: Vec<(Kind, Text)>,
    /// At which pace one speaks: so much a minute, characters where a language is written without spaces, else words.
    pub pace: Vec<(Lang, u32)>,
}

/// What a minute of speech may hold.
const PACES: RangeInclusive<u32> = 20..=600;

impl PackWords {
    /// The pace of a language, where the pack asks for one.
    pub fn pace_in(&self, lang: Lang) -> Option<u32> {
        self.pace.iter().find(|(own, _)| *own == lang).map(|(_, pace)| *pace)
    }
}

/// The words that were typed, valid.
pub(super) fn validate(validator: &mut Validator, spec: &PackWordsSpec) -> PackWords {
    let root = SourcePath::FILE.field("words");
    let mut own = |name: &str, words: &Option<LocalizedSpec>| {
        words.as_ref().map(|words| validator.plain(&root.field(name), words))
    };
    let (tagline, role) = (own("tagline", &spec.tagline), own("role", &spec.role));
    let (person, play) = (own("person", &spec.person), own("play", &spec.play));
    let tiers = named(validator, &root.field("tiers"), &spec.tiers, &Tier::ALL.map(|tier| (tier.word(), tier)));
    let kinds = named(validator, &root.field("kinds"), &spec.kinds, &Kind::ALL.map(|kind| (kind.word(), kind)));
    let pace = paces(validator, &root.field("pace"), &spec.pace);
    PackWords { tagline, role, person, play, tiers, kinds, pace }
}

fn paces(validator: &mut Validator, at: &SourcePath, typed: &Named<u32>) -> Vec<(Lang, u32)> {
    let mut valid = Vec::new();
    for (index, (name, pace)) in typed.0.iter().enumerate() {
        let here = at.entry(index, name);
        validator.within(&here, *pace, &PACES);
        if let Some(lang) = Lang::new(name) {
            valid.push((lang, *pace));
        } else {
            let message = both!("\"{name}\" is not the tag of a language", "“{name}”不是语言代码");
            validator.error(Code::STRUCTURE, &here, message, Phrase::new("write one such as en", "写一个，比如 en"));
        }
    }
    valid
}

/// Names for some of the things that there are.
fn named<T: Copy>(
    validator: &mut Validator,
    at: &SourcePath,
    typed: &Named<LocalizedSpec>,
    known: &[(&str, T)],
) -> Vec<(T, Text)> {
    Names::of(validator, at, noun::WORD, typed);
    let mut valid = Vec::new();
    for (index, (name, words)) in typed.0.iter().enumerate() {
        let here = at.entry(index, name);
        let text = validator.plain(&here, words);
        match known.iter().find(|(word, _)| word == name) {
            Some((_, thing)) => valid.push((*thing, text)),
            None => validator.unknown(&here, noun::WORD, name, known.iter().map(|(word, _)| *word)),
        }
    }
    valid
}
