//! A condition or effect that makes no sense. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::CONDITION,
    severity: Severity::Error,
    title: Phrase::new("a condition or an effect cannot be read", "条件或者效果读不懂"),
    prose: Phrase::new(
        "Conditions are read as one would say them, `rings >= 3 and not phoned`, but only in a handful of forms; \
        effects are `rings += 1`, `phoned = true`, `stand = facing`. Here a word stands where none can, a name was never \
        declared, or a number is compared with a flag.\n\n\
        `doorstep guide scenario` has the table of all forms. The mark points at the word inside the text.",
        "条件怎么说就怎么写，`rings >= 3 and not phoned`，但只有几种写法；效果写成 `rings += 1`、`phoned = true`、\
            `stand = facing`。这里要么是一个词放错了地方，要么名字没有声明过，要么拿数和开关比较。\n\n\
            `doorstep guide scenario` 里有一张表，列着所有的写法。记号指着那段文字里出错的词。",
    ),
    trips: Sample::Edits { edits: &[("when: \"mood < 0\"", "when: \"mood is bad\"")], at: "when: \"mood is bad\"" },
    passes: Sample::Edits { edits: &[("when: \"mood < 0\"", "when: \"mood <= -1\"")], at: "" },
    check: None,
};
