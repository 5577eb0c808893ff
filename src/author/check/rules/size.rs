//! More than can be held. Found while a file is read or validated, and where a scenario cannot be judged.

use super::Rule;
use crate::author::check::{BestPlays, Inspection, Sample};
use crate::base::bilingual::Phrase;
use crate::base::bits::BITS;
use crate::base::diagnostic::{Code, Diagnostic, Severity};
use crate::both;

pub(super) const RULE: Rule = Rule {
    code: Code::SIZE,
    severity: Severity::Error,
    title: Phrase::new("a file or scenario is larger than can be held", "文件或者情景太大，装不下"),
    prose: Phrase::new(
        "A file may have 1 MiB, a folder 16 MiB and 500 files, a scenario 5,000 scenes; and everything that one moment of \
        a play remembers must fit in 512 bits, because every such moment is looked at. Each flag takes one bit, each `once` \
        one, a number as many as its range needs.\n\n\
        A number from 0 to 9 does what a number from 0 to 1000000 does, at a fifth of the room. Forget what a scene no longer \
        needs, and split what is really two visits.",
        "一个文件最多 1 MiB，一个文件夹最多 16 MiB、500 个文件，一个情景最多 5,000 个场景；演到任何一刻要记住\
            的东西，合起来最多 512 位，因为每一刻都要看一遍。一个开关占一位，一个 `once` 占一位，数按它的范围占位\
            。\n\n\
            0 到 9 的数办得到的事，和 0 到 1000000 的一样，只占五分之一的地方。后面的场景用不着的就别再记，本来是\
            两次上门的就拆成两个。",
    ),
    trips: Sample::Edits {
        edits: &[(
            "\"read_note\": Flag",
            "\"read_note\": Flag,
        \"a\": Number(from: 0, to: 1000000), \"b\": Number(from: 0, to: 1000000), \"c\": Number(from: 0, to: 1000000),
        \"d\": Number(from: 0, to: 1000000), \"e\": Number(from: 0, to: 1000000), \"f\": Number(from: 0, to: 1000000),
        \"g\": Number(from: 0, to: 1000000), \"h\": Number(from: 0, to: 1000000), \"i\": Number(from: 0, to: 1000000),
        \"j\": Number(from: 0, to: 1000000), \"k\": Number(from: 0, to: 1000000), \"l\": Number(from: 0, to: 1000000),
        \"m\": Number(from: 0, to: 1000000), \"n\": Number(from: 0, to: 1000000), \"o\": Number(from: 0, to: 1000000),
        \"p\": Number(from: 0, to: 1000000), \"q\": Number(from: 0, to: 1000000), \"r\": Number(from: 0, to: 1000000),
        \"s\": Number(from: 0, to: 1000000), \"t\": Number(from: 0, to: 1000000), \"u\": Number(from: 0, to: 1000000),
        \"v\": Number(from: 0, to: 1000000), \"w\": Number(from: 0, to: 1000000), \"x\": Number(from: 0, to: 1000000),
        \"y\": Number(from: 0, to: 1000000), \"z\": Number(from: 0, to: 1000000)",
        )],
        at: "// A wet umbrella",
    },
    passes: Sample::Edits {
        edits: &[("\"read_note\": Flag", "\"read_note\": Flag, \"a\": Number(from: 0, to: 9)")],
        at: "",
    },
    check: Some(check),
};

/// What judging remembers beside the state itself.
fn check(inspection: &Inspection) -> Vec<Diagnostic> {
    match inspection.best_plays() {
        Some(BestPlays::Overflow(bits)) => {
            let message = both!(
                "judging this scenario needs {bits} bits; it may have {BITS}",
                "评判这个情景要占 {bits} 位，最多只能有 {BITS} 位"
            );
            vec![inspection.whole(
                RULE.code,
                message,
                Phrase::new("list fewer requirements in `due`", "`due` 里少写几条"),
            )]
        }
        Some(BestPlays::Outcomes(_) | BestPlays::TooMany(_)) | None => Vec::new(),
    }
}
