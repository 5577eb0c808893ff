//! Parts that cannot go together. Found while a file is validated.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::STRUCTURE,
    severity: Severity::Error,
    title: Phrase::new("parts of the file contradict each other", "文件里的几处互相矛盾"),
    prose: Phrase::new(
        "Each part is fine by itself, but together they say two things: a choice takes ten seconds and lasts until nine, \
        a scene has no choice, a fragment calls itself, a fragment is listed and never called, nothing is due, a file's id \
        is not its name.\n\n\
        Keep the one that you meant. A fragment may call another, but never itself, not even by a detour: the way back \
        could not be told.",
        "分开看都没问题，合在一起就说了两样话：一个选项既花十秒又等到九点，场景没有选项，片段调用自己，列了片\
            段却不调用，什么都不该做，编号和文件名不一样。\n\n\
            留下你要的那个。片段可以调用另一个片段，但不能调用自己，绕一圈也不行：那样就说不清回到哪里。",
    ),
    trips: Sample::Edits {
        edits: &[("takes: \"5s\",", "takes: \"5s\", until: \"09:58\",")],
        at: "takes: \"5s\", until:",
    },
    passes: Sample::Edits { edits: &[("takes: \"5s\",", "until: \"09:58\",")], at: "" },
    check: None,
};
