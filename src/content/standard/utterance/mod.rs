//! An utterance that can be searched: what a choice says or a learner types, freed from how it happens to be written.
//!
//! Case, width, quotes, punctuation and spaces tell nothing about what is said, so they fall away; a question mark tells
//! whether it is a question, and stays. English contractions are written out (`I'm` is `I am`) and numerals are digits
//! (`三到五次` is `3到5次`, `ten thirty` is `10 30`), so that a list of words need not name each form. What is looked for
//! goes the same way.

mod numerals;

use crate::base::quantity::{Measure, Quantity, quantities};
use crate::base::text::Lang;

/// Something said, in one language.
#[derive(Clone, Debug)]
pub struct Utterance {
    lang: Lang,
    words: String,
    /// The parts between its marks.
    phrases: Vec<String>,
    times: Vec<Quantity>,
}

impl Utterance {
    /// What these words say. Slots (`{name}`) may stand in them.
    pub fn new(lang: Lang, words: &str) -> Utterance {
        let phrases = words.split(ends_phrase).map(normal_form).filter(|phrase| !phrase.is_empty()).collect();
        Utterance { lang, words: normal_form(words), phrases, times: times(lang, words) }
    }

    /// The language it is in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether these words are in it. Words with spaces between them are found whole (`hi` is not in `this`), Chinese ones
    /// anywhere. Between commas (`，好，`) they are found only where they stand alone between marks.
    pub fn has(&self, words: &str) -> bool {
        let alone = words.len() > 1 && words.starts_with([',', '，']) && words.ends_with([',', '，']);
        let words = normal_form(words);
        if words.is_empty() {
            return false;
        }
        if alone {
            return self.phrases.contains(&words);
        }
        self.words.match_indices(&*words).any(|(at, _)| is_whole(&self.words, at, at + words.len()))
    }

    /// Whether it names these times of day, however they are written: `10:30` is `half past ten`. False of words that name
    /// none.
    pub fn has_times_of(&self, words: &str) -> bool {
        let wanted = times(self.lang, words);
        let named = |time: &Quantity| {
            let written = self.times.iter().any(|own| (own.from, own.to) == (time.from, time.to));
            written || time.from == time.to && self.says_hour(time.from)
        };
        !wanted.is_empty() && wanted.iter().all(named)
    }

    /// Whether it names an hour in passing: `at ten`, `10 tomorrow`, `ten thirty`.
    fn says_hour(&self, time: u32) -> bool {
        let (hour, minute) = ((time / 60 + 11) % 12 + 1, time % 60);
        if minute > 0 {
            return self.has(&format!("{hour} {minute:02}"));
        }
        let words: Vec<&str> = self.words.split([' ', '?']).collect();
        let near = |at: Option<usize>, known: &[&str]| {
            at.and_then(|at| words.get(at)).is_some_and(|word| known.contains(word))
        };
        let number = |at: usize| words.get(at).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let hours = words.iter().enumerate().filter(|(_, word)| **word == hour.to_string());
        let mut plain = hours.map(|(at, _)| at).filter(|at| !near(Some(at + 1), &COUNTED) && !number(at + 1));
        plain.any(|at| near(at.checked_sub(1), &BEFORE_AN_HOUR) || near(Some(at + 1), &AFTER_AN_HOUR))
    }

    /// Whether it names any time of day.
    pub fn has_time(&self) -> bool {
        !self.times.is_empty()
    }

    /// Whether it names this number, however its digits are grouped; false of words that are no number of five digits or more.
    pub fn has_digits_of(&self, words: &str) -> bool {
        let digits = ungrouped(&normal_form(words));
        let number = digits.len() >= 5 && digits.bytes().all(|b| b.is_ascii_digit());
        let own = ungrouped(&self.words);
        number && own.match_indices(&*digits).any(|(at, _)| is_whole(&own, at, at + digits.len()))
    }
}

/// Between these words a number is an hour, unless something that is counted follows.
const BEFORE_AN_HOUR: [&str; 5] = ["at", "by", "for", "tomorrow", "today"];
const AFTER_AN_HOUR: [&str; 6] = ["sharp", "in", "on", "tomorrow", "today", "then"];
const COUNTED: [&str; 7] = ["past", "to", "minute", "minutes", "hours", "days", "times"];

/// The times of day that the words name. Digits as on a clock are read in every language, and `10 点` like `10点`.
fn times(lang: Lang, words: &str) -> Vec<Quantity> {
    let clock = Lang::new("en").filter(|en| *en != lang).map(|en| quantities(en, words));
    let mut times = quantities(lang, words);
    times.extend(quantities(lang, &without_marks(words)));
    times.extend(clock.into_iter().flatten());
    times.retain(|quantity| quantity.measure == Measure::Time);
    times
}

/// Whether no word is cut in two at the ends of this part.
fn is_whole(words: &str, start: usize, end: usize) -> bool {
    let before = words[..start].chars().next_back();
    let after = &words[end..];
    let goes_on = |next: char| is_spelt(next) || next == '\'' && !is_genitive(after);
    let starts_inside = is_spelt_at(words[start..].chars().next()) && before.is_some_and(|c| is_spelt(c) || c == '\'');
    let ends_inside = is_spelt_at(words[..end].chars().next_back()) && after.starts_with(goes_on);
    !starts_inside && !ends_inside
}

/// `'s` at the end of a word belongs to whatever name stands before it.
fn is_genitive(rest: &str) -> bool {
    rest.strip_prefix("'s").is_some_and(|rest| !rest.starts_with(is_spelt))
}

/// Whether a letter or digit belongs to words that are written with spaces between them.
fn is_spelt(c: char) -> bool {
    c.is_alphanumeric() && !is_unspaced(c)
}

fn is_spelt_at(c: Option<char>) -> bool {
    c.is_some_and(is_spelt)
}

/// Whether it belongs to a script that sets no spaces: Chinese and Japanese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Words as they are compared.
fn normal_form(words: &str) -> String {
    numerals::as_digits(&without_contractions(&without_marks(words)))
}

/// Small letters, half width, no punctuation but `?` and the apostrophes inside words, one space where words need one.
fn without_marks(words: &str) -> String {
    let chars: Vec<char> = words.chars().map(half_width).flat_map(char::to_lowercase).collect();
    let mut out = String::new();
    let mut gap = false;
    for (at, &c) in chars.iter().enumerate() {
        let (before, after) = (at.checked_sub(1).and_then(|at| chars.get(at)).copied(), chars.get(at + 1).copied());
        let kept = is_kept(c) || c == '\'' && is_spelt_at(before) && is_spelt_at(after);
        if kept {
            let last = out.chars().next_back();
            if gap && !is_unspaced(c) && last.is_some_and(|last| !is_unspaced(last)) {
                out.push(' ');
            }
            // `二、` begins a point of a list.
            if after == Some('、') && numerals::is_digit(c) && !before.is_some_and(is_kept) {
                out.push('第');
            }
            out.push(c);
        } else if c == '?' && !out.ends_with('?') {
            out.push('?');
        }
        gap = !kept;
    }
    out
}

/// Whether it belongs to words or to a slot (`{name}`).
fn is_kept(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '{' | '}' | '_')
}

/// Whether it stands between phrases.
fn ends_phrase(c: char) -> bool {
    !is_kept(c) && !c.is_whitespace() && half_width(c) != '\''
}

fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '‘' | '’' | 'ʼ' => '\'',
        c => c,
    }
}

/// Endings of English words that stand for a word of their own.
const CONTRACTIONS: [(&str, &str); 4] = [("'m", " am"), ("'ll", " will"), ("'re", " are"), ("'ve", " have")];

/// Words whose `'s` is surely `is`, and others that are short for two.
const SHORT: [(&str, &str); 13] = [
    ("it's", "it is"),
    ("that's", "that is"),
    ("what's", "what is"),
    ("there's", "there is"),
    ("here's", "here is"),
    ("who's", "who is"),
    ("how's", "how is"),
    ("when's", "when is"),
    ("where's", "where is"),
    ("everything's", "everything is"),
    ("let's", "let us"),
    ("i'd", "i would"),
    ("you'd", "you would"),
];

fn without_contractions(words: &str) -> String {
    let whole = |word: &str| {
        let (word, mark) = word.strip_suffix('?').map_or((word, ""), |word| (word, "?"));
        let short = SHORT.iter().find(|(short, _)| *short == word).map(|(_, long)| (*long).to_owned());
        let ending = || {
            let found = CONTRACTIONS.iter().find_map(|(short, long)| Some((word.strip_suffix(short)?, long)));
            found.map(|(stem, long)| format!("{stem}{long}"))
        };
        short.or_else(ending).unwrap_or_else(|| word.to_owned()) + mark
    };
    words.split(' ').map(whole).collect::<Vec<_>>().join(" ")
}

/// Digits that stand in groups, joined: `138 0000 1234`.
fn ungrouped(words: &str) -> String {
    let chars: Vec<char> = words.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let kept =
        chars.iter().enumerate().filter(|(at, c)| **c != ' ' || !digit(at.checked_sub(1)) || !digit(Some(at + 1)));
    kept.map(|(_, c)| *c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(tag: &str, words: &str) -> Utterance {
        Utterance::new(Lang::new(tag).expect("a tag"), words)
    }

    #[test]
    fn words_are_found_whole_and_chinese_anywhere() {
        assert!(say("en", "Hi, is that Ms Lin?").has("hi"));
        assert!(!say("en", "This is it").has("hi"));
        assert!(!say("en", "I can't come").has("I can"));
        assert!(say("en", "Is this Ms Lin’s?").has("Ms Lin"));
        assert!(say("zh", "请问是林女士吗？").has("林女士"));
        assert!(say("zh", "打10000就行").has("10000"));
        assert!(!say("zh", "打110000").has("10000"));
        assert!(!say("en", "Ring 100001").has("10000"));
        assert!(!say("en", "anything").has(""));
    }

    #[test]
    fn how_it_is_written_does_not_matter() {
        assert!(say("zh", "好，我这就来").has("好我"));
        assert!(say("en", "Good. I'll be there").has("good i will"));
        assert!(say("en", "I’M SORRY").has("I am sorry"));
        assert!(say("en", "a follow-up visit").has("follow up"));
        assert!(say("zh", "ＯＫ，没问题").has("ok"));
        assert!(say("zh", "是林女士吧？").has("吧？"));
        assert!(say("zh", "是林女士吧 ?").has("吧？"));
        assert!(!say("zh", "是林女士吧。").has("吧？"));
        assert!(say("en", "Ms Lin?").has("?"));
        assert!(say("zh", "晴川电信 社区经理").has("晴川电信社区经理"));
        assert!(say("en", "I'm {player} from {company}.").has("{player}"));
    }

    #[test]
    fn words_between_commas_stand_alone() {
        assert!(say("zh", "好。十点我到").has("，好，"));
        assert!(say("zh", "嗯，好").has("，好，"));
        assert!(!say("zh", "您好，我是社区经理").has("，好，"));
        assert!(say("en", "Right. I'll be there").has(",right,"));
        assert!(!say("en", "All right, calm down").has(",right,"));
    }

    #[test]
    fn points_of_a_list_are_numbered() {
        let list = say("zh", "一、换新的；二、先借您一台；三、派人来");
        assert!(list.has("第一") && list.has("第二") && list.has("第三"));
        assert!(!say("zh", "星期一、三都行").has("第一"));
    }

    #[test]
    fn numerals_times_and_numbers_are_read() {
        assert!(say("zh", "过十分钟再打").has("10分钟"));
        assert!(say("zh", "三零二室").has("302"));
        assert!(say("zh", "二十三号").has("23号"));
        assert!(say("zh", "十点半到").has_times_of("上午10:30"));
        assert!(say("zh", "明天10:30到").has_times_of("十点半"));
        assert!(say("zh", "明 天 10 点 到").has_times_of("上午十点"));
        assert!(say("en", "at half past ten").has_times_of("10:30"));
        assert!(!say("en", "at half past nine").has_times_of("10:30"));
        assert!(say("en", "tomorrow at ten").has_times_of("10:00"));
        assert!(say("en", "ten thirty, then?").has_times_of("10:30"));
        assert!(say("en", "ten in the morning").has_times_of("10 a.m."));
        assert!(!say("en", "at ten past nine").has_times_of("10:00"));
        assert!(!say("en", "for ten minutes").has_times_of("10:00"));
        assert!(!say("en", "at ten").has_times_of("soon"));
        assert!(say("en", "138 0000 1234, any time").has_digits_of("13800001234"));
        assert!(!say("en", "138 0000 12345").has_digits_of("13800001234"));
        assert!(!say("en", "12 34").has_digits_of("1234"));
    }
}
