//! Where a document of a translator makes no sense, and what to do.

use crate::author::strings::tongue::Translated;
use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::{Lang, make_safe};
use crate::both;
use rustc_hash::FxHashMap;

/// The first fault of a document; nothing of it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDocument {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, as one sentence without a full stop.
    pub message: Bilingual,
    /// What to do.
    pub help: Bilingual,
}

impl BadDocument {
    pub(super) fn new(line: usize, message: impl Into<Bilingual>, help: Phrase) -> BadDocument {
        BadDocument { line, message: message.into().map(|told| make_safe(&told.replace('\n', " "))), help: help.into() }
    }

    /// That it ends too early.
    pub(super) fn cut_off(line: usize) -> BadDocument {
        let message = Phrase::new("the file ends in the middle of this", "文件在这里没写完就断了");
        BadDocument::new(
            line,
            message,
            Phrase::new("fetch or save it again, whole", "重新取一份完整的，或者重新存一遍"),
        )
    }

    /// That a language is none.
    pub(super) fn no_language(line: usize, tag: &str) -> BadDocument {
        let message = both!("\"{tag}\" is no language", "“{tag}”不是语言标签");
        BadDocument::new(
            line,
            message,
            Phrase::new("leave the languages as they were exported", "语言那里照导出的写，不要改"),
        )
    }
}

/// The language of this tag.
pub(super) fn lang(tag: &str, line: usize) -> Result<Lang, BadDocument> {
    Lang::new(tag.trim()).ok_or_else(|| BadDocument::no_language(line, tag))
}

/// All of them, if each text stands there once for a language.
pub(super) fn once(all: Vec<Translated>) -> Result<Vec<Translated>, BadDocument> {
    let mut seen: FxHashMap<(&str, Lang), usize> = FxHashMap::default();
    for own in &all {
        if let Some(first) = seen.insert((&own.id, own.lang), own.line) {
            let message = both!(
                "{id} stands here a second time, first on line {first}",
                "{id} 在这里又出现了一次，头一次在第 {first} 行",
                id = own.id
            );
            let help = Phrase::new("keep the one that is meant", "只留要用的那一个");
            return Err(BadDocument::new(own.line, message, help));
        }
    }
    Ok(all)
}
