//! How a scenario's texts read for somebody who gave no name: `{player}` is left out where it introduces, and is `your name`
//! where a name is what the text is about. Nobody is given a false name.

use super::sentence::{begins_sentence, capitalize};
use crate::base::text::Lang;
use crate::speech::messages::Messages;
use crate::tr;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The name that is spoken of a learner; nothing for somebody without one, whose saves stand under a word for that.
pub fn spoken_name(name: &str) -> &str {
    static NOBODY: LazyLock<Vec<String>> = LazyLock::new(|| {
        let languages = ["en", "zh"].into_iter().filter_map(Lang::new);
        languages.map(|lang| tr!(Messages::new(lang), "somebody")).collect()
    });
    if NOBODY.iter().any(|nobody| nobody == name) { "" } else { name }
}

/// A text without the slot `{player}`, in this language.
pub(super) fn without_name(words: &str, lang: Lang) -> Cow<'_, str> {
    if !words.contains(SLOT) {
        return Cow::Borrowed(words);
    }
    Cow::Owned(match lang.tag().get(..2) {
        Some("zh") => in_chinese(words),
        Some("en") => in_english(words),
        // We do not know how a sentence of it is built; a name that is left open is understood in every script.
        Some(_) | None => words.replace(SLOT, "…"),
    })
}

const SLOT: &str = "{player}";

/// Behind a title (社区经理) a name is left out; behind a mark, or at the beginning, it is what the text is about.
fn in_chinese(words: &str) -> String {
    let mut pieces = words.split(SLOT);
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_behind_a_word = out.chars().last().is_some_and(|last| last.is_alphanumeric() || last == '}');
        if !is_behind_a_word {
            out.push_str("你的名字");
        }
        out.push_str(piece);
    }
    out
}

/// `I'm {player}, community manager` is `I'm the community manager`; `{player}, community manager` begins with the title.
fn in_english(words: &str) -> String {
    let mut out = words.to_owned();
    for (introduces, instead) in
        [("m {player}, ", "m the "), ("am {player}, ", "am the "), ("is {player}, ", "is the ")]
    {
        out = out.replace(introduces, instead);
    }
    while let Some(at) = out.find("{player}, ") {
        out.replace_range(at..at + "{player}, ".len(), "");
        let begins = begins_sentence(&out[..at]);
        if begins && !out[at..].starts_with('{') {
            capitalize(&mut out, at);
        }
    }
    out.replace(SLOT, "your name")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tag: &str, words: &str) -> String {
        without_name(words, Lang::new(tag).expect("a tag")).into_owned()
    }

    #[test]
    fn nobody_is_given_a_false_name() {
        for (tag, words, reads) in [
            ("zh", "“您好，我是晴川电信社区经理{player}。”", "“您好，我是晴川电信社区经理。”"),
            ("zh", "“{company}社区经理{player}，叫了半天门您没听见？”", "“{company}社区经理，叫了半天门您没听见？”"),
            ("zh", "写的是一个名字：{player}。", "写的是一个名字：你的名字。"),
            (
                "en",
                "“Hello, I'm {player}, community manager at {company}.”",
                "“Hello, I'm the community manager at {company}.”",
            ),
            (
                "en",
                "“Good afternoon. {player}, {company} community manager.”",
                "“Good afternoon. {company} community manager.”",
            ),
            (
                "en",
                "“Hello, {customer}? {player}, community manager, {company}.”",
                "“Hello, {customer}? Community manager, {company}.”",
            ),
            (
                "en",
                "“{player}, community manager, {company}. Didn't you hear?”",
                "“Community manager, {company}. Didn't you hear?”",
            ),
            ("en", "she puts a name: {player}.", "she puts a name: your name."),
            ("en", "She nods.", "She nods."),
        ] {
            assert_eq!(read(tag, words), reads);
        }
        for (name, spoken) in [("Guest", ""), ("学员", ""), ("Li", "Li")] {
            assert_eq!(spoken_name(name), spoken);
        }
    }
}
