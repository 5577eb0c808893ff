//! A text that some learner could not read. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::TEXT,
    severity: Severity::Error,
    title: Phrase::new(
        "a text lacks a language, is empty, or holds what may not be shown",
        "一段文字缺一种语言、是空的，或者有不能显示的字符",
    ),
    prose: Phrase::new(
        "Learners change the language in the middle of a play, so every text must stand in every language of the file: \
        one hole, and somebody reads half a conversation. Texts may also not hold characters that drive a terminal, hide, \
        or turn the direction of reading; such things creep in when text is pasted from a web page or a chat.\n\n\
        Write the missing words as they would be said in that language, not as a gloss. For a strange character, retype \
        the words around it.",
        "学员会在演到一半时换语言，所以每段文字都要有文件里的每一种语言：缺一处，就有人只读到半段对话。文字里\
            也不能有控制终端、看不见、或者改变文字方向的字符；从网页和聊天里粘贴过来时，常会混进这种东西。\n\n\
            缺的文字按那种语言的说法写，不要逐字翻。有怪字符的，把它前后的字重新打一遍。",
    ),
    trips: Sample::Edits {
        edits: &[("title: { \"zh\": \"一把湿伞\", \"en\": \"A wet umbrella\" }", "title: { \"zh\": \"一把湿伞\" }")],
        at: "title: { \"zh\": \"一把湿伞\" }",
    },
    passes: Sample::Edits { edits: &[("\"en\": \"A wet umbrella\"", "\"en\": \"The wet umbrella\"")], at: "" },
    check: None,
};
