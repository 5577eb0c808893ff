//! Words that are often mistyped, as they are meant: times and days, and what every call is about.

use crate::base::text::Lang;
use std::borrow::Cow;

/// Words that a letter left out, doubled or swapped with the next one makes into no other word.
const KNOWN: [&str; 15] = [
    "tomorrow",
    "morning",
    "afternoon",
    "evening",
    "community",
    "manager",
    "trouble",
    "appointment",
    "convenient",
    "apologise",
    "understanding",
    "broadband",
    "television",
    "technician",
    "happen",
];

/// Others, farther from what is meant.
const MISTYPED: [(&str, &str); 6] = [
    ("tommorow", "tomorrow"),
    ("tommorrow", "tomorrow"),
    ("tomorro", "tomorrow"),
    ("oclock", "o'clock"),
    ("trubble", "trouble"),
    ("afternon", "afternoon"),
];

/// A text with its English words spelt as they are meant; other languages as they are.
pub(super) fn respelt(lang: Lang, text: &str) -> String {
    if !lang.tag().starts_with("en") {
        return text.to_owned();
    }
    let text = &*with_colons(text);
    let pieces = text.split_inclusive(|c: char| !c.is_ascii_alphabetic());
    let mut out = String::with_capacity(text.len());
    for piece in pieces {
        let word = piece.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
        out.push_str(&meant(word));
        out.push_str(&piece[word.len()..]);
    }
    out
}

/// Words behind which `5.30` is a time.
const BEFORE_A_TIME: [&str; 10] = ["at", "by", "from", "to", "till", "until", "before", "after", "around", "about"];

/// Times with a dot as with a colon, byte for byte: `5.30pm`, `at 10.30`.
fn with_colons(text: &str) -> Cow<'_, str> {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    let is_time = |dot: &usize| {
        let digits = bytes[..*dot].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let minutes = bytes.get(dot + 1).is_some_and(|byte| (b'0'..=b'5').contains(byte))
            && is_digit(bytes.get(dot + 2))
            && !is_digit(bytes.get(dot + 3));
        let hour = text.get(dot - digits..*dot).and_then(|hour| hour.parse::<u32>().ok());
        let before = text.get(..dot - digits).unwrap_or_default().trim_end();
        let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let after = text.get(dot + 3..).unwrap_or_default().trim_start().to_ascii_lowercase();
        let half = ["am", "pm", "a.m", "p.m"].iter().any(|half| after.starts_with(half));
        let named = half || BEFORE_A_TIME.contains(&&*word.to_ascii_lowercase());
        minutes && named && hour.is_some_and(|hour| hour < 24)
    };
    let dots: Vec<usize> = text.match_indices('.').map(|(at, _)| at).filter(is_time).collect();
    if dots.is_empty() {
        return text.into();
    }
    let colon = |(at, c): (usize, char)| if dots.contains(&at) { ':' } else { c };
    text.char_indices().map(colon).collect::<String>().into()
}

fn meant(word: &str) -> Cow<'_, str> {
    if word.len() < 5 {
        return word.into();
    }
    let small = word.to_ascii_lowercase();
    let listed = MISTYPED.iter().find(|(typed, _)| *typed == small).map(|(_, meant)| *meant);
    let slipped = || KNOWN.into_iter().find(|known| is_slip(&small, known));
    listed.or_else(slipped).map_or(word.into(), Cow::Borrowed)
}

/// Whether one letter of a word was left out, doubled, or swapped with the next; never its first or last.
fn is_slip(typed: &str, known: &str) -> bool {
    let (typed, known) = (typed.as_bytes(), known.as_bytes());
    if typed.first() != known.first() || typed.last() != known.last() || typed == known {
        return false;
    }
    let same = typed.iter().zip(known).take_while(|(a, b)| a == b).count();
    let rest = |bytes: &'_ [u8], from: usize| bytes.get(from..).unwrap_or_default().to_vec();
    if typed.len() + 1 == known.len() {
        return rest(typed, same) == rest(known, same + 1);
    }
    if typed.len() == known.len() + 1 {
        let doubled = same.checked_sub(1).and_then(|before| known.get(before)) == typed.get(same);
        return doubled && rest(typed, same + 1) == rest(known, same);
    }
    typed.len() == known.len()
        && typed.get(same) == known.get(same + 1)
        && typed.get(same + 1) == known.get(same)
        && rest(typed, same + 2) == rest(known, same + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_mended_and_words_are_left() {
        let en = Lang::new("en").expect("a tag");
        for (typed, meant) in [
            ("tomorow mornng at ten oclock", "tomorrow morning at ten o'clock"),
            ("Tommorow, comunity manger", "tomorrow, community manager"),
            ("any trubble? moring mroning", "any trouble? morning morning"),
            ("in mourning, I manage evenings", "in mourning, I manage evenings"),
        ] {
            assert_eq!(respelt(en, typed), meant);
        }
        for (typed, meant) in [
            ("5.30pm, or at 10.30", "5:30pm, or at 10:30"),
            ("10.30 a.m.", "10:30 a.m."),
            ("it costs 5.30", "it costs 5.30"),
            ("at 5.3 metres, at 5.305, by 28.30", "at 5.3 metres, at 5.305, by 28.30"),
            ("at .30", "at .30"),
        ] {
            assert_eq!(respelt(en, typed), meant);
        }
        let zh = Lang::new("zh").expect("a tag");
        assert_eq!(respelt(zh, "tomorow"), "tomorow");
    }
}
