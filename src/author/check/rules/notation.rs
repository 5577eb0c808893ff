//! Something is written that the notation does not know. Found while a file is read.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NOTATION,
    severity: Severity::Error,
    title: Phrase::new("the file is not written as its notation demands", "文件的写法不对"),
    prose: Phrase::new(
        "A bracket, comma or quotation mark is missing, a part has a name that nothing knows, or a number stands where \
        a text belongs. The file cannot be read past that place, so nothing behind it was looked at.\n\n\
        Look just before the marked place as well: a bracket that was never closed shows only where the next thing \
        begins. After an edit, compare with the last version that worked; it is nearly always the last line touched.",
        "少了括号、逗号或引号，写了谁也不认识的部分，或者该写文字的地方写了数。文件从这里往后读不下去，后面的\
            都没有看。\n\n\
            记号前面紧挨着的地方也要看：没关上的括号，要到下一样东西开始才看得出来。改动以后出的问题，和上一次没\
            问题的版本比一比；十有八九是刚动过的那一行。",
    ),
    trips: Sample::Edits { edits: &[("tier: Basic,", "tier: Beginner,")], at: "tier: Beginner" },
    passes: Sample::Edits { edits: &[("tier: Basic,", "tier: Advanced,")], at: "" },
    check: None,
};
