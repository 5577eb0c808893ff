//! A name that nothing has. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN,
    severity: Severity::Error,
    title: Phrase::new("a name is used that nothing has", "用了一个不存在的名字"),
    prose: Phrase::new(
        "A choice goes to a scene that is not there, a line is spoken by somebody who is not in `speakers`, or a \
        requirement is named that the standard does not have. A learner would run into a wall, so the scenario is not \
        offered at all until it is mended.\n\n\
        Mostly it is a slip of the keys, and the nearest name that exists is offered. For requirements, \
        `doorstep standard` prints all ids.",
        "选项要去的场景不存在，说话的人不在 `speakers` 里，或者要求的编号标准里没有。学员会撞上一堵墙，所以改\
            好之前，这个情景根本不会列出来。\n\n\
            多半是打错了字，最像的名字已经给出。要求的编号用 `doorstep standard` 列出全部。",
    ),
    trips: Sample::Edits { edits: &[("goto: \"wet_page\"", "goto: \"wet_pages\"")], at: "goto: \"wet_pages\"" },
    passes: Sample::Edits { edits: &[("goto: \"wet_page\"", "goto: \"dry_books\"")], at: "" },
    check: None,
};
