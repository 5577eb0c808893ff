//! Slots that a text uses wrongly. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::SLOT,
    severity: Severity::Error,
    title: Phrase::new(
        "a slot in a text is unknown, or the languages use different ones",
        "文字里的填空不认识，或者各种语言用得不一样",
    ),
    prose: Phrase::new(
        "A slot such as {customer} or {time} is filled in when the text is shown. If only one language uses it, the two \
        languages tell different facts: one learner hears the name of the company, another does not, and both are judged \
        for the same words.\n\n\
        Use the same slots in every language, in whatever order suits it. Define your own in `slots`; {company}, {hotline}, \
        {time}, {appointment}, {player} and number variables are always there.",
        "{customer}、{time} 这样的填空，显示的时候才填上。如果只有一种语言用了它，两种语言说的就不是一回事：一\
            位学员听到了公司的名字，另一位没有，却按同样的话来评判。\n\n\
            每种语言都用同样的填空，次序随意。自己的写在 `slots` 里；{company}、{hotline}、{time}、{appointment}、\
            {player} 和数的名字随时都能用。",
    ),
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
