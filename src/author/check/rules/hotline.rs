//! A service number that is somebody else's.

use super::Rule;
use super::spelt_number::{is_service, spelt_numbers};
use super::worded::{WordFault, find_in_words};
use crate::author::check::{Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::base::text::Lang;
use crate::both;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: Code::HOTLINE,
    severity: Severity::Warning,
    title: Phrase::new("a service number that is not the pack's", "出现了别的服务号码"),
    prose: Phrase::new(
        "The pack names its service number in a slot; here stands another one of five digits. Learners give out what they \
        have read a hundred times, and a customer who dials the wrong number reaches a stranger, or a competitor. A service \
        number in words (一零零零零, 一万号, \"dial ten thousand\") is told too, even the right one: a slot changes it everywhere.\n\n\
        Use the slot, such as {hotline}, and the number is right in every scenario. A sum of money or a number of another \
        kind reads better with its unit beside it, and is then not counted.",
        "`pack.ron` 的填空里写着服务号码，这里却是另一个五位数。学员读过一百遍的号码，就会告诉客户；客户打错了\
            ，接电话的是陌生人，或者是竞争对手。用字写出来的号码（一零零零零、一万号、“dial ten thousand”）哪怕\
            是对的也会提：用填空，改一处就处处都改了。\n\n\
            用填空，例如 {hotline}，每个情景里的号码就都是对的。金额和别的数字，后面写上单位读起来更好，也就不会\
            当成号码。",
    ),
    trips: Sample::Edits {
        edits: &[("往后有事，他知道找谁。", "往后有事，他知道拨10011。")], at: "拨10011"
    },
    passes: Sample::Edits {
        edits: &[
            ("往后有事，他知道找谁。", "往后有事，他知道拨{hotline}。"),
            ("He'll know who to ask for.", "He'll know whom {hotline} should fetch."),
        ],
        at: "",
    },
    check: Some(check),
};

fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    let scenario = inspection.scenario;
    let pack = scenario.slots.iter().filter(|slot| slot.file.is_none());
    let known: Vec<&str> =
        pack.flat_map(|slot| slot.text.iter()).map(|(_, words)| words).filter(|w| is_service(w)).collect();
    let Some(right) = known.first() else { return Vec::new() };
    find_in_words(inspection, &RULE, |_, lang, words| {
        let help = || both!("write the slot for {right} instead", "改用 {right} 的填空");
        let others = service_numbers(lang, words).into_iter().filter(|at| !known.contains(&&words[at.clone()]));
        let other = |at: Range<usize>| {
            let message = both!(
                "{number} is not the service number of this pack",
                "{number} 不是这里的服务号码",
                number = &words[at.clone()]
            );
            WordFault { at, message, help: help() }
        };
        let spelt = spelt_numbers(lang, words, &known).into_iter().map(|at| {
            let message = both!(
                "\"{words}\" spells out a service number",
                "“{words}”把服务号码写成了字",
                words = &words[at.clone()]
            );
            WordFault { at, message, help: help() }
        });
        others.map(other).chain(spelt).collect()
    })
}

/// Service numbers in a text: five digits by themselves, with no unit behind them.
fn service_numbers(lang: Lang, words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = words[rest..].find(|c: char| c.is_ascii_digit()).map(|at| at + rest) {
        let length = words[start..].bytes().take_while(u8::is_ascii_digit).count();
        rest = start + length;
        let joined = |c: char| matches!(c, '.' | ':' | '-' | ',') || c.is_ascii_alphabetic();
        let inside = words[..start].ends_with(joined) || number_goes_on(&words[rest..]);
        if is_service(&words[start..rest]) && !inside && !has_unit(lang, &words[rest..]) {
            found.push(start..rest);
        }
    }
    found
}

/// Whether the digits are only the beginning of a longer number; a full stop at the end of a sentence is none.
fn number_goes_on(after: &str) -> bool {
    let mut chars = after.chars();
    match chars.next() {
        Some('.' | ':' | '-' | ',') => chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_ascii_alphabetic(),
        None => false,
    }
}

fn has_unit(lang: Lang, after: &str) -> bool {
    let units: &[&str] = match lang.tag().get(..2) {
        Some("zh") => &["元", "块", "米", "人", "户", "步", "字", "兆", "年", "个", "次"],
        _ => &["yuan", "pounds", "dollars", "metres", "people", "homes", "steps", "words", "times"],
    };
    units.iter().any(|unit| after.trim_start().starts_with(unit))
}
