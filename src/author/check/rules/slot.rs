//! Slots that a text uses wrongly. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::SLOT,
    severity: Severity::Error,
    title: "a slot in a text is unknown, or the languages use different ones",
    prose: "A slot such as {customer} or {time} is filled in when the text is shown. If only one language uses it, the two \
        languages tell different facts: one learner hears the name of the company, another does not, and both are judged \
        for the same words.\n\n\
        Use the same slots in every language, in whatever order suits it. Define your own in `slots`; {company}, {hotline}, \
        {time}, {appointment}, {player} and number variables are always there.",
    trips: Sample::Edits {
        edits: &[("“您好，我是{company}社区经理{player}。”", "“您好，我是晴川电信社区经理{player}。”")],
        at: "“您好，我是晴川电信社区经理{player}。”",
    },
    passes: Sample::Edits {
        edits: &[("十点，电话有杂音", "{appointment}，电话有杂音"), ("ten o'clock, noise", "{appointment}, noise")],
        at: "",
    },
    check: None,
};
