//! What takes back the words beside it: a denial, a hedge, somebody else who is to do it, about so much. Lists of each
//! language stand in files of their own; languages without one are believed.

use super::doubt_words::{DoubtLists, DoubtWord, Reach};
use super::mask::words_of;
use super::utterance::Sentence;
use crate::base::text::Lang;
use std::ops::Range;

/// The word that denies what stands here, if one does.
pub(super) fn denied(lang: Lang, sentence: &Sentence, at: &Range<usize>) -> Option<&'static str> {
    let own = words_of(lang)?;
    let clause = sentence.clause_at(at.start);
    let before = near(own, sentence.masked.get(clause.start..at.start)?);
    let end = |turn: &DoubtWord| before.rfind(&*turn.normal).map(|found| found + turn.normal.len());
    let last_turn = own.turns.iter().filter_map(end).max();
    first_in(&own.denies, &before[last_turn.unwrap_or(0)..])
}

/// The word that denies it in between its own words.
pub(super) fn denied_inside(lang: Lang, sentence: &Sentence, gaps: &[Range<usize>]) -> Option<&'static str> {
    let own = words_of(lang)?;
    gaps.iter().filter_map(|gap| sentence.masked.get(gap.clone())).find_map(|text| first_in(&own.denies, text))
}

/// Behind these English words something else is said.
const GOES_ON: [&str; 3] = [" and ", " but ", " so "];

/// The word behind it that denies a value, if one does.
pub(super) fn denied_back(lang: Lang, sentence: &Sentence, at: &Range<usize>) -> Option<&'static str> {
    let own = words_of(lang)?;
    let clause = sentence.clause_at(at.start);
    let after: String = sentence.masked.get(at.end..clause.end.max(at.end))?.chars().take(own.back).collect();
    let ends = GOES_ON.iter().filter_map(|word| after.find(word)).min();
    let after = &after[..ends.unwrap_or(after.len())];
    own.denies_back.iter().find(|word| after.contains(&*word.normal)).map(|word| word.typed)
}

/// The most bytes of a Chinese clause that only hedges: `尽量吧`.
const SAYS_NO_MORE: usize = 15;

/// The word that promises less: a condition anywhere in the sentence, a hedge in the same clause or in one that says no more.
pub(super) fn hedged(lang: Lang, sentence: &Sentence, at: &Range<usize>) -> Option<&'static str> {
    let own = words_of(lang)?;
    let here = sentence.clause_at(at.start);
    let spaced = matches!(own.reach, Reach::Words(_));
    let near = |clause: &&Range<usize>| spaced || **clause == here || clause.len() <= SAYS_NO_MORE;
    let stands = |word: &DoubtWord, clause: &Range<usize>| {
        let text = if word.looks_denied { &sentence.words } else { &sentence.masked };
        text.get(clause.clone()).is_some_and(|text| stands_in(text, &word.normal))
    };
    let mut clauses = sentence.clauses.iter().filter(near);
    let hedge = clauses.find_map(|clause| own.hedges.iter().find(|word| stands(word, clause)));
    let condition = || own.conditions.iter().find(|word| stands(word, &(0..sentence.masked.len())));
    hedge.or_else(condition).map(|word| word.typed)
}

/// Who else is to do it, by the same clause.
pub(super) fn by_others(lang: Lang, sentence: &Sentence, at: &Range<usize>) -> Option<&'static str> {
    first_in(&words_of(lang)?.others, sentence.masked.get(sentence.clause_at(at.start))?)
}

/// The word that makes a value one of several, or about so much.
pub(super) fn vague(lang: Lang, sentence: &Sentence, at: &Range<usize>) -> Option<&'static str> {
    let own = words_of(lang)?;
    let (before, after) = (sentence.words.get(..at.start)?, sentence.masked.get(at.end..)?);
    let before = before.trim_end_matches("at ").trim_end();
    let is_exact = own.exact.iter().any(|word| before.ends_with(&*word.normal));
    let ends = |word: &&DoubtWord| !is_exact && before.ends_with(&*word.normal) && stands_in(before, &word.normal);
    let behind = behind(after);
    let about = own.about.iter().find(ends);
    about.or_else(|| own.or_so.iter().find(|word| behind.starts_with(&*word.normal))).map(|word| word.typed)
}

/// What stands behind a time, after the words that belong to it.
fn behind(after: &str) -> &str {
    let mut rest = after.trim_start();
    for own in ["o'clock", "in the morning", "in the afternoon", "in the evening", "点钟", "点整", "点"] {
        rest = rest.strip_prefix(own).unwrap_or(rest).trim_start();
    }
    rest
}

/// The end of what stands before something, as far as a denial reaches.
fn near<'t>(own: &DoubtLists, before: &'t str) -> &'t str {
    match own.reach {
        Reach::Letters(most) => {
            let start = before.char_indices().rev().nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
            &before[start..]
        }
        Reach::Words(most) => {
            let start = before.trim_end().rmatch_indices(' ').nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
            &before[start..]
        }
    }
}

/// The first of these words that is there.
fn first_in(words: &[DoubtWord], text: &str) -> Option<&'static str> {
    words.iter().find(|word| stands_in(text, &word.normal)).map(|word| word.typed)
}

/// How many letters may stand for `…`.
const GAP: usize = 6;

/// Whether a word is there: Chinese anywhere, others between spaces; `n't` ends one.
fn stands_in(text: &str, word: &str) -> bool {
    if let Some((first, last)) = word.split_once('…') {
        return text.match_indices(first).any(|(at, _)| {
            let rest = &text[at + first.len()..];
            rest.find(last).is_some_and(|end| rest[..end].chars().count() <= GAP)
        });
    }
    if !word.is_ascii() {
        return text.contains(word);
    }
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '\'';
    text.match_indices(word).any(|(at, _)| {
        let starts = word.starts_with("n't") || !text[..at].ends_with(is_letter);
        let rest = &text[at + word.len()..];
        // `if the traffic's all right`; a single word has its own `'s` beside it.
        let rest = rest.strip_prefix("'s").filter(|_| word.contains(' ')).unwrap_or(rest);
        starts && !rest.starts_with(is_letter)
    })
}
