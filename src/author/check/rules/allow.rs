//! What an author leaves out on purpose: `allow` with a reason. Settled when all other rules have spoken.

use super::Rule;
use crate::author::check::Sample;
use crate::base::bilingual::Phrase;
use crate::base::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::ALLOW,
    severity: Severity::Note,
    title: Phrase::new("an `allow` that silences nothing, or that cannot be", "`allow` 什么也没免到，或者不能这样免"),
    prose: Phrase::new(
        "`allow: [(code: \"DS025\", because: \"…\", scene: \"door\", choice: \"knock\")]` leaves out the warnings and notes of one \
        code for that choice; without `choice` for the scene, without `scene` for the whole file it stands in. The reason is for \
        whoever reads the file next year. This one silences nothing: the thing was mended, and the line would hide the next \
        such thing without a word. Or it speaks for the whole file where a scene could be named. Or it names no rule, \
        gives no reason, or names an error; errors are what a learner would suffer from, so they are never allowed.\n\n\
        Remove the line, name the place, or mend it. An allow in a fragment counts for the fragment's file alone.",
        "`allow: [(code: \"DS025\", because: \"…\", scene: \"door\", choice: \"knock\")]` 免掉那个选项的这一种警告或\
            提示；不写 `choice` 就免整个场景，连 `scene` 也不写就免它所在的整个文件。理由写给明年读这个文件的人。\
            这里的这一条，要么什么也没免到：问题已经改好，留着它，下次再出同样的问题就看不见了；要么明明可以写到\
            场景，却免了整个文件；要么写的规则不存在、没有写理由，或者想免的是错误。错误会让学员吃苦头，所以从来\
            不能免。\n\n\
            删掉这一行，写明是哪里，或者把问题改好。片段里的 `allow` 只管片段自己的文件。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "    minutes: 3,\n",
            "    minutes: 3,\n    allow: [(code: \"DS017\", because: \"the ending is for a later version\")],\n",
        )],
        at: "allow: [(code",
    },
    passes: Sample::Edits {
        edits: &[
            (
                "    minutes: 3,\n",
                "    minutes: 3,\n    allow: [(code: \"DS017\", because: \"the ending is for a later version\")],\n",
            ),
            ("goto: \"wet_page\"", "goto: \"dry_books\""),
            ("goto: \"wet_page\"", "goto: \"dry_books\""),
            ("goto: \"wet_page\"", "goto: \"dry_books\""),
        ],
        at: "",
    },
    check: None,
};
