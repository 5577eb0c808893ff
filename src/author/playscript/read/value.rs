//! Expectations that compare one value: a score, a mood, a time of day, an ending, a verdict, a label.

use super::arguments::{compared, single};
use crate::author::playscript::mismatches::Mismatches;
use crate::author::playscript::script::{Expectation, Instruction, TypedStep};
use crate::author::playscript::token::Word;
use crate::base::bilingual::Phrase;
use crate::both;
use crate::content::scenario::{Comparison, time_of_day};
use crate::play::scoring::Label;
use crate::play::scoring::{Score, Verdict};

const LABELS: [Label; 5] = [Label::Best, Label::Good, Label::Inaccuracy, Label::Mistake, Label::Blunder];

pub(super) fn score(what: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Option<TypedStep> {
    const HELP: Phrase = Phrase::new(
        "write `expect score 100` or `expect score >= 80`; at most two decimals",
        "写成 `expect score 100` 或 `expect score >= 80`；最多两位小数",
    );
    let (order, word) = compared(what, rest, HELP, mismatches)?;
    match hundredths(word.text.trim_end_matches(['%', '％'])) {
        Some(score) => Some(step(word, Expectation::Score(order, score))),
        None => refuse(word, Phrase::new("score", "得分"), HELP, mismatches),
    }
}

pub(super) fn mood(what: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Option<TypedStep> {
    const HELP: Phrase = Phrase::new(
        "write a number, `expect mood >= -1`, or the screen's word, `expect mood calm`",
        "写一个数，`expect mood >= -1`，或者屏幕上的词，`expect mood 平静`",
    );
    let (order, word) = compared(what, rest, HELP, mismatches)?;
    match word.text.replace('−', "-").parse() {
        Ok(number) => Some(step(word, Expectation::Mood(order, number))),
        Err(_) if order == Comparison::Equal => Some(step(word, Expectation::MoodWord(word.clone()))),
        Err(_) => refuse(word, Phrase::new("number", "数"), HELP, mismatches),
    }
}

pub(super) fn clock(what: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Option<TypedStep> {
    const HELP: Phrase = Phrase::new(
        "write `expect clock 10:05`, `10:05:30` or `expect clock < 10:10`",
        "写成 `expect clock 10:05`、`10:05:30` 或 `expect clock < 10:10`",
    );
    let (order, word) = compared(what, rest, HELP, mismatches)?;
    match time_of_day(&word.text.replace('：', ":")) {
        Some(time) => Some(step(word, Expectation::Clock(order, time))),
        None => refuse(word, Phrase::new("time of day", "时刻"), HELP, mismatches),
    }
}

pub(super) fn ending(what: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Option<TypedStep> {
    let help = Phrase::new(
        "write `expect ending NAME`, the name in the scenario's `endings`",
        "写成 `expect ending 名字`，名字要在情景的 `endings` 里",
    );
    let word = single(what, rest, help, mismatches)?;
    Some(step(word, Expectation::Ending(word.clone())))
}

pub(super) fn verdict(what: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Option<TypedStep> {
    const HELP: Phrase = Phrase::new(
        "write `expect verdict pass` or `expect verdict fail`",
        "写成 `expect verdict pass` 或 `expect verdict fail`",
    );
    let word = single(what, rest, HELP, mismatches)?;
    match [Verdict::Pass, Verdict::Fail].into_iter().find(|verdict| verdict.word() == &*word.text) {
        Some(verdict) => Some(step(word, Expectation::Verdict(verdict))),
        None => refuse(word, Phrase::new("verdict", "评判"), HELP, mismatches),
    }
}

pub(super) fn label(what: &Word, rest: &[Word], mismatches: &mut Mismatches) -> Option<TypedStep> {
    const HELP: Phrase = Phrase::new(
        "labels are best, good, inaccuracy, mistake, blunder; none where nothing stood to choose",
        "评价有 best、good、inaccuracy、mistake、blunder；别无选择时写 none",
    );
    let word = single(what, rest, HELP, mismatches)?;
    let label = match &*word.text {
        "none" => Some(None),
        text => LABELS.into_iter().find(|label| label.word() == text || label.sign() == text).map(Some),
    };
    match label {
        Some(label) => Some(step(word, Expectation::Label(label))),
        None => refuse(word, Phrase::new("label", "评价"), HELP, mismatches),
    }
}

fn step(word: &Word, expectation: Expectation<Word, Word>) -> TypedStep {
    TypedStep { at: word.at.clone(), instruction: Instruction::Expect(expectation) }
}

fn refuse(word: &Word, what: Phrase, help: Phrase, mismatches: &mut Mismatches) -> Option<TypedStep> {
    let message = both!("\"{word}\" is no {what}", "\"{word}\" 不是{what}", word = word.text; what = what);
    mismatches.add_at(word, message, help);
    None
}

/// `87.5` as 8,750 hundredths.
fn hundredths(text: &str) -> Option<Score> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 2 || whole.len() > 3 {
        return None;
    }
    let part = format!("{part:0<2}");
    let score = whole.parse::<u32>().ok()? * 100 + part.parse::<u32>().ok()?;
    (score <= Score::FULL.0).then_some(Score(score))
}
