//! The lines that begin with `expect`: which kind of expectation one is, and those kinds that may name several things at
//! once, such as texts, choices and entries of the ledger.

use super::arguments::{keyword, span};
use super::value;
use crate::author::playscript::mismatches::Mismatches;
use crate::author::playscript::script::{ChoiceRef, Expectation, Instruction, TypedStep};
use crate::author::playscript::token::{Word, WordKind};
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::suggest;
use crate::both;
use crate::play::scoring::EntryKind;
use std::ops::Range;

const EXPECTATIONS: [&str; 20] = [
    "text", "no", "open", "locked", "hidden", "met", "late", "mended", "spoiled", "broken", "missed", "yielded",
    "extra", "score", "mood", "clock", "ending", "verdict", "label", "entry",
];

const NOTHING_EXPECTED: Phrase = Phrase::new(
    "write `expect` and one of: text, open, locked, hidden, met, late, mended, spoiled, broken, missed, yielded, score, mood, clock, ending, verdict, label",
    "写 `expect`，后面跟其中一个：text, open, locked, hidden, met, late, mended, spoiled, broken, missed, yielded, score, mood, clock, ending, verdict, label",
);

const ALL_EXPECTED: Phrase = Phrase::new(
    "one can expect text, open, locked, hidden, met, late, mended, spoiled, broken, missed, yielded, extra, score, mood, clock, ending, verdict, label",
    "`expect` 后面可以写 text, open, locked, hidden, met, late, mended, spoiled, broken, missed, yielded, extra, score, mood, clock, ending, verdict, label",
);

/// Everything that one line expects; `first` is its word `expect`.
pub(super) fn expectations(first: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Vec<TypedStep> {
    let Some((what, rest)) = rest.split_first() else {
        mismatches.add_at(first, Phrase::new("what is expected?", "`expect` 什么？"), NOTHING_EXPECTED);
        return Vec::new();
    };
    let keyword = keyword(what);
    if let Some(kind) = EntryKind::ALL.into_iter().find(|kind| kind.word() == keyword) {
        return entries(what, rest, kind, mismatches);
    }
    let one = |step: Option<TypedStep>| step.into_iter().collect();
    match keyword.as_str() {
        "entry" => named_entries(what, rest, mismatches),
        "text" => texts(what, rest, Expectation::Told, mismatches),
        "no" => no_texts(what, rest, mismatches),
        "open" => choices(what, rest, Expectation::Open, mismatches),
        "hidden" => choices(what, rest, Expectation::Hidden, mismatches),
        "locked" => locked(what, rest, mismatches),
        "score" => one(value::score(what, rest, mismatches)),
        "mood" => one(value::mood(what, rest, mismatches)),
        "clock" => one(value::clock(what, rest, mismatches)),
        "ending" => one(value::ending(what, rest, mismatches)),
        "verdict" => one(value::verdict(what, rest, mismatches)),
        "label" => one(value::label(what, rest, mismatches)),
        _ => {
            let near = suggest(&keyword, EXPECTATIONS);
            let near = near.map(|near| both!("did you mean `expect {near}`?", "是不是想写 `expect {near}`？"));
            let message =
                both!("nothing is expected by \"{word}\"", "`expect` 后面不能写 \"{word}\"", word = what.text);
            mismatches.add_at(what, message, near.unwrap_or_else(|| ALL_EXPECTED.into()));
            Vec::new()
        }
    }
}

/// `expect entry met …`: the long way to say `expect met …`.
fn named_entries(what: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Vec<TypedStep> {
    let kind_of = |word: &Word| EntryKind::ALL.into_iter().find(|kind| kind.word() == &*word.text);
    if let Some((own, rest)) = rest.split_first()
        && let Some(kind) = kind_of(own)
    {
        return entries(own, rest, kind, mismatches);
    }
    let help = Phrase::new(
        "write `expect met ID`, or late, broken, missed, yielded, extra",
        "写成 `expect met 编号`，或者 late、broken、missed、yielded、extra",
    );
    mismatches.add_at(what, Phrase::new("which entry?", "哪一种？"), help);
    Vec::new()
}

/// Requirements, and perhaps the choice that caused the entry: `met ID, ID by CHOICE`.
fn entries(what: &Word, rest: &[Word], kind: EntryKind, mismatches: &mut Mismatches) -> Vec<TypedStep> {
    const HELP: Phrase = Phrase::new(
        "write `expect met visit.normal.07.r1`; the end of an id will do where only one ends so",
        "写成 `expect met visit.normal.07.r1`；只有一条这样结尾的话，写编号的后半截就行",
    );
    let (ids, by) = match rest.iter().position(|word| &*word.text == "by") {
        None => (rest, None),
        Some(at) if at + 2 == rest.len() => (&rest[..at], Some(rest[at + 1].clone())),
        Some(at) => {
            let help = Phrase::new("write `by` and the id of one choice", "写 `by`，后面跟一个选项的编号");
            mismatches.add_at(&rest[at], Phrase::new("by which choice?", "`by` 哪个选项？"), help);
            return Vec::new();
        }
    };
    if ids.is_empty() {
        mismatches.add_at(what, Phrase::new("which requirement?", "哪条要求？"), HELP);
    }
    let entry = |id: &Word| Expectation::Entry { kind, requirement: id.clone(), by: by.clone() };
    ids.iter().map(|id| step(id.at.clone(), entry(id))).collect()
}

/// One or more quotations.
fn texts(
    what: &Word,
    rest: &[Word],
    expectation: impl Fn(Box<str>) -> Expectation<Word, Word>,
    mismatches: &mut Mismatches,
) -> Vec<TypedStep> {
    let quoted = rest.iter().all(|word| word.kind == WordKind::Quoted && !word.text.trim().is_empty());
    if rest.is_empty() || !quoted {
        let help = both!(
            "write them in quotation marks: `expect text \"comes to the door\"`",
            "写在引号里：`expect text “来开门”`"
        );
        mismatches.add(span(rest).unwrap_or(what.at.clone()), Phrase::new("which words?", "哪些字？"), help);
        return Vec::new();
    }
    rest.iter().map(|word| step(word.at.clone(), expectation(word.text.clone()))).collect()
}

fn no_texts(what: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Vec<TypedStep> {
    match rest.split_first() {
        Some((text, rest)) if &*text.text == "text" => texts(text, rest, Expectation::Untold, mismatches),
        _ => {
            let help = both!("write `expect no text \"…\"`", "写成 `expect no text “…”`");
            mismatches.add_at(what, Phrase::new("no what?", "`no` 什么？"), help);
            Vec::new()
        }
    }
}

fn choices(
    what: &Word,
    rest: &[Word],
    expectation: impl Fn(ChoiceRef) -> Expectation<Word, Word>,
    mismatches: &mut Mismatches,
) -> Vec<TypedStep> {
    if rest.is_empty() {
        let help = both!("write `expect {word} ID`", "写成 `expect {word} 编号`", word = what.text);
        mismatches.add_at(what, Phrase::new("which choice?", "哪个选项？"), help);
    }
    rest.iter().map(|choice| step(choice.at.clone(), expectation(choice.clone()))).collect()
}

/// One choice with a part of its reason, or any number of choices.
fn locked(what: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Vec<TypedStep> {
    match rest {
        [choice, reason] if reason.kind == WordKind::Quoted => {
            let at = choice.at.start..reason.at.end;
            vec![step(at, Expectation::Locked(choice.clone(), Some(reason.text.clone())))]
        }
        _ => choices(what, rest, |choice| Expectation::Locked(choice, None), mismatches),
    }
}

fn step(at: Range<usize>, expectation: Expectation<Word, Word>) -> TypedStep {
    TypedStep { at, instruction: Instruction::Expect(expectation) }
}
