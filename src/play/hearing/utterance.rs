//! An utterance that can be searched: what a choice says or a learner types.

use super::fixed_numbers::FixedNumbers;
use super::gist::Gist;
use super::mask::mask;
use super::normal_form::{ends_phrase, is_spelt, is_whole, normal_form, ungrouped, without_marks};
use super::question::{asks, asks_in};
use super::sentence::{RawSentence, sentences};
use super::spelling::respelt;
use crate::base::quantity::{Measure, Quantity, quantities};
use crate::base::text::Lang;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// Something said, in one language.
#[derive(Clone, Debug)]
pub struct Utterance {
    lang: Lang,
    /// All of it in normal form.
    whole: String,
    /// The parts between its marks.
    phrases: Vec<String>,
    pub(super) sentences: Vec<Sentence>,
    /// Which letters stand together in all of it.
    pub(super) gist: Gist,
}

/// A sentence of it in normal form.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) words: String,
    /// The same, byte for byte, without what looks like a denial and is none.
    pub(super) masked: String,
    pub(super) clauses: Vec<Range<usize>>,
    pub(super) asks: bool,
    pub(super) quantities: Vec<PlacedQuantity>,
}

/// A number with a measure, and where it ends in the normal form, about.
#[derive(Clone, Debug)]
pub(super) struct PlacedQuantity {
    pub(super) quantity: Quantity,
    /// The clause that it stands in.
    pub(super) clause: usize,
    pub(super) at: Range<usize>,
    /// It is not what is fixed here.
    pub(super) is_other: bool,
}

impl Utterance {
    /// What these words say. Slots (`{name}`) may stand in them.
    pub fn new(lang: Lang, words: &str) -> Utterance {
        let words = respelt(lang, &words.nfkc().collect::<String>());
        let phrases = words.split(ends_phrase).map(normal_form).filter(|phrase| !phrase.is_empty()).collect();
        let sentences: Vec<Sentence> = sentences(&words).iter().map(|raw| Sentence::new(lang, raw)).collect();
        let whole = sentences.iter().fold(String::new(), |whole, own| joined(whole, &own.words));
        let gist = Gist::of(&whole);
        Utterance { lang, whole, phrases, sentences, gist }
    }

    /// The same, held against numbers that are fixed: a time, a day or a length of time that is none of them is not heard.
    #[must_use]
    pub fn against(mut self, fixed: &[Quantity]) -> Utterance {
        let fixed = FixedNumbers { all: fixed };
        for sentence in &mut self.sentences {
            let parts: Vec<Quantity> = sentence.quantities.iter().map(|own| own.quantity.clone()).collect();
            for own in &mut sentence.quantities {
                own.is_other = fixed.is_other(&own.quantity, &parts);
            }
        }
        self
    }

    /// What is measured by the first number that is not the one that is fixed.
    pub fn first_other(&self) -> Option<Measure> {
        let mut all = self.sentences.iter().flat_map(|sentence| &sentence.quantities);
        all.find(|own| own.is_other).map(|own| own.quantity.measure)
    }

    /// The language it is in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether these normal words are anywhere in it, over the ends of sentences too.
    pub(super) fn has_across(&self, words: &str) -> bool {
        !words.is_empty() && found(&self.whole, words).next().is_some()
    }

    /// Whether these normal words stand alone between marks.
    pub(super) fn has_alone(&self, words: &str) -> bool {
        self.phrases.iter().any(|phrase| phrase == words)
    }

    /// Whether it asks anything.
    pub(super) fn asks(&self) -> bool {
        self.sentences.iter().any(|sentence| sentence.asks)
    }

    /// Where it names this number, however its digits are grouped, by the sentence; nowhere for words that are no number of
    /// five digits or more.
    pub(super) fn digits_of(&self, words: &str) -> Vec<(usize, Range<usize>)> {
        let digits = ungrouped(&normal_form(words));
        if digits.len() < 5 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Vec::new();
        }
        let sentences = self.sentences.iter().enumerate();
        let places = |(number, sentence): (usize, &Sentence)| {
            let all = groups(&sentence.words).into_iter().filter(|at| ungrouped(&sentence.words[at.clone()]) == digits);
            all.map(|at| (number, at)).collect::<Vec<_>>()
        };
        sentences.flat_map(places).collect()
    }
}

/// What asks the whole of the Chinese clause that it ends.
const ASKING_TAILS: [&str; 5] = ["行吗", "可以吗", "好吗", "成吗", "行不行"];

/// How many bytes before a question mark are still asked.
const NEAR_THE_END: usize = 8;

/// Where words stand, none of them cut in two.
pub(super) fn found<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = Range<usize>> {
    let all = text.match_indices(words).map(|(at, found)| at..at + found.len());
    all.filter(|at| is_whole(text, at.start, at.end))
}

impl Sentence {
    fn new(lang: Lang, raw: &RawSentence) -> Sentence {
        let (mut words, mut clauses, mut quantities) = (String::new(), Vec::new(), Vec::new());
        for (clause, text) in raw.clauses.iter().enumerate() {
            let normal = normal_form(text);
            let before = words.len();
            words = joined(words, &normal);
            let start = words.len() - normal.len();
            debug_assert!(start >= before, "words are only added");
            clauses.push(start..words.len());
            for (quantity, at) in quantities_of(lang, text) {
                let at = start + at.start.min(normal.len())..start + at.end.min(normal.len());
                quantities.push(PlacedQuantity { quantity, clause, at, is_other: false });
            }
        }
        let masked = mask(lang, &words, &clauses);
        let asks = raw.asks || asks(lang, &words, &clauses);
        if raw.asks {
            words.push('?');
        }
        let masked = if raw.asks { masked + "?" } else { masked };
        Sentence { words, masked, clauses, asks, quantities }
    }

    /// Whether the words at a place are asked, and not said before a question.
    pub(super) fn asks_at(&self, lang: Lang, at: &Range<usize>) -> bool {
        let clause = self.clause_at(at.start);
        let is_last = self.clauses.last() == Some(&clause);
        let is_end = is_last && self.words.ends_with('?') && at.end + NEAR_THE_END >= clause.end;
        is_end || self.has_tail(lang, &clause, at) || asks_in(lang, &self.words, clause.start..at.end.max(clause.start))
    }

    /// Whether the clause ends in what makes all of it a question: `十点到行吗`.
    fn has_tail(&self, lang: Lang, clause: &Range<usize>, at: &Range<usize>) -> bool {
        let tail = self.words.get(at.end..clause.end.max(at.end)).unwrap_or_default();
        lang.tag().starts_with("zh") && ASKING_TAILS.iter().any(|words| tail.ends_with(words))
    }

    /// The clause that a byte stands in.
    pub(super) fn clause_at(&self, byte: usize) -> Range<usize> {
        let found = self.clauses.iter().rfind(|clause| clause.start <= byte);
        found.cloned().unwrap_or(0..self.words.len())
    }
}

/// Where digits stand, in groups with a space in between or in one piece.
fn groups(words: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for (at, _) in words.match_indices(|c: char| c.is_ascii_digit()) {
        match all.last_mut() {
            Some(last) if last.end == at || last.end + 1 == at && words[last.end..].starts_with(' ') => {
                last.end = at + 1;
            }
            _ => all.push(at..at + 1),
        }
    }
    all.retain(|at| is_whole(words, at.start, at.end));
    all
}

/// One after the other, with a space where words need one.
fn joined(mut words: String, more: &str) -> String {
    let meets = |c: Option<char>| c.is_some_and(is_spelt);
    if meets(words.chars().next_back()) && meets(more.chars().next()) {
        words.push(' ');
    }
    words.push_str(more);
    words
}

/// What a clause names that can be counted, and where that stands in its normal form, whether Chinese is typed with spaces
/// in it or not. Digits as on a clock are read in every language.
fn quantities_of(lang: Lang, clause: &str) -> Vec<(Quantity, Range<usize>)> {
    let clock = Lang::new("en").filter(|en| *en != lang);
    let plain = without_marks(clause);
    let mut all: Vec<(Quantity, Range<usize>)> = Vec::new();
    for text in [clause, &*plain] {
        let times = clock.map(|en| quantities(en, text)).unwrap_or_default();
        let times = times.into_iter().filter(|own| own.measure == Measure::Time);
        for quantity in quantities(lang, text).into_iter().chain(times) {
            let same =
                |own: &Quantity| (own.measure, own.from, own.to) == (quantity.measure, quantity.from, quantity.to);
            if !all.iter().any(|(own, _)| same(own)) {
                let place = |byte: usize| normal_form(text.get(..byte).unwrap_or(text)).len();
                let at = place(quantity.at.start)..place(quantity.at.end);
                all.push((quantity, at));
            }
        }
    }
    all
}
