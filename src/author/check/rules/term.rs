//! A word that the pack has another word for.

use super::Rule;
use super::worded::{WordFault, find_in_words, is_whole_word};
use crate::author::check::voice::{Voice, voice};
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::Lang;
use crate::both;
use crate::content::scenario::{KeptOutOf, Term};
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: Code::TERM,
    severity: Severity::Warning,
    title: Phrase::new("a word that the pack does not use", "这里不用的词"),
    prose: Phrase::new(
        "`words.md` keeps one term for each thing, and lists words that are not to be used: a second name for the same thing, \
        or 你 where the customer is 您. Learners take a new word for a new thing, and repeat to customers what they read.\n\n\
        Use the word that is offered. If yours is right in this place, put the longer words around it into the column \
        `except in`, or `allow` this code for the scene. The table has the columns lang, not, instead, where (empty, `you \
        say`, or `not others`: customers talk as they like) and `except in`. A pack without words.md has no such words.",
        "`words.md` 规定一样东西一个叫法，也列出不要用的词：同一样东西的另一个名字，或者该说您的地方说了你。学\
            员会把新的词当成新的东西，读到什么就对客户说什么。\n\n\
            用建议的词。如果你的词在这里没错，就把包含它的更长的词写进 `except in` 一栏，或者给这个场景写一条 `allow`。\
            那张表的栏目是 lang、not、instead、where（空着，或者 `you say`、`not others`：客户爱怎么说就怎么说）\
            和 `except in`。没有 words.md 就没有禁用词。",
    ),
    trips: Sample::Edits {
        edits: &[("“您昨天打的电话，约的十点。”", "“你昨天打的电话，约的十点。”")],
        at: "“你昨天打的电话",
    },
    passes: Sample::Edits {
        edits: &[("沙沙的，像下雨。\", \"en\": \"It hisses", "沙沙的，你听，像下雨。\", \"en\": \"It hisses")],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let terms = &inspection.scenario.glossary.terms;
    if terms.is_empty() {
        return Vec::new();
    }
    find_in_words(inspection, &RULE, |id, lang, words| {
        fault_of(terms, voice(inspection.scenario, id), lang, words).into_iter().collect()
    })
}

/// The first of these terms in some words, where this voice may not say it.
pub(super) fn fault_of(terms: &[Term], voice: Voice, lang: Lang, words: &str) -> Option<WordFault> {
    let counts = |term: &&Term| term.lang == lang && keeps_out(term.kept_out_of, voice);
    let (at, term) = terms.iter().filter(counts).find_map(|term| Some((find(term, words)?, term)))?;
    Some(fault(words, at, term))
}

fn keeps_out(kept_out_of: KeptOutOf, voice: Voice) -> bool {
    match kept_out_of {
        KeptOutOf::All => true,
        KeptOutOf::Player => voice == Voice::Player,
        KeptOutOf::AllButOthers => voice != Voice::Other,
    }
}

/// Where the word stands, in whatever letters, and not as a part of a longer one that is right.
fn find(term: &Term, words: &str) -> Option<Range<usize>> {
    let lower = words.to_ascii_lowercase();
    let not = term.not.to_ascii_lowercase();
    let right: Vec<Range<usize>> =
        term.except.iter().flat_map(|longer| ranges(&lower, &longer.to_ascii_lowercase())).collect();
    let inside = |at: &Range<usize>| right.iter().any(|right| right.start <= at.start && at.end <= right.end);
    ranges(&lower, &not).into_iter().find(|at| !inside(at) && is_whole_word(words, at))
}

fn ranges(words: &str, part: &str) -> Vec<Range<usize>> {
    words.match_indices(part).map(|(at, found)| at..at + found.len()).collect()
}

fn fault(words: &str, at: Range<usize>, term: &Term) -> WordFault {
    let message = both!("this pack does not say \"{word}\" here", "这里不用“{word}”这个词", word = &words[at.clone()]);
    let help = both!("say \"{word}\"; words.md lists it", "要说“{word}”；见 words.md", word = term.instead);
    WordFault { at, message, help }
}
