//! Questions in GIFT, the text format of Moodle and many others.

use super::draft::{DraftQuestion, NotTaken, ReadQuestions, id_of};
use super::draft_kind::DraftKind;
use super::draft_text::DraftText;
use super::gift_body::{GiftBody, gift_body};
use super::marked::{Marked, marked};
use super::merge::fits;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::Lang;

/// What the document holds, its words in this language. Every question of it is accounted for.
pub fn read(text: &str, lang: Lang) -> ReadQuestions {
    let mut read = ReadQuestions::default();
    for (number, (line, block)) in blocks(text).into_iter().enumerate() {
        match question(&block, line, number + 1, lang) {
            Ok(own) => read.questions.push(own),
            Err(why) => read.not_taken.push(NotTaken { line, why }),
        }
    }
    read
}

/// The questions, each with the line on which it begins: empty lines lie between them. Remarks and categories are no part of
/// them.
fn blocks(text: &str) -> Vec<(usize, String)> {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    for (at, line) in text.split('\n').enumerate() {
        let start = line.trim_start();
        if start.is_empty() {
            is_open = false;
        } else if start.starts_with("//") || start.starts_with("$CATEGORY:") {
            // Nothing of a question.
        } else if let (true, Some((_, block))) = (is_open, blocks.last_mut()) {
            block.push('\n');
            block.push_str(line);
        } else {
            blocks.push((at + 1, line.to_owned()));
            is_open = true;
        }
    }
    blocks
}

fn question(block: &str, line: usize, number: usize, lang: Lang) -> Result<DraftQuestion, Bilingual> {
    let signs = marked(block);
    let whole = Marked { signs: &signs }.trimmed();
    let titled = whole.strip("::").and_then(|rest| rest.split("::"));
    let (title, rest) = titled.map_or((String::new(), whole), |(title, rest)| (title.words(), rest.trimmed()));
    let (stem, body) = rest.split("{").ok_or_else(no_answers)?;
    let (body, tail) = body.split("}").ok_or_else(no_end)?;
    let GiftBody { kind, claim } = gift_body(body, lang)?;
    fits(&kind)?;
    let tail = tail.words();
    let ask = without_format(stem.trimmed());
    let ask = if tail.is_empty() { ask } else { format!("{ask} ____ {tail}") };
    let id = id_of(if title.is_empty() { &ask } else { &title }, number);
    let kind = with_why(kind, &claim, lang);
    let (claim, ask) = (DraftText::new(lang, &claim), DraftText::new(lang, &ask));
    if ask.is_empty() {
        return Err(Phrase::new("it asks nothing", "没有题干").into());
    }
    Ok(DraftQuestion { line, id, tests: Vec::new(), claim, ask, kind })
}

fn no_end() -> Bilingual {
    Phrase::new("its closing brace is missing", "没有收尾的大括号").into()
}

fn no_answers() -> Bilingual {
    Phrase::new("it has no answers: it is a description", "没有答案：只是一段说明").into()
}

/// The stem without what says how it is formatted.
fn without_format(stem: Marked) -> String {
    for format in ["[plain]", "[moodle]", "[html]", "[markdown]"] {
        if let Some(rest) = stem.strip(format) {
            return rest.words();
        }
    }
    stem.words()
}

/// What is told of all of it is also why pairs belong together.
fn with_why(kind: DraftKind, claim: &str, lang: Lang) -> DraftKind {
    match kind {
        DraftKind::Match { pairs, extra, .. } => DraftKind::Match { pairs, extra, why: DraftText::new(lang, claim) },
        other => other,
    }
}
