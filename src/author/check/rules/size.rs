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
    title: "a file or scenario is larger than can be held",
    prose: "A file may have 1 MiB, a folder 16 MiB and 500 files, a scenario 5,000 scenes; and everything that one moment of \
        a play remembers must fit in 512 bits, because every such moment is looked at. Each flag takes one bit, each `once` \
        one, a number as many as its range needs.\n\n\
        A number from 0 to 9 does what a number from 0 to 1000000 does, at a fifth of the room. Forget what a scene no longer \
        needs, and split what is really two visits.",
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
