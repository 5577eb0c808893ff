//! The readers of questions from elsewhere: GIFT, and a table.

use super::content::questions;
use super::shown::is_one_safe_line;
use super::world;
use doorstep::author::questions::{DraftFile, ReadQuestions, read_csv, read_gift, written};
use doorstep::base::text::Lang;
use doorstep::content::notation::Source;
use doorstep::content::scenario::{PackSources, load};
use std::collections::BTreeSet;

/// A document in GIFT: every question of it is taken or not, and what is taken is a file that can be read.
pub fn gift(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    judge(text, &read_gift(text, language()));
}

/// A table of questions.
pub fn question_table(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    match read_csv(text, language()) {
        Ok(read) => judge(text, &read),
        Err(fault) => {
            assert!((1..=lines(text)).contains(&fault.line), "line {} of {}", fault.line, lines(text));
            for told in [&fault.message.en, &fault.message.zh, &fault.help.en, &fault.help.zh] {
                is_one_safe_line(told);
            }
        }
    }
}

fn language() -> Lang {
    Lang::new("zh").expect("a tag")
}

fn lines(text: &str) -> usize {
    text.replace("\r\n", "\n").replace('\r', "\n").split('\n').count()
}

fn judge(text: &str, read: &ReadQuestions) {
    let lines = lines(text);
    for own in &read.not_taken {
        assert!((1..=lines).contains(&own.line), "line {} of {lines}", own.line);
        is_one_safe_line(&own.why.en);
        is_one_safe_line(&own.why.zh);
    }
    let pack = world::pack();
    let requirement = "basic.door.02.r1";
    let taken = BTreeSet::from(["one".to_owned()]);
    let DraftFile { text, lacking } = written(&read.questions, &pack.standard, requirement, &pack.languages, &taken);
    assert_eq!(lacking.len(), read.questions.len(), "each is told of");
    let sources = PackSources { questions: vec![Source::new("questions/new.ron", &text)], ..world::sources() };
    let loaded = load(&sources).expect("the standard is sound");
    assert!(loaded.diagnostics.is_empty(), "{:?}\n{text}", loaded.diagnostics);
    assert_eq!(loaded.pack.bank.questions.len(), read.questions.len(), "each is a question");
    let ids: BTreeSet<&str> = lacking.iter().map(|own| &*own.id).collect();
    assert!(ids.len() == lacking.len() && !ids.contains("one"), "ids are kept apart");
    questions(text.as_bytes());
}
