//! Why a translation is not put back.

use super::tongue::Translated;
use crate::base::bilingual::Bilingual;
use crate::base::diagnostic::shorten;
use crate::base::text::{Unsafe, make_safe};
use crate::both;

/// A translation that is not put back, and why.
#[derive(Clone, Debug)]
pub struct Rejected {
    /// What came back.
    pub translated: Translated,
    /// Why it stays outside.
    pub why: Rejection,
}

/// Why a translation is not put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// No text has this id.
    Unknown,
    /// The base is in this very language.
    IsBase,
    /// The base text is another one by now.
    Stale {
        /// What it says now.
        now: String,
    },
    /// A brace has no partner.
    Braces,
    /// It has other slots than the base.
    Slots {
        /// Those of the base, sorted.
        base: Vec<String>,
        /// Its own, sorted.
        own: Vec<String>,
    },
    /// A character that would drive or deceive a terminal.
    Unsafe(Unsafe),
    /// The file would not say what was meant; nothing of the kind is known.
    Unwritable,
}

impl Rejected {
    /// One sentence of it with what to do, without the name of the document.
    pub fn told(&self) -> Bilingual {
        let Translated { id, line, base, .. } = &self.translated;
        let (id, why) = (on_one_line(id), self.why.told(base));
        both!("line {line}: {id}: {why}", "第 {line} 行：{id}：{why}"; why = why)
    }
}

impl Rejection {
    fn told(&self, then: &str) -> Bilingual {
        match self {
            Rejection::Unknown => both!("no text has this id (export again)", "没有哪段文字是这个编号（重新导出）"),
            Rejection::IsBase => both!(
                "this is the language that is translated from (change it in its file)",
                "这是原文的语言（要改就在文件里改）"
            ),
            Rejection::Stale { now } => both!(
                "the base text has changed since: it was \"{then}\" and is \"{now}\" now (translate that one)",
                "原文后来改过：原来是“{then}”，现在是“{now}”（按现在的翻译）",
                then = on_one_line(then),
                now = on_one_line(now)
            ),
            Rejection::Braces => {
                both!("a brace has no partner (write slots as {{name}})", "花括号不成对（填空写成 {{name}}）")
            }
            Rejection::Slots { base, own } => both!(
                "it has the slots {own}, and the base has {base} (use the same)",
                "里面的填空是 {own}，原文的是 {base}（用一样的）",
                own = listed(own),
                base = listed(base)
            ),
            Rejection::Unsafe(Unsafe::Control(c) | Unsafe::Invisible(c) | Unsafe::Direction(c) | Unsafe::Marks(c)) => {
                both!(
                    "it holds the character U+{code:04X}, which may not stand in a text (remove it)",
                    "里面有字符 U+{code:04X}，文字里不能有（去掉它）",
                    code = u32::from(*c)
                )
            }
            Rejection::Unwritable => both!("it cannot be written there (write it by hand)", "没法写进去（手工写）"),
        }
    }
}

fn listed(slots: &[String]) -> String {
    if slots.is_empty() {
        return "{}".to_owned();
    }
    slots.iter().map(|slot| on_one_line(&format!("{{{slot}}}"))).collect::<Vec<_>>().join(" ")
}

/// Words as they may be told in a sentence.
fn on_one_line(words: &str) -> String {
    shorten(&make_safe(&words.replace('\n', " ")))
}
