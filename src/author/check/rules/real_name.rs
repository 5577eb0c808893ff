//! A name that belongs to somebody.

use super::Rule;
use super::worded::{WordFault, find_in_words, is_whole_word};
use crate::author::check::shown_words::words_of;
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: Code::REAL_NAME,
    severity: Severity::Warning,
    title: Phrase::new("a name that no text may hold", "不许出现的名字"),
    prose: Phrase::new(
        "The pack lists names that must stay out (`never` in pack.ron), mostly those of real companies. What a scenario \
        says about them would be read as a statement of fact, by customers and by lawyers; and an invented company lets \
        everybody learn without taking sides. A name is found in whatever letters, with blanks or hyphens in it, and where a \
        slot fills a part of it.\n\n\
        Use the slot of your own, such as {company}, or tell it without a name: the other firm, the people across the road.",
        "`pack.ron` 的 `never` 列出了不许出现的名字，多半是真实的公司。情景里怎么说它们，客户和律师都会当成事\
            实；用虚构的公司，大家学的时候就不必站队。名字用什么字母、中间有没有空格和连字符、有没有一部分由填空\
            补上，都认得出来。\n\n\
            用自己的填空，例如 {company}，或者不提名字：那一家、马路对面的。",
    ),
    trips: Sample::Edits {
        edits: &[("哦，电信的。", "哦，中国电信的。")], at: "哦，中国电信的。"
    },
    passes: Sample::Edits { edits: &[("哦，电信的。", "哦，晴川电信的。")], at: "" },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let names = kept_out(&inspection.scenario.never);
    find_in_words(inspection, &RULE, |_, lang, words| {
        let shown = words_of(inspection, words, lang);
        let filled = || (shown != words).then(|| first(&shown, &names)).flatten();
        // What stands partly in a slot has no place of its own in the text.
        let found = first(words, &names).or_else(|| filled().map(|(_, name)| (0..words.len(), name)));
        found.map(told).into_iter().collect()
    })
}

/// A name that is kept out, and its letters as they are compared.
pub(super) type KeptOutName<'n> = (&'n str, Plain);

/// Names that are kept out, ready to be looked for.
pub(super) fn kept_out(names: &[Box<str>]) -> Vec<KeptOutName<'_>> {
    names.iter().map(|name| (&**name, plain(name))).collect()
}

/// The first of them in some words.
pub(super) fn fault(words: &str, names: &[KeptOutName]) -> Option<WordFault> {
    first(words, names).map(told)
}

fn told((at, name): (Range<usize>, &str)) -> WordFault {
    let message =
        both!("the text names \"{name}\", which the pack keeps out", "文字里出现了“{name}”，`pack.ron` 不许用它");
    let help = Phrase::new("use your own name for it, or none", "用自己起的名字，或者不提名字").into();
    WordFault { at, message, help }
}

/// Letters as they are compared: in small letters, of ordinary width, without blanks and hyphens; each with its bytes.
pub(super) type Plain = Vec<(char, Range<usize>)>;

fn plain(words: &str) -> Plain {
    let narrow = |c: char| match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    let parts = |c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '_' | '·' | '・' | '.');
    let letters = words.char_indices().map(|(at, c)| (narrow(c), at..at + c.len_utf8()));
    letters.filter(|(c, _)| !parts(*c)).flat_map(|(c, at)| c.to_lowercase().map(move |c| (c, at.clone()))).collect()
}

/// The first name in the words, and where it stands.
fn first<'n>(words: &str, names: &[(&'n str, Plain)]) -> Option<(Range<usize>, &'n str)> {
    let letters = plain(words);
    let found = names.iter().filter_map(|(name, plain)| Some((find(words, &letters, plain)?, *name)));
    found.min_by_key(|(at, _)| at.start)
}

/// Where a name stands; one of Latin letters only as whole words.
fn find(words: &str, letters: &[(char, Range<usize>)], name: &[(char, Range<usize>)]) -> Option<Range<usize>> {
    let same = |here: &&[(char, Range<usize>)]| here.iter().zip(name).all(|(here, wanted)| here.0 == wanted.0);
    let bytes = |here: &[(char, Range<usize>)]| Some(here.first()?.1.start..here.last()?.1.end);
    let all = letters.windows(name.len().max(1)).filter(|_| !name.is_empty()).filter(same).filter_map(bytes);
    all.into_iter().find(|at| is_whole_word(words, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        let names = [("中国电信", plain("中国电信")), ("T-Mobile", plain("T-Mobile")), ("AT&T", plain("AT&T"))];
        for words in [
            "中国电信",
            "中 国 电 信",
            "中国-电信的",
            "T‑MOBILE",
            "t mobile",
            "Ｔ－Ｍｏｂｉｌｅ",
            "by TMobile.",
            "At&t",
            "A.T.&T.",
        ] {
            assert!(first(words, &names).is_some(), "{words}");
        }
        for words in ["中国的电信", "at mobile", "that's mobile", "batt", "晴川电信"] {
            assert!(first(words, &names).is_none(), "{words}");
        }
        assert_eq!(first("在中 国电信上班", &names).map(|(at, _)| at), Some(3..16));
    }
}
