//! What takes back the words beside it: a denial, a hedge, somebody else who is to do it, about so much. Lists of each
//! language stand in files of their own; languages without one are believed.

use super::doubt_words::{DoubtWords, Reach};
use super::mask::words_of;
use super::utterance::Sentence;
use crate::base::text::Lang;
use std::ops::Range;

/// The word that denies what stands here, if one does.
pub(super) fn denied(lang: Lang, sentence: &Sentence, at: &Range<usize>) -> Option<&'static str> {
    let own = words_of(lang)?;
    let clause = sentence.clause_at(at.start);
    let before = near(own, sentence.masked.get(clause.start..at.start)?);
    let last_turn = own.turns.iter().filter_map(|turn| before.rfind(turn).map(|found| found + turn.len())).max();
    let before = &before[last_turn.unwrap_or(0)..];
    own.denies.iter().copied().find(|word| stands_in(before, word))
}

/// The word that denies it in between its own words.
pub(super) fn denied_inside(lang: Lang, sentence: &Sentence, gaps: &[Range<usize>]) -> Option<&'static str> {
    let own = words_of(lang)?;
    let inside: Vec<&str> = gaps.iter().filter_map(|gap| sentence.masked.get(gap.clone())).collect();
    own.denies.iter().copied().find(|word| inside.iter().any(|text| stands_in(text, word)))
}

/// The word behind it that denies a value, if one does.
pub(super) fn denied_back(lang: Lang, sentence: &Sentence, at: &Range<usize>) -> Option<&'static str> {
    let own = words_of(lang)?;
    let clause = sentence.clause_at(at.start);
    let after: String = sentence.masked.get(at.end..clause.end.max(at.end))?.chars().take(10).collect();
    own.denies_back.iter().copied().find(|word| after.contains(word))
}

/// The word in the same sentence that promises less than it says.
pub(super) fn hedged(lang: Lang, sentence: &Sentence) -> Option<&'static str> {
    words_of(lang)?.hedges.iter().copied().find(|word| stands_in(&sentence.masked, word))
}

/// Who else is to do it, by the same clause.
pub(super) fn by_others(lang: Lang, sentence: &Sentence, at: &Range<usize>) -> Option<&'static str> {
    in_clause(lang, sentence, at, |own| own.others)
}

fn in_clause(
    lang: Lang,
    sentence: &Sentence,
    at: &Range<usize>,
    list: impl Fn(&DoubtWords) -> &'static [&'static str],
) -> Option<&'static str> {
    let clause = sentence.masked.get(sentence.clause_at(at.start))?;
    list(words_of(lang)?).iter().copied().find(|word| stands_in(clause, word))
}

/// The word that makes a value one of several, or about so much.
pub(super) fn vague(lang: Lang, sentence: &Sentence, at: &Range<usize>) -> Option<&'static str> {
    let own = words_of(lang)?;
    let (before, after) = (sentence.masked.get(..at.start)?, sentence.masked.get(at.end..)?);
    let before = before.trim_end_matches("at ").trim_end();
    let is_other = ["day after", "day before", "how about", "what about"];
    if is_other.iter().any(|words| before.ends_with(words)) {
        return None;
    }
    let about = own.about.iter().copied().find(|word| before.ends_with(word) && stands_in(before, word));
    about.or_else(|| own.or_so.iter().copied().find(|word| behind(after).starts_with(word)))
}

/// What stands behind a time, after the words that belong to it.
fn behind(after: &str) -> &str {
    let after = after.trim_start();
    let own = ["o'clock", "点钟", "点整", "点"].into_iter().find_map(|own| after.strip_prefix(own));
    own.unwrap_or(after).trim_start()
}

/// The end of what stands before something, as far as a denial reaches.
fn near<'t>(own: &DoubtWords, before: &'t str) -> &'t str {
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

/// Whether a word is there: Chinese anywhere, others between spaces; `n't` ends one.
fn stands_in(text: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return text.contains(word);
    }
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '\'';
    text.match_indices(word).any(|(at, _)| {
        let starts = word.starts_with("n't") || !text[..at].ends_with(is_letter);
        starts && !text[at + word.len()..].starts_with(is_letter)
    })
}
