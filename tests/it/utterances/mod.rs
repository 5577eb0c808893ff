//! What people say, held against what the standard prescribes: `replies.txt` has eight good and eight bad replies to a row and
//! language, and says of each bad one which part it lacks.

use doorstep::base::text::Lang;
use doorstep::content::scenario::{Packed, load};
use doorstep::content::standard::{Element, RequirementId, Standard};
use doorstep::play::hearing::{ElementHeard, SlotValue, Utterance, hear};
use doorstep::store::Content;
use std::collections::BTreeMap;
use std::path::Path;

const REPLIES: &str = include_str!("replies.txt");

/// What the slots hold in these replies.
const SLOTS: [(&str, &str, &str); 6] = [
    ("customer", "林女士", "Ms Lin"),
    ("company", "晴川电信", "Qingchuan Telecom"),
    ("player", "沈一诺", "Shen Yinuo"),
    ("hotline", "10000", "10000"),
    ("job", "修电话", "the phone"),
    ("points", "断了三次", "cut off three times"),
];

/// A reply, and the part that it lacks, if it is a bad one.
struct Reply<'r> {
    row: &'r str,
    lang: Lang,
    words: &'r str,
    lacks: Option<&'r str>,
}

fn replies(table: &str) -> Vec<Reply<'_>> {
    let mut row = "";
    let mut replies = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(id) = line.strip_prefix("== ") {
            row = id;
            continue;
        }
        let (tag, rest) = line.split_once(' ').unwrap_or_else(|| panic!("no language in {line:?}"));
        let lang = Lang::new(tag).unwrap_or_else(|| panic!("no language in {line:?}"));
        let bad = rest.strip_prefix("- [").map(|rest| rest.split_once("] ").unwrap_or_else(|| panic!("{line:?}")));
        let good = rest.strip_prefix("+ ");
        let (lacks, words) = match (bad, good) {
            (Some((lacks, words)), _) => (Some(lacks), words),
            (None, Some(words)) => (None, words),
            (None, None) => panic!("neither good nor bad: {line:?}"),
        };
        replies.push(Reply { row, lang, words, lacks });
    }
    replies
}

fn value(lang: Lang, name: &str) -> SlotValue<'static> {
    let slot = SLOTS.iter().find(|(slot, ..)| *slot == name).unwrap_or_else(|| panic!("{name} has no value here"));
    SlotValue::words(if lang.tag() == "zh" { slot.1 } else { slot.2 })
}

/// The English names of the parts that the reply lacks.
fn missing<'s>(elements: &'s [Element], reply: &Reply) -> Vec<&'s str> {
    let said = Utterance::new(reply.lang, reply.words);
    let all: Vec<&Element> = elements.iter().collect();
    let heard = |element: &Element| hear(element, &all, &said, &|slot| value(reply.lang, slot));
    let lacks = |element: &&Element| heard(element) != ElementHeard::Said;
    elements.iter().filter(lacks).map(english).collect()
}

fn english(element: &Element) -> &str {
    element.name.in_lang(Lang::new("en").expect("a tag"))
}

/// Every reply that is not heard as the table says.
fn faults(standard: &Standard, table: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for reply in replies(table) {
        let id = RequirementId::find(&standard.requirements, |row| *row.id == *reply.row);
        let id = id.unwrap_or_else(|| panic!("the standard has no {}", reply.row));
        let elements = &standard.requirement(id).elements;
        let missing = missing(elements, &reply);
        let place = format!("{} {} {:?}", reply.row, reply.lang, reply.words);
        match reply.lacks {
            None if !missing.is_empty() => {
                faults.push(format!("{place} is good, and not found: {}", missing.join(", ")));
            }
            Some(part) if !elements.iter().any(|element| english(element) == part) => {
                faults.push(format!("{place}: the row has no part called {part:?}"));
            }
            Some(part) if !missing.contains(&part) => faults.push(format!("{place} is bad, and yet found: {part}")),
            _ => {}
        }
    }
    faults
}

/// The standard of this repository, whatever state its scenarios are in.
fn standard() -> Packed<Standard> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files =
        Content::find(Some(&folder), Path::new("/")).and_then(|content| content.read()).expect("content is read");
    let loaded = load(&files.sources);
    loaded.expect("the standard is valid").pack.standard
}

#[test]
fn good_replies_have_every_part_and_bad_ones_lack_theirs() {
    let faults = faults(&standard(), REPLIES);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn twenty_rows_have_eight_good_and_eight_bad_replies_a_language() {
    let mut counts: BTreeMap<(&str, &str, bool), usize> = BTreeMap::new();
    let all = replies(REPLIES);
    for reply in &all {
        *counts.entry((reply.row, reply.lang.tag(), reply.lacks.is_none())).or_default() += 1;
    }
    assert_eq!(counts.len(), 20 * 2 * 2);
    let uneven: Vec<_> = counts.iter().filter(|(_, count)| **count != 8).collect();
    assert!(uneven.is_empty(), "{uneven:?}");
}

#[test]
fn a_reply_on_the_wrong_side_is_told_with_its_row_language_and_part() {
    let planted = "== basic.conduct.visit.normal.15.r1\nzh + 好嘞。\nen - [thanks] Thanks!\nen - [money] Hm.\n";
    let faults = faults(&standard(), planted);
    assert_eq!(
        faults,
        [
            "basic.conduct.visit.normal.15.r1 zh \"好嘞。\" is good, and not found: thanks",
            "basic.conduct.visit.normal.15.r1 en \"Thanks!\" is bad, and yet found: thanks",
            "basic.conduct.visit.normal.15.r1 en \"Hm.\": the row has no part called \"money\"",
        ]
    );
}
