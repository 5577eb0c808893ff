//! A text that some learner could not read. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::TEXT,
    severity: Severity::Error,
    title: "a text lacks a language, is empty, or holds what may not be shown",
    prose: "Learners change the language in the middle of a play, so every text must stand in every language of the file: \
        one hole, and somebody reads half a conversation. Texts may also not hold characters that drive a terminal, hide, \
        or turn the direction of reading; such things creep in when text is pasted from a web page or a chat.\n\n\
        Write the missing words as they would be said in that language, not as a gloss. For a strange character, retype \
        the words around it.",
    trips: Sample::Edits {
        edits: &[("title: { \"zh\": \"一把湿伞\", \"en\": \"A wet umbrella\" }", "title: { \"zh\": \"一把湿伞\" }")],
        at: "title: { \"zh\": \"一把湿伞\" }",
    },
    passes: Sample::Edits { edits: &[("\"en\": \"A wet umbrella\"", "\"en\": \"The wet umbrella\"")], at: "" },
    check: None,
};
