//! Words as they are compared, freed from how they happen to be written.
//!
//! Case, width, quotes, punctuation and spaces tell nothing about what is said, so they fall away; a question mark tells
//! whether it is a question, and stays. English contractions are written out (`I'm` is `I am`, typed in haste `im`), and
//! numerals are digits (`三到五次` is `3到5次`, `ten thirty` is `10 30`), so that a list of words need not name each form.
//! What is looked for goes the same way.

use super::numerals;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Whether no word is cut in two at the ends of this part.
pub(super) fn is_whole(words: &str, start: usize, end: usize) -> bool {
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
pub(super) fn is_spelt(c: char) -> bool {
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
pub(super) fn normal_form(words: &str) -> String {
    half_days(&numerals::as_digits(&without_contractions(&apart(&without_marks(words)))))
}

/// What is typed close up to a digit.
const CLOSE_UP: [&str; 6] = ["am", "pm", "min", "mins", "hr", "hrs"];

/// `10am` and `10mins` in two words.
fn apart(words: &str) -> String {
    let cut = |word: &str| {
        let bare = word.trim_end_matches('?');
        let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = word.split_at(digits);
        let is_close = digits > 0 && CLOSE_UP.contains(&rest.trim_end_matches('?'));
        if is_close { format!("{number} {rest}") } else { word.to_owned() }
    };
    words.split(' ').map(cut).collect::<Vec<_>>().join(" ")
}

/// `10 a.m.` is `10 am`.
fn half_days(words: &str) -> String {
    let mut out: Vec<Cow<str>> = Vec::new();
    for word in words.split(' ') {
        let half =
            out.last().filter(|half| matches!(&***half, "a" | "p")).filter(|_| word.trim_end_matches('?') == "m");
        let hour = out.iter().rev().nth(1).is_some_and(|hour| hour.parse::<u32>().is_ok());
        match half.filter(|_| hour).map(|half| format!("{half}{word}")) {
            Some(half) => {
                out.pop();
                out.push(half.into());
            }
            None => out.push(word.into()),
        }
    }
    out.join(" ")
}

/// Small letters, half width, no punctuation but `?` and the apostrophes inside words, one space where words need one.
pub(super) fn without_marks(words: &str) -> String {
    let chars: Vec<char> = words.nfkc().map(half_width).flat_map(char::to_lowercase).collect();
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
pub(super) fn ends_phrase(c: char) -> bool {
    !is_kept(c) && !c.is_whitespace() && half_width(c) != '\''
}

/// What compatibility leaves: apostrophes of all kinds.
fn half_width(c: char) -> char {
    match c {
        '‘' | '’' | 'ʼ' | '′' | '`' => '\'',
        c => c,
    }
}

/// Endings of English words that stand for a word of their own.
const CONTRACTIONS: [(&str, &str); 4] = [("'m", " am"), ("'ll", " will"), ("'re", " are"), ("'ve", " have")];

/// Words whose `'s` is surely `is`, and others that are short for two.
const SHORT: [(&str, &str); 58] = [
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
    // As they are typed in haste.
    ("im", "i am"),
    ("ive", "i have"),
    ("ill", "i will"),
    ("youre", "you are"),
    ("youve", "you have"),
    ("youll", "you will"),
    ("weve", "we have"),
    ("its", "it is"),
    ("thats", "that is"),
    ("heres", "here is"),
    ("theres", "there is"),
    ("whats", "what is"),
    ("dont", "don't"),
    ("cant", "can't"),
    ("cannot", "can't"),
    ("wont", "won't"),
    ("isnt", "isn't"),
    ("arent", "aren't"),
    ("wasnt", "wasn't"),
    ("didnt", "didn't"),
    ("doesnt", "doesn't"),
    ("havent", "haven't"),
    ("hasnt", "hasn't"),
    ("couldnt", "couldn't"),
    ("wouldnt", "wouldn't"),
    ("shouldnt", "shouldn't"),
    ("hows", "how is"),
    ("shant", "shan't"),
    ("hadnt", "hadn't"),
    ("mustnt", "mustn't"),
    ("neednt", "needn't"),
    ("ye", "you"),
    ("ya", "you"),
    ("u", "you"),
    ("ur", "your"),
    ("cannae", "can't"),
    ("dinnae", "don't"),
    ("thx", "thanks"),
    ("pls", "please"),
    ("plz", "please"),
    ("tmrw", "tomorrow"),
    ("mins", "minutes"),
    ("min", "minutes"),
    ("hr", "hour"),
    ("hrs", "hours"),
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
pub(super) fn ungrouped(words: &str) -> String {
    let chars: Vec<char> = words.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let kept =
        chars.iter().enumerate().filter(|(at, c)| **c != ' ' || !digit(at.checked_sub(1)) || !digit(Some(at + 1)));
    kept.map(|(_, c)| *c).collect()
}
