//! Questions as a table, a row for each language of each question, with everything that makes a question of ours; so it can
//! come back.

use crate::author::questions::{COLUMNS, OPTIONS};
use crate::base::chance::Seed;
use crate::base::text::{Lang, Text};
use crate::content::bank::{Act, AnswerOption, DialogueLine, Question, QuestionKind, Remark, Worth};
use crate::content::standard::Standard;
use crate::report::table::row;
use std::sync::Arc;

/// An option of a row: its words, its mark, and what is told of it.
type OptionFields = [String; 3];

/// The whole table in these languages, slots filled by this seed.
pub fn render(questions: &[Arc<Question>], standard: &Standard, seed: Seed, languages: &[Lang]) -> String {
    let options = (1..=OPTIONS).flat_map(|number| ["option", "mark", "why"].map(|name| format!("{name}{number}")));
    let mut text = row(COLUMNS.map(str::to_owned).into_iter().chain(options));
    for own in questions {
        let form = own.form(seed);
        text += &languages.iter().map(|lang| question(&form, standard, *lang)).collect::<String>();
    }
    text
}

fn question(own: &Question, standard: &Standard, lang: Lang) -> String {
    let words = |text: &Text| text.in_lang(lang).to_owned();
    let tests: Vec<&str> = own.tests.iter().map(|id| &*standard.requirement(*id).id).collect();
    let (holds, with, why) = match &own.kind {
        QuestionKind::TrueFalse { holds, .. } => (holds.to_string(), String::new(), String::new()),
        QuestionKind::Mistake { with, .. } => (String::new(), words(with), String::new()),
        QuestionKind::Order { why, .. } | QuestionKind::Match { why, .. } => (String::new(), String::new(), words(why)),
        _ => Default::default(),
    };
    let head = [
        own.id.to_string(),
        tests.join(" "),
        lang.to_string(),
        kind(&own.kind).to_owned(),
        holds,
        with,
        words(&own.ask),
        words(&own.claim),
        why,
    ];
    let mut options = options(&own.kind, lang);
    options.resize_with(OPTIONS, OptionFields::default);
    row(head.into_iter().chain(options.into_iter().flatten()))
}

fn kind(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Single(_) => "single",
        QuestionKind::Several(_) => "several",
        QuestionKind::Number(_) => "number",
        QuestionKind::Order { .. } => "order",
        QuestionKind::Match { .. } => "match",
        QuestionKind::TrueFalse { .. } => "true_false",
        QuestionKind::Judgement(_) => "judgement",
        QuestionKind::Mistake { .. } => "mistake",
    }
}

fn options(kind: &QuestionKind, lang: Lang) -> Vec<OptionFields> {
    let words = |text: &Text| text.in_lang(lang).to_owned();
    match kind {
        QuestionKind::Single(answers)
        | QuestionKind::Several(answers)
        | QuestionKind::Number(answers)
        | QuestionKind::TrueFalse { reasons: answers, .. } => {
            let answer = |own: &AnswerOption| {
                let mark = if own.is_right() { "right" } else { "wrong" };
                [words(&own.says), mark.to_owned(), own.why.as_ref().map(words).unwrap_or_default()]
            };
            answers.iter().map(answer).collect()
        }
        QuestionKind::Order { steps, .. } => {
            let step = |(at, own): (usize, &Text)| [words(own), (at + 1).to_string(), String::new()];
            steps.iter().enumerate().map(step).collect()
        }
        QuestionKind::Match { pairs, extra, .. } => {
            let pairs = pairs.iter().map(|own| [words(&own.right), words(&own.left), String::new()]);
            pairs.chain(extra.iter().map(|own| [words(own), String::new(), String::new()])).collect()
        }
        QuestionKind::Judgement(acts) => {
            let act = |own: &Act| [words(&own.says), worth(own.worth).to_owned(), words(&own.why)];
            acts.iter().map(act).collect()
        }
        QuestionKind::Mistake { lines, .. } => lines.iter().map(|own| line(own, lang)).collect(),
    }
}

fn line(own: &DialogueLine, lang: Lang) -> OptionFields {
    let (mark, why) = match &own.remark {
        Remark::None if own.own => ("you", String::new()),
        Remark::None => ("they", String::new()),
        Remark::Fine(why) => ("fine", why.in_lang(lang).to_owned()),
        Remark::Fault(why) => ("fault", why.in_lang(lang).to_owned()),
    };
    [own.says.in_lang(lang).to_owned(), mark.to_owned(), why]
}

fn worth(worth: Worth) -> &'static str {
    match worth {
        Worth::Best => "best",
        Worth::Good => "good",
        Worth::Poor => "poor",
        Worth::Worst => "worst",
    }
}
