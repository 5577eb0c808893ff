//! What is looked for in an utterance: words as an author writes them.
//!
//! `…` stands for some words in between, within one sentence; `*` behind a word for any ending of it (`repair*`, `put* back`);
//! words between commas (`，好，`) stand alone between marks; a question mark at the end asks for one; of `(a|b)` either is
//! enough, and `(a)` may be missing.

use super::gist::threes;
use super::normal_form::{is_spelt, is_whole, normal_form};
use super::utterance::{Sentence, Utterance};
use crate::content::standard::MOST_READINGS;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// How many letters may stand for `…`: as many as make half a breath.
const CHINESE_GAP: usize = 14;
const SPACED_GAP: usize = 45;

/// How many patterns are kept as they were read: more than a standard has.
const MOST_KEPT: usize = 20_000;

thread_local! {
    /// Patterns as they were read. The same few thousand are looked for in each of thousands of replies, and reading one
    /// takes longer than looking for it.
    static READ: RefCell<FxHashMap<Box<str>, Rc<[Pattern]>>> = RefCell::default();
}

/// Everywhere that a pattern stands in an utterance, in any of its readings.
pub(super) fn hits(words: &str, utterance: &Utterance) -> Vec<Hit> {
    read(words).iter().flat_map(|own| own.hits(utterance)).collect()
}

/// The first reading of a pattern that stands in a sentence of an utterance, as its author writes it.
pub(super) fn reading_in(words: &str, utterance: &Utterance) -> Option<String> {
    let stands = |own: &String| Pattern::new(own).is_some_and(|own| own.hits(utterance).iter().any(Hit::is_placed));
    readings(words).into_iter().find(stands)
}

/// A pattern in all its readings.
fn read(words: &str) -> Rc<[Pattern]> {
    READ.with_borrow_mut(|kept| {
        if let Some(known) = kept.get(words) {
            return known.clone();
        }
        let own: Rc<[Pattern]> = readings(words).iter().filter_map(|words| Pattern::new(words)).collect();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(words.into(), own.clone());
        own
    })
}

/// A pattern with one of each `(a|b)`; at most so many, whatever is written.
pub(super) fn readings(words: &str) -> Vec<String> {
    let mut open = vec![words.to_owned()];
    let mut done = Vec::new();
    while let Some(words) = open.pop() {
        let group = words.find('(').and_then(|start| Some((start, start + words[start..].find(')')?)));
        match group {
            Some((start, end)) if open.len() + done.len() < MOST_READINGS => {
                let (before, after) = (&words[..start], &words[end + 1..]);
                let group = &words[start + 1..end];
                let none = (!group.contains('|')).then_some("");
                open.extend(group.split('|').chain(none).map(|one| format!("{before}{one}{after}")));
            }
            Some(_) | None => done.push(words),
        }
    }
    done
}

/// A pattern in normal form.
#[derive(Debug)]
struct Pattern {
    alone: bool,
    parts: Vec<PatternPart>,
    /// The threes of letters in all of it.
    threes: Box<[u16]>,
}

#[derive(Debug)]
struct PatternPart {
    words: String,
    /// The last word may go on.
    is_stem: bool,
    /// What follows it after any ending, each with the space before it.
    tails: Vec<String>,
}

/// Where a pattern was found.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    /// None where it stands over the end of a sentence, or alone.
    pub(super) sentence: Option<usize>,
    pub(super) at: Range<usize>,
    /// What stands for each `…`.
    pub(super) gaps: Vec<Range<usize>>,
}

impl Hit {
    /// In a sentence, in one piece.
    pub(super) fn new(sentence: usize, at: Range<usize>) -> Hit {
        Hit { sentence: Some(sentence), at, gaps: Vec::new() }
    }

    /// Whether it stands in one sentence.
    pub(super) fn is_placed(&self) -> bool {
        self.sentence.is_some()
    }

    /// At no place that can be told.
    pub(super) fn nowhere() -> Hit {
        Hit { sentence: None, at: 0..0, gaps: Vec::new() }
    }
}

impl Pattern {
    /// None where nothing is left of the words.
    fn new(words: &str) -> Option<Pattern> {
        let alone = words.len() > 1 && words.starts_with([',', '，']) && words.ends_with([',', '，']);
        let part = |typed: &str| {
            let mut pieces = typed.trim().split('*');
            let words = normal_form(pieces.next().unwrap_or_default());
            let tail = |piece: &str| Some(normal_form(piece)).filter(|tail| !tail.is_empty());
            let tails = pieces.filter_map(tail).map(|tail| format!(" {tail}")).collect();
            PatternPart { words, is_stem: typed.contains('*'), tails }
        };
        let parts: Vec<PatternPart> = words.split('…').map(part).filter(|part| !part.words.is_empty()).collect();
        let threes = parts.iter().flat_map(PatternPart::threes).collect();
        (!parts.is_empty()).then_some(Pattern { alone, parts, threes })
    }

    /// Where it stands in an utterance.
    fn hits(&self, utterance: &Utterance) -> Vec<Hit> {
        let [first, rest @ ..] = &self.parts[..] else { return Vec::new() };
        if self.alone {
            let alone = utterance.has_alone(&first.words);
            return alone.then_some(Hit::nowhere()).into_iter().collect();
        }
        if !utterance.gist.may_have(&self.threes) {
            return Vec::new();
        }
        let mut hits = Vec::new();
        for (number, sentence) in utterance.sentences.iter().enumerate() {
            let starts = first.all_in(&sentence.words, 0);
            hits.extend(starts.filter_map(|start| follow(sentence, Hit::new(number, start), rest)));
        }
        if hits.is_empty() && rest.is_empty() && !first.is_stem && utterance.has_across(&first.words) {
            hits.push(Hit::nowhere());
        }
        hits
    }
}

/// From the first part over the others, each near behind the one before it.
fn follow(sentence: &Sentence, mut hit: Hit, rest: &[PatternPart]) -> Option<Hit> {
    for part in rest {
        let end = hit.at.end;
        let next = part.all_in(&sentence.words, end).next()?;
        let between = sentence.words.get(end..next.start)?;
        let gap = if between.is_ascii() { SPACED_GAP } else { CHINESE_GAP };
        if between.chars().count() > gap {
            return None;
        }
        hit.gaps.push(end..next.start);
        hit.at.end = next.end;
    }
    Some(hit)
}

impl PatternPart {
    fn all_in<'t>(&'t self, text: &'t str, from: usize) -> impl Iterator<Item = Range<usize>> {
        let all = text[from..].match_indices(&*self.words).map(move |(at, found)| from + at..from + at + found.len());
        let whole = |at: &Range<usize>| {
            if self.is_stem { is_whole(&text[..at.end], at.start, at.end) } else { is_whole(text, at.start, at.end) }
        };
        all.filter(whole).filter_map(|at| self.with_tails(text, at))
    }

    /// From the first words over any ending to what follows, and so on.
    fn with_tails(&self, text: &str, mut at: Range<usize>) -> Option<Range<usize>> {
        for tail in &self.tails {
            let rest = text.get(at.end..)?;
            let ending = rest.len() - rest.trim_start_matches(|c| is_spelt(c) || c == '\'').len();
            if !rest[ending..].starts_with(&**tail) {
                return None;
            }
            at.end += ending + tail.len();
        }
        let goes_on = text.get(at.end..)?.starts_with(is_spelt);
        (self.tails.is_empty() || !goes_on).then_some(at)
    }

    /// The threes of letters in it.
    fn threes(&self) -> impl Iterator<Item = u16> {
        [&self.words].into_iter().chain(&self.tails).flat_map(|words| threes(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Lang;

    fn has(tag: &str, words: &str, pattern: &str) -> bool {
        let utterance = Utterance::new(Lang::new(tag).expect("a tag"), words);
        !hits(pattern, &utterance).is_empty()
    }

    #[test]
    fn words_are_found_whole_and_chinese_anywhere() {
        assert!(has("en", "Hi, is that Ms Lin?", "hi"));
        assert!(!has("en", "This is it", "hi"));
        assert!(!has("en", "I can't come", "I can"));
        assert!(has("en", "Is this Ms Lin’s?", "Ms Lin"));
        assert!(has("zh", "请问是林女士吗？", "林女士"));
        assert!(has("zh", "打10000就行", "10000"));
        assert!(!has("zh", "打110000", "10000"));
        assert!(!has("en", "Ring 100001", "10000"));
        assert!(!has("en", "anything", ""));
    }

    #[test]
    fn how_it_is_written_does_not_matter() {
        assert!(has("zh", "好，我这就来", "好我"));
        assert!(has("en", "Good. I'll be there", "good i will"));
        assert!(has("en", "I’M SORRY", "I am sorry"));
        assert!(has("en", "im sorry ive kept you", "i am sorry i have"));
        assert!(has("en", "a follow-up visit", "follow up"));
        assert!(has("zh", "ＯＫ，没问题", "ok"));
        assert!(has("zh", "是林女士吧？", "吧？"));
        assert!(has("zh", "是林女士吧 ?", "吧？"));
        assert!(!has("zh", "是林女士吧。", "吧？"));
        assert!(has("en", "Ms Lin?", "?"));
        assert!(has("zh", "晴川电信 社区经理", "晴川电信社区经理"));
        assert!(has("en", "I'm {player} from {company}.", "{player}"));
        assert!(has("zh", "过十分钟再打", "10分钟"));
        assert!(has("zh", "三零二室", "302"));
        assert!(has("zh", "②明早上门", "2明早"));
    }

    #[test]
    fn words_between_commas_stand_alone() {
        assert!(has("zh", "好。十点我到", "，好，"));
        assert!(has("zh", "嗯，好", "，好，"));
        assert!(!has("zh", "您好，我是社区经理", "，好，"));
        assert!(has("en", "Right. I'll be there", ",right,"));
        assert!(!has("en", "All right, calm down", ",right,"));
    }

    #[test]
    fn points_of_a_list_are_numbered() {
        let list = "一、换新的；二、先借您一台；三、派人来";
        assert!(has("zh", list, "第一") && has("zh", list, "第二") && has("zh", list, "第三"));
        assert!(!has("zh", "星期一、三都行", "第一"));
    }

    #[test]
    fn words_in_between_endings_and_either_of_some_words() {
        assert!(has("zh", "让您在门口等了", "让您…等"));
        assert!(!has("zh", "让您费心。我等了", "让您…等"));
        assert!(!has("zh", "让您在这里从早上站到晚上又从晚上站到早上才能等", "让您…等"));
        assert!(has("en", "I do apologise", "apolog*"));
        assert!(!has("en", "my apologies", "log*"));
        assert!(has("en", "really sorry", "(very|so|really) sorry"));
        assert!(!has("en", "just sorry", "(very|so|really) sorry"));
        assert!(!has("en", "an open (bracket", "(very|so"));
        for words in ["bear with me", "bearing with me"] {
            assert!(has("en", words, "bear* with"), "{words}");
        }
        assert!(!has("en", "bear me with", "bear* with") && !has("en", "bear without", "bear* with"));
        assert!(has("en", "it was put back to ten", "put* back to") && has("en", "he puts it all back", "put*…back"));
        assert!(has("en", "the customer is expecting me", "customer (is )expecting me"));
        assert!(has("en", "a customer expecting me", "customer (is )expecting me"));
        assert!(has("zh", "道个歉", "道(个)歉") && has("zh", "道歉", "道(个)歉"));
    }

    #[test]
    fn a_pattern_with_too_many_readings_is_read_as_far_as_it_goes() {
        let groups = "(a|b|c|d|e|f|g|h|i|j)".repeat(12);
        assert!(readings(&groups).len() <= MOST_READINGS + 10);
    }
}
