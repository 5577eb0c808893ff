//! A sentence put among the good replies of a phrase, in the file where that stands: behind the last one of its language, and
//! not one byte beside it. Comments stay, and what the file says otherwise is the same.

use crate::base::bilingual::{Bilingual, Phrase};
use crate::base::text::{Lang, find_unsafe, slots};
use crate::both;
use crate::content::notation::{Source, SourcePiece, literal_like, read_literal};
use crate::content::phrases::{PhraseBook, PhraseTests};
use crate::content::standard::PLAYER_SLOT;
use serde::de::IgnoredAny;

/// A file of phrases with one reply more.
#[derive(Clone, Debug)]
pub struct AcceptedReply {
    /// The file as it was read.
    pub source: Source,
    /// Its new text.
    pub text: String,
}

/// Why a sentence is not put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAccepted {
    /// The content is that of the program, which nobody can change.
    BuiltIn,
    /// There is no phrase of this id.
    NoPhrase(Box<str>),
    /// The phrase has no replies in this language.
    NoReplies(Lang),
    /// It stands there already.
    Known,
    /// A part in braces that the phrase does not know.
    Slot(String),
    /// It cannot be written so that it is read as it was said.
    Unwritable,
}

impl NotAccepted {
    /// What is in the way, as a sentence without a full stop.
    pub fn told(&self) -> Bilingual {
        match self {
            NotAccepted::BuiltIn => {
                Phrase::new("the built-in content cannot be changed", "程序自带的内容改不了").into()
            }
            NotAccepted::NoPhrase(id) => both!("there is no phrase \"{id}\"", "没有话术 \"{id}\""),
            NotAccepted::NoReplies(lang) => {
                both!("the phrase has no replies in the language \"{lang}\"", "这句话没有用 \"{lang}\" 说的例句")
            }
            NotAccepted::Known => Phrase::new("it stands there already", "它已经在里面了").into(),
            NotAccepted::Slot(name) => {
                both!("{{{name}}} is not known in this phrase", "这句话里没有 {{{name}}} 这个填空")
            }
            NotAccepted::Unwritable => {
                Phrase::new("it cannot be written into the file as it was said", "没法照原样写进文件").into()
            }
        }
    }

    /// What to do.
    pub fn help(&self) -> Phrase {
        match self {
            NotAccepted::BuiltIn => {
                Phrase::new("name your own folder with --scenarios", "用 --scenarios 指定自己的文件夹")
            }
            NotAccepted::NoPhrase(_) => {
                Phrase::new("name a phrase of the pack with --into", "用 --into 写上资源包里的一句话术")
            }
            NotAccepted::Known | NotAccepted::NoReplies(_) | NotAccepted::Slot(_) | NotAccepted::Unwritable => {
                Phrase::new("nothing was changed; write it there by hand", "什么也没有改；请手工写进去")
            }
        }
    }
}

/// The file of this phrase with these words as one good reply more.
///
/// # Errors
/// Why it is not put there.
pub fn accepted(book: &PhraseBook, phrase: &str, lang: Lang, words: &str) -> Result<AcceptedReply, NotAccepted> {
    let words = words.trim();
    let tests = book.tests.iter().find(|own| *own.phrase.id == *phrase);
    let tests = tests.ok_or_else(|| {
        if book.tests.is_empty() { NotAccepted::BuiltIn } else { NotAccepted::NoPhrase(phrase.into()) }
    })?;
    fits(tests, lang, words)?;
    let source = tests.source();
    let replies = list(&source.text, phrase, lang).ok_or(NotAccepted::NoReplies(lang))?;
    let (_, newest) = replies.parts.last().ok_or(NotAccepted::NoReplies(lang))?;
    let before = &source.text[..newest.span.start];
    let literal = literal_like(&source.text[newest.span.clone()], words);
    let line_end = if source.text.contains("\r\n") { "\r\n" } else { "\n" };
    let put = match before.rsplit_once('\n') {
        // It stands on a line of its own, and so does what comes behind it.
        Some((_, indent)) if indent.trim().is_empty() => format!(",{line_end}{indent}{literal}"),
        Some(_) | None => format!(", {literal}"),
    };
    let mut text = source.text.to_string();
    text.insert_str(newest.span.end, &put);
    let is_read = Source::new(&source.file, &text).read::<IgnoredAny>().is_ok();
    let said = list(&text, phrase, lang).and_then(|own| own.parts.last().map(|(_, last)| last.span.clone()));
    let is_said = said.and_then(|span| read_literal(&text[span])).is_some_and(|own| own == words);
    if is_read && is_said { Ok(AcceptedReply { source: source.clone(), text }) } else { Err(NotAccepted::Unwritable) }
}

/// Whether a phrase can have this reply.
fn fits(tests: &PhraseTests, lang: Lang, words: &str) -> Result<(), NotAccepted> {
    if tests.replies.iter().any(|own| own.is_good && own.lang == lang && own.words.trim() == words) {
        return Err(NotAccepted::Known);
    }
    if words.is_empty() || find_unsafe(words).is_some() {
        return Err(NotAccepted::Unwritable);
    }
    let named = slots(words).map_err(|_| NotAccepted::Unwritable)?;
    let unknown = named.into_iter().find(|name| *name != PLAYER_SLOT && tests.phrase.find_slot(name).is_none());
    unknown.map_or(Ok(()), |name| Err(NotAccepted::Slot(name.to_owned())))
}

/// The list of good replies of a phrase in a language, as it stands in a file.
fn list(text: &str, phrase: &str, lang: Lang) -> Option<SourcePiece> {
    let whole = SourcePiece::of(text);
    let is_its = |piece: &SourcePiece| {
        let id = piece.field(text, "id").and_then(|id| read_literal(&text[id.span.clone()]));
        id.is_some_and(|id| id == phrase)
    };
    let phrases = &whole.field(text, "phrases")?.parts;
    let (_, own) = phrases.iter().find(|(_, piece)| is_its(piece))?;
    let is_in = |name: &std::ops::Range<usize>| read_literal(&text[name.clone()]).is_some_and(|tag| tag == lang.tag());
    let languages = &own.field(text, "good")?.parts;
    languages.iter().find(|(name, _)| name.as_ref().is_some_and(is_in)).map(|(_, list)| list.clone())
}
